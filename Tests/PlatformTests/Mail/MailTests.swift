// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

@Suite("Mails")
struct MailTests {
    private func mails(to address: String, in service: Service) -> [Mail] { service.mails(to: address) }

    @Test("a young person's sign-up sends a link to the platform, a professional's one to the portal that asked")
    func signUp() throws {
        let service = try makeService()
        try service.perform(
            .signUp(SignUp(purpose: .young, email: "jeune@example.com", passwordHash: Town.hash, publicName: "J & <b>"))
        ) { _, _ in }
        let draft = OffererDraft(
            name: "Théâtre", siren: "271657231", address: nil, postalCode: "92000", city: "Nanterre")
        try RequestOrigin.$current.withValue("http://localhost:3001") {
            try service.perform(
                .signUp(
                    SignUp(
                        purpose: .professional(draft), email: "pro@example.com", passwordHash: Town.hash,
                        publicName: "Pro"))
            ) { _, _ in }
        }
        let tokens = service.read { state, _ in state.users.records.map { $0.validationToken ?? "" } }
        let subject = "Validation de votre adresse email pour le pass Culture"
        let young = try #require(mails(to: "jeune@example.com", in: service).first)
        #expect(young.subject == subject)
        #expect(young.html.contains("http://127.0.0.1/validate/user/\(tokens[0])"))
        #expect(young.html.contains("Bonjour J &amp; &lt;b&gt;,"))
        let professional = try #require(mails(to: "pro@example.com", in: service).first)
        #expect(professional.subject == subject)
        #expect(professional.html.contains("http://localhost:3001/inscription/validation/\(tokens[1])"))
        #expect(service.mails().count == 2)
    }

    @Test(
        "a booking of a thing: countermark to the young person; to the venue documented, not observed",
        arguments: Profile.allCases)
    func bookingOfThing(profile: Profile) throws {
        let town = try Town(in: makeService(profile))
        let token = try town.book().token
        let own = try #require(mails(to: "lecteur@example.com", in: town.service).last)
        #expect(own.subject == "Confirmation de votre commande pour Le Petit Prince")
        #expect(own.html.contains("Votre code de réservation est le \(token)."))
        let partner = try #require(mails(to: MailWriter.team, in: town.service).last)
        #expect(partner.subject == "[Réservations] Nouvelle réservation pour Le Petit Prince")
        #expect(partner.html.contains("Dupont &amp; fils"))
        #expect(partner.html.contains("lecteur@example.com"))
        #expect(partner.html.contains(token) == (profile == .documented))
        #expect(partner.to.contains("librairie@example.com") == (profile == .documented))
    }

    @Test(
        "a booking of a date carries the date in the venue's time, and lists the running bookings with their countermarks"
    )
    func bookingOfEvent() throws {
        let town = try Town(in: makeService(.observed), kind: .event)
        let first = try town.book().token
        let other = try Town.account("autre@example.com", .young, in: town.service)
        let second = try town.book(by: other).token
        let own = try #require(mails(to: "autre@example.com", in: town.service).last)
        #expect(own.subject == "Confirmation de votre réservation pour Le Petit Prince le 13 décembre 2018 à 08:15")
        let partner = try #require(mails(to: MailWriter.team, in: town.service).last)
        #expect(
            partner.subject == "[Réservations] Nouvelle réservation pour Le Petit Prince - 13 décembre 2018 à 08:15")
        #expect(partner.html.contains(first) && partner.html.contains(second) && partner.html.contains("(total 2)"))
    }

    @Test(
        "a booking of an offer with an address of its own: to the team and to it; documented, to the venue too",
        arguments: Profile.allCases)
    func bookingEmailOfOffer(profile: Profile) throws {
        let town = try Town(in: makeService(profile))
        let product = try #require(town.service.read { state, _ in state.offers[town.offer]?.productID })
        let stock = try town.service.perform(
            .createOffer(
                by: .user(town.bookseller), at: town.venue, product: product, bookingEmail: "caisse@example.com")
        ) { state, _ in
            StockDraft(
                owner: .offer(Identifier(Int64(state.offers.count))), price: Euros(cents: 5_00), available: nil,
                limit: .none)
        }
        let stockID = try town.service.perform(.createStock(by: .user(town.bookseller), stock)) { state, _ in
            Identifier<Stock>(Int64(state.stocks.count))
        }
        try town.service.perform(.book(by: town.reader, stock: stockID, quantity: 1, recommendation: nil)) { _, _ in }
        let partner = try #require(mails(to: MailWriter.team, in: town.service).last)
        #expect(
            partner.to == [MailWriter.team, "caisse@example.com"]
                + (profile == .documented ? ["librairie@example.com"] : []))
    }

    @Test("a digital booking's mail carries the link, documented; the service's did not", arguments: Profile.allCases)
    func digital(profile: Profile) throws {
        let town = try Town(in: makeService(profile), url: "https://exemple.fr/?t={token}&o={offerId}&e={email}")
        let token = try town.book().token
        let own = try #require(mails(to: "lecteur@example.com", in: town.service).last)
        let link = "https://exemple.fr/?t=\(token)&amp;o=\(HumanizedID.encode(town.offer))&amp;e=lecteur@example.com"
        #expect(own.html.contains(link) == (profile == .documented))
    }

    @Test(
        "a cancellation by the young person: to them, and to the venue, observed under the subject of a booking",
        arguments: Profile.allCases)
    func cancelledByUser(profile: Profile) throws {
        for kind in [Product.Kind.thing, .event] {
            let town = try Town(in: makeService(profile), kind: kind)
            let booking = try town.book()
            try town.service.perform(.cancelBooking(by: .user(town.reader), booking.id)) { _, _ in }
            let date = kind == .event ? " le 13 décembre 2018 à 08:15" : ""
            let noun = kind == .event ? "réservation" : "commande"
            #expect(
                mails(to: "lecteur@example.com", in: town.service).last?.subject
                    == "Annulation de votre \(noun) pour Le Petit Prince\(date)")
            let partner = try #require(mails(to: "librairie@example.com", in: town.service).last)
            let title = profile == .documented ? "Annulation de réservation" : "Nouvelle réservation"
            #expect(
                partner.subject
                    == "[Réservations] \(title) pour Le Petit Prince\(date.replacing(" le ", with: " - "))")
            #expect(partner.html.contains("d'annuler sa réservation"))
            #expect(!partner.html.contains(booking.token))
        }
    }

    @Test("a cancellation by the structure: to the young person with the amount, and to the venue")
    func cancelledByOfferer() throws {
        let town = try Town(in: makeService())
        let booking = try town.book()
        try town.service.perform(.cancelBooking(by: .user(town.bookseller), booking.id)) { _, _ in }
        let own = try #require(mails(to: "lecteur@example.com", in: town.service).last)
        #expect(
            own.subject
                == "Votre commande pour Le Petit Prince, proposé par Librairie <Martin> a été annulée par l'offreur")
        #expect(own.html.contains("recrédité de 10.00 euros"))
        #expect(
            mails(to: "librairie@example.com", in: town.service).last?.subject
                == "Confirmation de votre annulation de réservation pour Le Petit Prince, proposé par Grande salle")
    }

    @Test("a stock taken out: each young person, and one mail to the venue")
    func stockDeleted() throws {
        let town = try Town(in: makeService())
        let other = try Town.account("autre@example.com", .young, in: town.service)
        _ = try town.book()
        _ = try town.book(by: other)
        let before = town.service.mails().count
        try town.service.perform(.deleteStock(by: .user(town.bookseller), town.stock)) { _, _ in }
        let new = town.service.mails().dropFirst(before)
        #expect(new.map(\.to) == [["lecteur@example.com"], ["autre@example.com"], ["librairie@example.com"]])
        #expect(new.last?.subject == "Annulation de réservations pour Le Petit Prince")
        #expect(new.last?.html.contains("autre@example.com") == true)
    }

    @Test("a forgotten password, a named administrator, a venue to validate and validated")
    func others() throws {
        let town = try Town(in: makeService())
        try town.service.perform(.requestPasswordReset(email: "lecteur@example.com")) { _, _ in }
        let reset = try #require(mails(to: "lecteur@example.com", in: town.service).last)
        #expect(reset.subject == "Réinitialisation de votre mot de passe")
        let token = town.service.read { state, _ in state.users[town.reader]?.passwordReset?.token }
        #expect(reset.html.contains("/mot-de-passe-perdu?token=\(try #require(token))"))
        try town.service.perform(.nameAdministrator(town.offerer, email: "libraire@example.com")) { _, _ in }
        #expect(mails(to: "libraire@example.com", in: town.service).last?.subject.contains("administrateur") == true)
        var details = VenueDetails()
        details.comment = "Sans adresse fixe"
        details.address = "2 rue Z"
        details.postalCode = "93100"
        details.city = "Montreuil"
        let draft = VenueDraft(offererID: town.offerer, name: "Festival", isVirtual: false, details: details)
        try town.service.perform(.createVenue(by: .user(town.bookseller), draft)) { _, _ in }
        let toTeam = try #require(mails(to: MailWriter.team, in: town.service).last)
        #expect(toTeam.subject == "93 - rattachement de lieu pro à valider : Festival")
        let venueToken = town.service.read { state, _ in state.venues.records.compactMap(\.validationToken).first }
        try town.service.perform(.validateVenue(token: try #require(venueToken))) { _, _ in }
        #expect(
            mails(to: "libraire@example.com", in: town.service).last?.subject
                == "Validation du rattachement du lieu \"Festival\" à votre structure \"Librairie <Martin>\"")
    }

    @Test("a much booked date: each mail tells how many bookings there are in all, and lists the newest hundred")
    func muchBookedDate() throws {
        let town = try Town(in: makeService(), price: 0, kind: .event)
        let bookings = try (0..<1_050).map { _ in try town.book() }
        try town.service.perform(.cancelBooking(by: .user(town.reader), bookings[0].id)) { _, _ in }
        try town.service.perform(.cancelBooking(by: .user(town.reader), bookings[1_049].id)) { _, _ in }
        let partner = try #require(mails(to: "librairie@example.com", in: town.service).last)
        let html = partner.html
        #expect(html.contains("(total 1048)"))
        #expect(html.contains("Seules les 100 réservations les plus récentes sont listées."))
        let listed = bookings.filter { html.contains("<td>\($0.token)</td>") }.map(\.id)
        #expect(listed == bookings[949..<1_049].map(\.id))
        // What is kept grows with the number of mails, not with its square.
        for mail in town.service.mails() { #expect(mail.weight < 25_000) }
    }

    @Test("the mailbox is bounded in bytes too, and counts what is gone; the newest mail stays however long it is")
    func mailboxBytes() {
        var mailbox = Mailbox()
        for number in 0..<100 {
            let text = String(repeating: "é", count: 500_000)
            let body = MailBody(greeting: "", blocks: [.text(text)])
            mailbox.add([Mail(to: ["a@b.fr"], subject: "\(number)", at: .epoch, body: body)])
        }
        #expect(mailbox.bytes <= Mailbox.byteCapacity + Mailbox.byteCapacity / 10)
        #expect(mailbox.dropped > 0)
        #expect(mailbox.dropped + mailbox.mails.count == 100)
        #expect(mailbox.bytes == mailbox.mails.reduce(0) { $0 + $1.weight })
        let text = String(repeating: "x", count: Mailbox.byteCapacity * 2)
        mailbox.add([
            Mail(to: ["a@b.fr"], subject: "long", at: .epoch, body: MailBody(greeting: "", blocks: [.text(text)]))
        ])
        #expect(mailbox.mails(to: nil).map(\.subject) == ["long"])
        #expect(mailbox.dropped == 100)
    }

    @Test("a validated countermark sends no mail")
    func validation() throws {
        let town = try Town(in: makeService())
        let query = CountermarkQuery(token: try town.book().token, email: nil, offerID: nil)
        let before = town.service.mails().count
        try town.service.perform(.validateCountermark(by: .user(town.bookseller), query)) { _, _ in }
        #expect(town.service.mails().count == before)
    }

    @Test("a structure that has no administrator yet is told by whoever made it; then its administrator alone is")
    func withoutAdministrator() throws {
        let town = try Town(in: makeService())
        let service = town.service
        let draft = OffererDraft(
            name: "Théâtre Deux", siren: "271657231", address: nil, postalCode: "75011", city: "Paris")
        try service.perform(.createOfferer(by: .user(town.bookseller), draft)) { _, _ in }
        let token = service.read { state, _ in state.offerers[Identifier(2)]?.validationToken ?? "" }
        try service.perform(.validateStructures(kinds: [.offerer], token: token)) { _, _ in }
        let mail = try #require(service.mails().last)
        #expect(mail.to == ["libraire@example.com"] && mail.subject == "Validation de votre structure")
        try service.perform(.nameAdministrator(Identifier(2), email: "lecteur@example.com")) { _, _ in }
        let writer = service.read { state, now in MailWriter(state: state, base: "http://127.0.0.1", at: now) }
        #expect(writer.mails(for: [.offererValidated(Identifier(2))]).map(\.to) == [["lecteur@example.com"]])
    }

    @Test("the mailbox is bounded")
    func mailbox() {
        var mailbox = Mailbox()
        for number in 0..<25_000 {
            mailbox.add([
                Mail(to: ["a@b.fr"], subject: "\(number)", at: .epoch, body: MailBody(greeting: "", blocks: []))
            ])
        }
        #expect(mailbox.mails(to: nil).count + mailbox.dropped == 25_000)
        #expect(mailbox.mails(to: "a@b.fr").last?.subject == "24999")
        #expect(mailbox.mails.count <= Mailbox.capacity + Mailbox.capacity / 10)
    }
}
