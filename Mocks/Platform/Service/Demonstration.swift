// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

/// A bookshop with a book and a subscription on sale, a young person and bookings in every state: what somebody who has just
/// started a platform points a till at.
package struct Demonstration: Sendable {
    /// What a countermark of the demonstration is good for.
    package enum Standing: String, Sendable, Hashable, CaseIterable {
        /// It may be validated: a book, for a till.
        case valid
        /// It was validated before.
        case alreadyValidated = "already-validated"
        /// Its booking was cancelled.
        case cancelled
        /// It may be validated: a digital offer, for an online platform.
        case digital
        /// It belongs to another structure.
        case notYours = "not-yours"
    }

    /// Everybody's password.
    package static let password = "Azerty123456!@"
    /// The bookseller's log-in.
    package static let email = "caisse@librairie.example"
    /// The young person's address: with the plus sign that careless software loses.
    package static let userEmail = "jeune+demo@exemple.fr"

    /// The public identifier of the digital offer.
    package let digitalOfferID: String
    /// The countermarks, each with its standing.
    package let countermarks: [(standing: Standing, code: String)]

    /// Makes everything in a platform that has just been started.
    ///
    /// - Throws: the refusal that came in the way: there is none on an empty platform.
    package init(in service: Service) async throws(Refusal) {
        let hash = await service.hash(password: Self.password)
        let builder = DemonstrationBuilder(service: service, passwordHash: hash)
        let bookshop = try builder.shop(email: Self.email, name: "Librairie du Centre", siren: "732829320")
        let other = try builder.shop(
            email: "caisse@autre-librairie.example", name: "Librairie d'en face", siren: "552100554")
        let reader = try builder.account(email: Self.userEmail, publicName: "Lectrice", purpose: .young)
        let book = try builder.stock(of: "Le Petit Prince", url: nil, cents: 690, in: bookshop)
        let site = try builder.stock(
            of: "Abonnement à la médiathèque", url: "https://mediatheque.example/?e={email}&o={offerId}&c={token}",
            cents: 1_500, in: bookshop)
        let elsewhere = try builder.stock(of: "Vol de nuit", url: nil, cents: 720, in: other)

        var countermarks: [(Standing, String)] = []
        for _ in 0..<3 { countermarks.append((.valid, try builder.book(book, by: reader).token)) }
        let used = try builder.book(book, by: reader)
        try builder.validate(used, by: bookshop)
        countermarks.append((.alreadyValidated, used.token))
        let cancelled = try builder.book(book, by: reader)
        try service.perform(.cancelBooking(by: .user(reader), cancelled.id)) { _, _ in }
        countermarks.append((.cancelled, cancelled.token))
        countermarks.append((.digital, try builder.book(site, by: reader).token))
        countermarks.append((.notYours, try builder.book(elsewhere, by: reader).token))
        self.countermarks = countermarks
        let offer = service.read { state, _ in state.offer(of: site)?.id.number ?? 0 }
        digitalOfferID = HumanizedID.encode(offer)
    }
}
