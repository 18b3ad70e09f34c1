// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps in which young people book, and look at what is left.
extension JourneyStep {
    /// Some people book the main offer.
    static func booking(_ names: [String]) -> JourneyStep {
        let list = names.joined(separator: ", ")
        return JourneyStep(
            "booking", .young,
            Sentence("\(list) : réservation, contremarque reçue.", "\(list): booked, countermark received."),
            ["PC-BK-001", "PC-CM-026", "PC-WA-001"]
        ) { play in
            for name in names {
                try await book(play.stock, for: name, in: &play)
                let (french, english) = amounts(play.stock.cents)
                play.tell("\(french) débités du crédit de \(name).", "\(name) is debited \(english).")
            }
        }
    }

    /// Books a stock for a person, and looks at countermark and credit.
    static func book(_ stock: Stock, for name: String, as key: String? = nil, in play: inout Play) async throws {
        let person = play.person(name)
        let booking = try await play.wire.book(stock, by: person)
        let isSixCharacters =
            booking.token.utf8.count == 6 && booking.token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        try play.require(isSixCharacters, "a countermark of six letters and digits", booking.token)
        try play.require(booking.cents == stock.cents, "amount \(stock.cents) cents", "\(booking.cents) cents")
        play.bookings[key ?? name] = booking
        play.expectedWallets[name, default: 0] -= stock.cents
        let left = try await play.wire.wallet(of: person)
        try play.require(
            left == play.expectedWallets[name], "\(play.expectedWallets[name] ?? 0) cents left", "\(left) cents left")
    }

    /// The mails about a booking: to the person, with the countermark, and to the partner.
    static func mails(_ name: String) -> JourneyStep {
        JourneyStep(
            "mails", .team,
            Sentence(
                "Le pass Culture écrit à \(name) (avec la contremarque) et au partenaire.",
                "The pass Culture writes to \(name) (with the countermark) and to the partner."),
            ["PC-BK-012", "PC-BK-013"], needs: .control
        ) { play in
            let own = try await play.control.mails(to: play.person(name).email)
            let token = play.booking(name).token
            try play.require(
                own.contains { $0.html.contains(token) && $0.subject.contains(play.offer.name) },
                "a mail to \(name) about \(play.offer.name) with the countermark",
                own.map(\.subject).joined(separator: "; "))
            let side = try Mail.sideOfBookingMail(
                among: try await play.control.mails(), about: play.offer.name, venue: play.card.venueEmail)
            play.saw(.bookingMailToVenue, side)
            play.tell("Deux mails sont partis.", "Two mails went out.")
        }
    }

    /// The partner's screen lists the bookings with who booked.
    static func bookingsScreen(_ names: [String]) -> JourneyStep {
        JourneyStep(
            "bookings-screen", .partner,
            Sentence(
                "Retrouve ses réservations sur son compte : nom, prénom, mail, contremarque.",
                "Finds its bookings on its account: name, first name, mail, countermark."),
            ["PC-BK-015"]
        ) { play in
            let list = try await play.wire.partnerBookings(of: play.partner)
            for name in names {
                let booking = play.booking(name)
                let row = list.first { $0["id"]?.stringValue == booking.id }
                try play.require(
                    row != nil, "the booking of \(name) in the list", "\(list.count) bookings, not this one")
                let email = row?["user"]?["email"]?.stringValue
                try play.require(email == play.person(name).email, "user.email of \(name)", email ?? "none")
                let token = row?["token"]
                try play.require(
                    token?.stringValue == booking.token || token?.isNull == true, "token: the countermark or null",
                    token?.text ?? "none")
                play.saw(.countermarkOnPartnerScreen, token?.isNull == true ? .observed : .documented)
            }
            play.tell("\(list.count) réservations à l'écran.", "\(list.count) bookings on the screen.")
        }
    }

    /// An amount in both languages.
    static func amounts(_ cents: Int64) -> (french: String, english: String) {
        (Money.text(cents, in: .french), Money.text(cents, in: .english))
    }

    /// The credit that people should have left, to the cent.
    static let wallets = JourneyStep(
        "wallets", .young,
        Sentence("Chacun regarde ce qui reste de son crédit.", "Everybody looks at what is left of the credit."),
        ["PC-WA-001"]
    ) { play in
        for (name, expected) in play.expectedWallets.sorted(by: { $0.key < $1.key }) {
            let left = try await play.wire.wallet(of: play.person(name))
            try play.require(left == expected, "\(name): \(expected) cents left", "\(left) cents")
            play.money.wallets.append(MoneySummary.Wallet(name: name, startCents: play.credit, cents: left))
            let (french, english) = amounts(left)
            play.tell("\(name) : \(french).", "\(name): \(english).")
        }
    }
}
