// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Accounts, structures, venues")
struct StructureTests {
    private func signUp(_ email: String, _ purpose: SignUp.Purpose, isValidated: Bool = false) -> Command {
        .signUp(
            SignUp(
                purpose: purpose, email: email, passwordHash: "h", publicName: "Nom", isValidatedAtOnce: isValidated))
    }

    private func draft(_ siren: String?) -> OffererDraft {
        OffererDraft(name: "Structure", siren: siren, address: nil, postalCode: "75001", city: "Paris")
    }

    @Test("contract §4.2, §4.4: a young account, its link, and what a second sign-up is refused for")
    func youngAccount() throws {
        var world = World()
        try world.perform(signUp("a@b.fr", .young))
        let user = try #require(world.state.user(email: "a@b.fr"))
        #expect(user.departementCode == "00")
        #expect(user.canBookFreeOffers)
        #expect(user.validationToken?.count == 27)
        #expect(world.state.user(email: "A@b.fr") == nil)
        #expect(world.refusal(signUp("a@b.fr", .young)) == .emailTaken)
        #expect(world.refusal(signUp("A@b.fr", .young)) == nil)
        #expect(world.refusal(.openSession(user.id)) == .signInRefused(.notValidated))
        let token = try #require(user.validationToken)
        try world.perform(.validateUser(token: token))
        #expect(world.refusal(.validateUser(token: token)) == .unknownLink)
        #expect(world.refusal(.openSession(user.id)) == nil)
    }

    @Test("contract §1.7: a session needs its secret, lasts 90 days and ends with the sign-out")
    func sessions() throws {
        var world = World()
        let young = try world.young()
        try world.perform(.openSession(young))
        let session = try #require(world.state.sessions[Identifier(1)])
        func found(_ secret: String, _ at: Instant) -> Session? {
            world.state.session(session.id, secret: secret, at: at)
        }
        #expect(found(session.secret, world.now) == session)
        #expect(found("other", world.now) == nil)
        #expect(found(session.secret, world.now + .days(90)) != nil)
        #expect(found(session.secret, world.now + .days(90) + .seconds(1)) == nil)
        try world.perform(.closeSession(session.id))
        #expect(found(session.secret, world.now) == nil)
        #expect(try world.perform(.closeSession(session.id)).isEmpty)
    }

    @Test("contract §4.7: the link of a forgotten password works for 24 h, once, and only the newest")
    func forgottenPassword() throws {
        var world = World()
        let young = try world.young()
        let email = try world.user(young).email
        #expect(try world.perform(.requestPasswordReset(email: "nobody@b.fr")).isEmpty)
        try world.perform(.requestPasswordReset(email: email))
        let old = try #require(try world.user(young).passwordReset)
        try world.perform(.requestPasswordReset(email: email))
        let new = try #require(try world.user(young).passwordReset)
        #expect(new.token.count == 10)
        #expect(world.refusal(.resetPassword(token: old.token, passwordHash: "x")) == .unknownLink)
        var late = world
        late.advance(by: .hours(24) + .seconds(1))
        #expect(late.refusal(.resetPassword(token: new.token, passwordHash: "x")) == .expiredLink)
        try world.perform(.resetPassword(token: new.token, passwordHash: "x"))
        #expect(try world.user(young).passwordHash == "x")
        #expect(world.refusal(.resetPassword(token: new.token, passwordHash: "y")) == .unknownLink)
    }

    @Test("a changed e-mail is the new log-in, and another's cannot be taken")
    func changedEmail() throws {
        var world = World()
        let young = try world.young()
        let other = try world.young()
        var changes = UserChanges()
        changes.email = try world.user(other).email
        #expect(world.refusal(.updateUser(young, changes)) == .emailTaken)
        changes.email = "neuf@exemple.fr"
        try world.perform(.updateUser(young, changes))
        #expect(world.state.user(email: "neuf@exemple.fr")?.id == young)
        #expect(world.state.user(email: "jeune1@exemple.fr") == nil)
    }

    @Test("contract §4.4: a professional's new structure is valid at once, with its virtual venue, for an editor")
    func professional() throws {
        var world = World()
        try world.perform(signUp("p@b.fr", .professional(draft("123456789"))))
        let user = try #require(world.state.user(email: "p@b.fr"))
        let offerer = try #require(world.state.offerer(siren: "123456789"))
        #expect(!user.canBookFreeOffers && user.wallet == .zero)
        #expect(offerer.isValidated)
        #expect(world.state.rights(of: user.id, on: offerer.id) == .editor)
        let venues = world.state.venues(of: offerer.id)
        #expect(venues.map(\.name) == ["Offre en ligne"] && venues.allSatisfy { $0.isVirtual && $0.isValidated })
        // The same SIREN again: attached at once, no second structure.
        try world.perform(signUp("q@b.fr", .professional(draft("123456789"))))
        #expect(world.state.offerers.count == 1)
        #expect(world.state.userOfferers(of: offerer.id).map(\.rights) == [.editor, .editor])
    }

    @Test(
        "contract §5.1: POST /offerers awaits validation even in integration; guide G29: it makes an editor, observed an administrator",
        arguments: Profile.allCases)
    func createdStructure(profile: Profile) throws {
        var world = World(profile)
        let young = try world.young()
        try world.perform(.createOfferer(by: .user(young), draft("123456789")))
        let offerer = try #require(world.state.offerer(siren: "123456789"))
        #expect(world.state.rights(of: young, on: offerer.id) == (profile == .documented ? .editor : .admin))
        #expect(world.refusal(.createOfferer(by: .user(young), draft("123456789"))) == .sirenTaken)
        #expect(world.refusal(.createOfferer(by: .anonymous, draft("1"))) == .notSignedIn)
        let token = try #require(offerer.validationToken)
        #expect(world.refusal(.validateStructures(kinds: [.userOfferer], token: token)) == .unknownLink)
        try world.perform(.validateStructures(kinds: [.userOfferer, .offerer], token: token))
        #expect(world.state.offerers[offerer.id]?.isValidated == true)
        #expect(world.refusal(.validateStructures(kinds: [.offerer], token: token)) == .unknownLink)
        try world.perform(.createOfferer(by: .team, draft("987654321")))
        #expect(world.state.offerer(siren: "987654321")?.isValidated == true)
    }

    @Test("guide G29: one administrator, whom the team names, before or after the account is made")
    func administrator() throws {
        var world = World()
        try world.perform(signUp("p@b.fr", .professional(draft("123456789")), isValidated: true))
        let first = try #require(world.state.user(email: "p@b.fr")).id
        let offerer = try #require(world.state.offerer(siren: "123456789")).id
        var changes = OffererChanges()
        changes.bankDetails = .some(BankDetailsDraft(iban: "I", bic: "B"))
        #expect(world.refusal(.updateOfferer(by: .user(first), offerer, changes)) == .administratorOnly)
        let stranger = try world.young()
        #expect(world.refusal(.updateOfferer(by: .user(stranger), offerer, changes)) == .noRights)
        #expect(world.refusal(.acceptOffererBankDetails(offerer)) == .noBankDetails)
        try world.perform(.nameAdministrator(offerer, email: "p@b.fr"))
        #expect(world.refusal(.updateOfferer(by: .user(first), offerer, changes)) == nil)
        // Somebody without an account yet: the administrator from the sign-up on, and meanwhile nobody is.
        try world.perform(.nameAdministrator(offerer, email: "q@b.fr"))
        #expect(world.state.rights(of: first, on: offerer) == .editor)
        #expect(world.refusal(.updateOfferer(by: .user(first), offerer, changes)) == .administratorOnly)
        try world.perform(signUp("q@b.fr", .professional(draft("123456789"))))
        let second = try #require(world.state.user(email: "q@b.fr")).id
        #expect(world.state.rights(of: second, on: offerer) == .admin)
        #expect(world.state.rights(of: first, on: offerer) == .editor)
        // Somebody with an account but no attachment.
        let young = try world.young()
        try world.perform(.nameAdministrator(offerer, email: try world.user(young).email))
        #expect(world.state.rights(of: young, on: offerer) == .admin)
        #expect(world.state.rights(of: second, on: offerer) == .editor)
    }

    @Test("attaching somebody is an administrator's or the team's, never anybody's (a hole of the service)")
    func attaching() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        #expect(world.refusal(.attachUser(by: .user(young), young, shop.offerer, .editor)) == .noRights)
        #expect(world.refusal(.attachUser(by: .user(shop.user), young, shop.offerer, .admin)) == .teamOnly)
        try world.perform(.attachUser(by: .user(shop.user), young, shop.offerer, .editor))
        #expect(world.state.rights(of: young, on: shop.offerer) == .editor)
        let third = try world.young()
        #expect(world.refusal(.attachUser(by: .user(young), third, shop.offerer, .editor)) == .administratorOnly)
        try world.perform(.attachUser(by: .team, third, shop.offerer, .admin))
        #expect(world.state.rights(of: shop.user, on: shop.offerer) == .editor)
    }

    @Test("contract §5.3, guide G13: what a venue needs, in order; without SIRET the team validates it")
    func venues() throws {
        var world = World()
        let shop = try world.shop()
        let stranger = try world.young()
        func refusal(
            _ actor: Actor, siret: String? = nil, comment: String? = nil, city: String? = "Paris",
            isVirtual: Bool = false
        ) -> Refusal? {
            world.refusal(.createVenue(by: actor, venue(shop, siret, comment, city, isVirtual)))
        }
        let pro = Actor.user(shop.user)
        #expect(refusal(.user(stranger), siret: "10000000100002") == .noRights)
        #expect(refusal(pro, isVirtual: true) == .virtualVenueExists)
        #expect(refusal(pro, siret: "99999999900001") == .siretOfAnotherStructure)
        #expect(refusal(pro, siret: "10000000100001") == .siretTaken)
        #expect(refusal(pro) == .incompleteVenue)
        #expect(refusal(pro, siret: "10000000100002", comment: "et un commentaire") == .incompleteVenue)
        #expect(refusal(pro, siret: "10000000100002", city: nil) == .incompleteVenue)
        #expect(refusal(pro, siret: "10000000100002") == nil)
        try world.perform(.createVenue(by: pro, venue(shop, nil, "Salle prêtée", "Bastia", false, postalCode: "2B004")))
        let made = try #require(world.state.venues(of: shop.offerer).last)
        #expect(!made.isValidated)
        #expect(made.departementCode == "2B")
        var changes = VenueChanges()
        changes.details = venue(shop, "10000000100003", nil, "Paris", false).details
        #expect(world.refusal(.updateVenue(by: pro, made.id, changes)) == .siretIsFixed)
        try world.perform(.validateVenue(token: try #require(made.validationToken)))
        #expect(world.state.venues[made.id]?.isValidated == true)
    }

    @Test("a structure without SIREN has no venue with SIRET")
    func noSiren() throws {
        var world = World()
        let young = try world.young()
        try world.perform(.createOfferer(by: .user(young), draft(nil)))
        let shop = Shop(user: young, offerer: Identifier(1), venue: Identifier(1), virtual: Identifier(1))
        let command = Command.createVenue(by: .user(young), venue(shop, "10000000100001", nil, "Paris", false))
        #expect(world.refusal(command) == .structureWithoutSiren)
    }

    @Test("guide G29, G30: a venue's bank details are the administrator's; in observed an editor's too")
    func venueBankDetails() throws {
        for (profile, expected) in [(.documented, .administratorOnly), (.observed, nil)] as [(Profile, Refusal?)] {
            var world = World(profile)
            let shop = try world.shop()
            let editor = try world.young()
            try world.perform(.attachUser(by: .team, editor, shop.offerer, .editor))
            var changes = VenueChanges()
            changes.bankDetails = .some(BankDetailsDraft(iban: "I", bic: "B"))
            #expect(world.refusal(.updateVenue(by: .user(editor), shop.venue, changes)) == expected)
            #expect(world.refusal(.updateVenue(by: .user(shop.user), shop.venue, changes)) == nil)
        }
    }

    private func venue(
        _ shop: Shop, _ siret: String?, _ comment: String?, _ city: String?, _ isVirtual: Bool,
        postalCode: String = "75001"
    ) -> VenueDraft {
        var details = VenueDetails()
        details.siret = siret
        details.comment = comment
        details.address = isVirtual ? nil : "1 rue du Test"
        details.postalCode = isVirtual ? nil : postalCode
        details.city = isVirtual ? nil : city
        return VenueDraft(offererID: shop.offerer, name: "Lieu", isVirtual: isVirtual, details: details)
    }
}
