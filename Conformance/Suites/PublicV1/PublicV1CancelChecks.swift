// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// `PATCH /public/bookings/v1/cancel/token/{token}` (today §2.3, §5).
enum PublicV1CancelChecks {
    static let all: [Check] = [
        Check(
            "v1/cancel/product", ["PC-V1-025"],
            Sentence("Annuler un produit : 204, puis 410.", "Cancelling a product: 204, then 410."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            try await world.provider.act("cancel", booking.token).expectEmpty(204)
            try await world.provider.read(booking.token).expect(410, PublicAnswers.cancelled)
        },
        refused("v1/cancel/twice", "PC-V1-026", .cancelled, 410, PublicAnswers.alreadyCancelled),
        refused("v1/cancel/used", "PC-V1-027", .used, 410, PublicAnswers.validated),
        refused("v1/cancel/reimbursed", "PC-V1-028", .reimbursed, 403, PublicAnswers.reimbursed),
        Check(
            "v1/cancel/window-open", ["PC-V1-029"],
            Sentence(
                "Événement dans 3 jours réservé il y a 24 h : 204.", "An event in 3 days booked 24 h ago: 204."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let world = try await PublicWorld.make(wire)
                let booking = try await world.book(.event(beginsIn: .days(3), bookedAgo: .hours(24)))
                try await world.provider.act("cancel", booking.token).expectEmpty(204)
            }
        },
        Check(
            "v1/cancel/window-closed", ["PC-V1-030"],
            Sentence(
                "Événement dans une semaine réservé il y a 48 h : 403.", "An event in a week booked 48 h ago: 403."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let world = try await PublicWorld.make(wire)
                let booking = try await world.book(.event(beginsIn: .days(7), bookedAgo: .hours(48)))
                try await world.provider.act("cancel", booking.token).expect(403, PublicAnswers.tooLate)
            }
        },
    ]

    private static func refused(
        _ id: String, _ requirement: String, _ state: PublicState, _ status: Int, _ body: JSONValue
    ) -> Check {
        Check(
            id, [requirement], Sentence("cancel : \(status) \(body.text)", "cancel: \(status) \(body.text)"),
            needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(state)
            try await world.provider.act("cancel", booking.token).expect(status, body)
        }
    }
}
