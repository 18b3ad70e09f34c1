// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// `PATCH /public/bookings/v1/keep/token/{token}` (today §2.3).
enum PublicV1KeepChecks {
    static let all: [Check] = [
        Check(
            "v1/keep/used", ["PC-V1-020"],
            Sentence(
                "Annuler une validation : 204, de nouveau confirmée.", "Taking a validation back: 204, confirmed again."
            ),
            needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.used)
            try await world.provider.act("keep", booking.token).expectEmpty(204)
            try await world.provider.expectListed(booking, as: "CONFIRMED")
        },
        refused("v1/keep/confirmed", "PC-V1-021", .product, 403, PublicAnswers.notUsed),
        refused("v1/keep/reimbursed", "PC-V1-022", .reimbursed, 403, PublicAnswers.reimbursed),
        refused("v1/keep/cancelled", "PC-V1-023", .cancelled, 410, PublicAnswers.cancelled),
        refused("v1/keep/activation-code", "PC-V1-024", .usedWithCode, 403, PublicAnswers.hasCodes),
    ]

    private static func refused(
        _ id: String, _ requirement: String, _ state: PublicState, _ status: Int, _ body: JSONValue
    ) -> Check {
        Check(
            id, [requirement], Sentence("keep : \(status) \(body.text)", "keep: \(status) \(body.text)"),
            needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(state)
            try await world.provider.act("keep", booking.token).expect(status, body)
        }
    }
}
