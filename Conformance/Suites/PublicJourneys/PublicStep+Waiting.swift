// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps in which nobody acts and something happens all the same.
extension PublicStep {
    /// The window of a person's booking ends.
    static func untilWindowCloses(_ name: String) -> PublicStep {
        pause("window", Sentence("Le délai d'annulation \(de(name)) passe.", "The window of \(name) ends.")) { play in
            let limit = try await window(of: name, in: play)
            try await play.control.advance(to: limit + .minutes(1))
        }
    }

    /// Bookings of an event that nobody validates are used by themselves 48 hours after its start, and not before.
    static func usedByItself(_ names: [String]) -> PublicStep {
        let list = names.joined(separator: ", ")
        return PublicStep(
            "used-by-itself", .time,
            Sentence(
                "Personne ne valide pour \(list) : 48 heures après le début, cela se fait tout seul.",
                "Nobody validates for \(list): 48 hours after the start it happens by itself."),
            ["PC-V1-402"]
        ) { play in
            guard let beginning = play.article().beginning else { return }
            try await play.control.advance(to: beginning + .hours(48) - .minutes(1))
            for name in names { try await play.expect(name, is: "CONFIRMED") }
            try await play.control.advance(to: beginning + .hours(48) + .minutes(1))
            for name in names {
                try await play.expect(name, is: "USED")
                try await play.expect(play.desk.check(try play.countermark(name)), refused: .alreadyValidated)
                play.used.append(play.sale(name))
            }
            play.tell("\(list) : utilisée, et bientôt payée.", "\(list): used, and soon paid.")
        }
    }

    /// Something that nobody fetched is cancelled by itself, after so many days and not before.
    static func neverFetched(_ name: String, after days: Int64, _ requirement: String) -> PublicStep {
        PublicStep(
            "never-fetched", .time,
            Sentence(
                "\(name) ne vient pas : après \(days) jours la réservation s'annule d'elle-même.",
                "\(name) does not come: after \(days) days the booking is cancelled by itself."),
            [requirement]
        ) { play in
            let created = try await play.listed(name)["creationDate"]?.stringValue ?? ""
            guard let booked = Instant(iso8601: created) else { throw play.failure("creationDate", created) }
            try await play.control.advance(to: booked + .days(days) - .minutes(1))
            try await play.expect(name, is: "CONFIRMED")
            try await play.control.advance(to: booked + .days(days) + .minutes(1))
            try await play.expect(name, is: "CANCELLED")
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.check(countermark), refused: .cancelled)
            try await play.expect(play.desk.undo(countermark, confirmedBy: person), refused: .cancelled)
            play.tell("La réservation \(de(name)) est annulée.", "The booking of \(name) is cancelled.")
        }
    }
}
