// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// `PATCH /public/bookings/v1/use/token/{token}` (today §2.3, §5).
enum PublicV1UseChecks {
    static let all: [Check] = [
        Check(
            "v1/use/product", ["PC-V1-011"],
            Sentence("Validation : 204, et la liste le dit.", "Validating: 204, and the list says so."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            try await world.provider.act("use", booking.token).expectEmpty(204)
            try await world.provider.expectListed(booking, as: "USED")
        },
        Check(
            "v1/use/twice", ["PC-V1-012"],
            Sentence("Seconde validation : 410.", "Validating again: 410."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            try await probe.prepare { try await world.provider.act("use", booking.token).expect(204) }
            try await world.provider.act("use", booking.token).expect(410, PublicAnswers.alreadyUsed)
        },
        Check(
            "v1/use/too-early", ["PC-V1-016"],
            Sentence(
                "Événement dans 7 jours réservé à l'instant : 403, avec l'heure du lieu.",
                "An event in 7 days booked just now: 403, with the time of the place."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.event(beginsIn: .days(7), bookedAgo: .zero))
            let listed = try await probe.prepare {
                try await world.provider.list([("offerId", "\(booking.offerId)")]).expect(200)
            }
            let limit = try confirmation(of: booking, in: listed)
            let local = CivilDateTime(limit, in: .paris)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            try await world.provider.act("use", booking.token).expect(
                403,
                PublicAnswers.tooEarly(
                    day: "\(two(local.date.day))/\(two(local.date.month))/\(local.date.year)",
                    time: "\(two(local.hour)):\(two(local.minute))"))
        },
        Check(
            "v1/use/window-closed", ["PC-V1-017"],
            Sentence(
                "Événement dans 7 jours réservé il y a 49 h : 204.", "An event in 7 days booked 49 h ago: 204."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let world = try await PublicWorld.make(wire)
                let booking = try await world.book(.event(beginsIn: .days(7), bookedAgo: .hours(49)))
                try await world.provider.act("use", booking.token).expectEmpty(204)
            }
        },
        Check(
            "v1/use/last-minute", ["PC-V1-018"],
            Sentence(
                "Événement dans 36 h réservé à l'instant : ne s'annule plus, se valide.",
                "An event in 36 h booked just now: cannot be cancelled, can be validated."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.event(beginsIn: .hours(36), bookedAgo: .zero))
            try await world.provider.act("cancel", booking.token).expect(403, PublicAnswers.tooLate)
            try await world.provider.act("use", booking.token).expectEmpty(204)
        },
        Check(
            "v1/use/closed-structure", ["PC-V1-019"],
            Sentence(
                "Structure fermée : 403, et la réservation reste confirmée.",
                "A closed structure: 403, and the booking stays confirmed."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            try await world.closeStructure()
            try await world.provider.act("use", booking.token).expect(403, PublicAnswers.closed)
            try await world.provider.expectListed(booking, as: "CONFIRMED")
        },
    ]

    /// When a booking's window of cancellation ends, as the list says.
    private static func confirmation(of booking: PublicBooking, in answer: Exchange) throws -> Instant {
        let listed = answer.json?["bookings"]?.arrayValue?.first { $0["id"]?.intValue == booking.id }
        guard let date = listed?["confirmationDate"]?.stringValue.flatMap({ Instant(iso8601: $0) }) else {
            throw answer.failure("the confirmationDate of the booking \(booking.id)")
        }
        return date
    }
}
