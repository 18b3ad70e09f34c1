// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The steps at the partner's desk.
extension JourneyStep {
    /// Checks a countermark, then validates it; a second validation is refused.
    static func handOver(
        _ id: String, _ name: String, _ sentence: Sentence, requirements: [String],
        offer: @escaping @Sendable (Play) -> Offer
    ) -> JourneyStep {
        JourneyStep(id, .partner, sentence, requirements) { play in
            try await check(name, offer: offer(play), in: &play)
            try await validate(name, in: &play)
        }
    }

    /// Checks a countermark by the partner's own log-in: the answer names user, offer and date.
    static func check(_ name: String, offer: Offer, in play: inout Play) async throws {
        let answer = await play.desk.check(play.deskRequest(name))
        guard case .valid(let email, let offerName, let date) = answer else {
            throw play.failure("the countermark of \(name) to be valid", "\(answer)")
        }
        try play.require(email == play.person(name).email, "the e-mail of \(name)", email ?? "none")
        try play.require(offerName == offer.name, "the offer \(offer.name)", offerName ?? "none")
        if let beginning = play.stock.beginning {
            try play.require(date == beginning.iso8601, "the date \(beginning.iso8601)", date ?? "none")
        }
        play.tell("La contremarque de \(name) est bonne.", "The countermark of \(name) is good.")
    }

    /// Validates a countermark, once; the booking is owed from now on.
    static func validate(_ name: String, in play: inout Play) async throws {
        try await play.expect(play.desk.validate(play.deskRequest(name)), .validated)
        try await play.expect(play.desk.validate(play.deskRequest(name)), .alreadyValidated)
        let booking = play.booking(name)
        play.owed[booking.id] = booking.cents * Int64(booking.quantity)
        play.tell(
            "La contremarque de \(name) est validée, une fois pour toutes.",
            "The countermark of \(name) is validated, once and for all.")
    }
}
