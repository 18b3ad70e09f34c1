// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The steps with which every journey begins: the partner's account, its structure, its venue.
extension JourneyStep {
    /// Account and mail link.
    static let account: [JourneyStep] = [signUp, followLink]

    private static let signUp = JourneyStep(
        "account", .partner,
        Sentence(
            "Crée son compte pass Culture Pro avec un SIREN ; c'est gratuit et sans engagement.",
            "Opens a pass Culture Pro account with a SIREN; it is free and binds to nothing."),
        ["PC-AC-001", "PC-AC-021"]
    ) { play in
        let card = play.card
        guard play.world.hasControl else {
            // Without the mails there is no link to follow: the older route signs in at once.
            let body = play.wire.proSignUp(email: card.email, siren: card.siren, name: card.name)
            let jar = CookieJar()
            let caller = Caller(wire: play.wire, identity: .session(jar))
            let answer = try await caller.post("/users/signup", .object(body)).expect(201)
            let account = Account(
                email: card.email, password: Account.password, id: try answer.string("id"), publicName: "Paule",
                jar: jar)
            play.partner = try await play.wire.partner(account, siren: card.siren)
            play.tell("Le compte est ouvert et la structure créée.", "The account is open and the structure made.")
            return
        }
        let body = play.wire.proSignUp(email: card.email, siren: card.siren, name: card.name)
        let answer = try await play.wire.anonymous.post("/users/signup/pro", .object(body)).expect(201)
        try answer.require(answer.json?["canBookFreeOffers"] == false, "canBookFreeOffers: false, a pro books nothing")
        try answer.require(answer.header("Set-Cookie") == nil, "no cookie: the mail link comes first")
        play.tell(
            "Le compte \(card.email) attend la validation de son adresse.",
            "The account \(card.email) waits for its address to be validated.")
    }

    private static let followLink = JourneyStep(
        "mail-link", .partner,
        Sentence(
            "Suit le lien reçu par mail, puis se connecte au portail.",
            "Follows the link in the mail, then signs in to the portal."),
        ["PC-AC-008", "PC-AC-009", "PC-ST-001"], needs: .control
    ) { play in
        let card = play.card
        let credentials: JSONValue = ["identifier": .string(card.email), "password": .string(Account.password)]
        try await play.wire.anonymous.post("/users/signin", credentials)
            .expect(401, ["identifier": ["Ce compte n'est pas validé."]])
        let followed = try await play.wire.followMailedLink(email: card.email).expect(202)
        try await play.wire.anonymous.get(String(followed.target)).expect(404, ["global": ["Ce lien est invalide"]])
        let account = try await play.wire.signIn(email: card.email, publicName: "Paule")
        play.partner = try await play.wire.partner(account, siren: card.siren)
        play.tell(
            "L'adresse est validée ; la structure \(play.partner.name) a son lieu « Offre en ligne ».",
            "The address is validated; the structure \(play.partner.name) has its venue \"Offre en ligne\".")
    }

    /// A venue with a SIRET of the structure.
    static func venue(_ name: String) -> JourneyStep {
        JourneyStep(
            "venue", .partner,
            Sentence(
                "Crée son lieu « \(name) » : SIRET, adresse, e-mail de qui reçoit les réservations.",
                "Makes its venue \"\(name)\": SIRET, address, e-mail of whoever receives the bookings."),
            ["PC-ST-006"]
        ) { play in
            var body = play.wire.venueBody(of: play.partner, name: name)
            body["bookingEmail"] = .string(play.card.venueEmail)
            let answer = try await play.wire.by(play.partner.account).post("/venues", .object(body)).expect(201)
            try answer.require(answer.json?["isValidated"] == true, "isValidated: true, the SIRET is the structure's")
            play.venue = try answer.string("id")
            play.tell("Le lieu est créé et validé.", "The venue is made and validated.")
        }
    }

    /// Young people open their accounts; the first one by the mail link.
    static func youngAccounts(_ names: [String]) -> JourneyStep {
        let list = names.joined(separator: ", ")
        return JourneyStep(
            "young-accounts", .young,
            Sentence("\(list) : comptes ouverts, crédit reçu.", "\(list): accounts opened, credit received."),
            ["PC-AC-010", "PC-AC-011"]
        ) { play in
            for (position, name) in names.enumerated() {
                // One address with a plus sign: it has to survive every query.
                let kind = Names.plain(name) + (position == 0 ? "+pass" : "")
                let isFirst = position == 0 && play.world.hasControl
                let person =
                    try await isFirst
                    ? playedSignUp(kind, name, in: &play) : play.wire.newYoung(kind, name: name)
                play.people[name] = person
                let current = try await play.wire.by(person).get("/users/current").expect(200)
                play.credit = try current.cents("wallet_balance")
                play.expectedWallets[name] = play.credit
                guard play.credit == 49_900 || play.credit == 49_999 else {
                    throw current.failure("wallet_balance 499.00 (documented) or 499.99 (observed)")
                }
                play.saw(.youngCredit, play.credit == 49_900 ? .documented : .observed)
                let expenses = current.json?["expenses"]
                try current.require(
                    expenses?["physical"]?["max"]?.cents == 10_000 && expenses?["digital"]?["max"]?.cents == 20_000,
                    "expenses with ceilings of 100 (physical) and 200 (digital)")
            }
            let (credit, english) = (Money.text(play.credit, in: .french), Money.text(play.credit, in: .english))
            play.tell("Crédit de chacun : \(credit).", "Each one's credit: \(english).")
        }
    }

    private static func playedSignUp(_ kind: String, _ name: String, in play: inout Play) async throws -> Account {
        let email = play.world.names.email(kind)
        let body = play.wire.youngSignUp(email: email, name: name)
        try await play.wire.anonymous.post("/users/signup/webapp", .object(body)).expect(201)
        try await play.wire.followMailedLink(email: email).expect(202)
        return try await play.wire.signIn(email: email, publicName: name)
    }
}
