// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The steps at the partner's desk.
extension PublicStep {
    /// Who says yes at the desk when something is taken back.
    static let person = "Claire"

    /// The window is open: too early to validate, and the refusal tells from when.
    static func tooEarly(_ name: String) -> PublicStep {
        PublicStep(
            "too-early", .partner,
            Sentence(
                "\(name) se présente déjà : trop tôt, et le refus dit à partir de quand valider.",
                "\(name) comes already: too early, and the refusal tells from when it can be validated."),
            ["PC-V1-016"]
        ) { play in
            let limit = try await window(of: name, in: play)
            let from = Instant(microseconds: limit.microseconds / 60_000_000 * 60_000_000)
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.check(countermark), refused: .tooEarly(from: from))
            try await play.expect(play.desk.validate(countermark), refused: .tooEarly(from: from))
            try await play.expect(name, is: "CONFIRMED")
            play.tell(
                "Validable à partir du \(FrenchDate.moment(from, in: .paris)), une fois le délai d'annulation passé.",
                "Can be validated from \(minute(from)), once the window of cancellation is over.")
        }
    }

    /// The venue cancels at its desk, and nothing brings the booking back.
    static func deskCancels(_ name: String, _ requirements: [String]) -> PublicStep {
        PublicStep(
            "cancel-at-desk", .partner,
            Sentence(
                "\(name) renonce au guichet : \(person) annule, tant que la fenêtre est ouverte.",
                "\(name) gives up at the desk: \(person) cancels, while the window is open."),
            requirements
        ) { play in
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.cancel(countermark, confirmedBy: person), .cancelled)
            try await play.expect(name, is: "CANCELLED")
            try await play.expect(play.desk.cancel(countermark, confirmedBy: person), refused: .alreadyCancelled)
            try await play.expect(play.desk.check(countermark), refused: .cancelled)
            play.tell(
                "Réservation annulée ; la contremarque ne vaut plus rien.",
                "Booking cancelled; the countermark is worth nothing now.")
        }
    }

    /// The second window: from now on one may validate, and not cancel any more.
    static func windowClosed(_ name: String) -> PublicStep {
        PublicStep(
            "window-closed", .partner,
            Sentence(
                "Seconde fenêtre : \(name) ne peut plus annuler, sa contremarque peut être validée.",
                "Second window: \(name) can no longer cancel, the countermark can be validated."),
            ["PC-V1-030"]
        ) { play in
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.cancel(countermark, confirmedBy: person), refused: .tooLateToCancel)
            try await checkIsValid(name, in: play)
            play.tell("Annuler est refusé, vérifier répond.", "Cancelling is refused, checking is answered.")
        }
    }

    /// The desk checks and validates; the list then shows it, and who asks again is told.
    static func handOver(_ name: String, _ sentence: Sentence, _ requirements: [String]) -> PublicStep {
        PublicStep("hand-over", .partner, sentence, requirements) { play in
            try await checkIsValid(name, in: play)
            try await validate(name, in: &play)
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.check(countermark), refused: .alreadyValidated)
            try await play.expect(play.desk.cancel(countermark, confirmedBy: person), refused: .validated)
            play.tell("La contremarque \(de(name)) est validée.", "The countermark of \(name) is validated.")
        }
    }

    /// A validation is taken back by a named person, and made again.
    static func takenBack(_ name: String) -> PublicStep {
        PublicStep(
            "undo", .partner,
            Sentence(
                "Erreur au guichet : \(person) confirme, la validation \(de(name)) est reprise, puis refaite.",
                "A mistake at the desk: \(person) confirms, the validation of \(name) is taken back, then made again."),
            ["PC-V1-020", "PC-V1-021"]
        ) { play in
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.undo(countermark, confirmedBy: person), .undone)
            try await play.expect(name, is: "CONFIRMED")
            let booking = play.sale(name).booking.id
            play.used.removeAll { $0.booking.id == booking }
            try await play.expect(play.desk.undo(countermark, confirmedBy: person), refused: .notUsed)
            try await validate(name, in: &play)
            play.tell(
                "Reprise par \(person), puis validée à nouveau.", "Taken back by \(person), then validated again.")
        }
    }

    /// Checks a countermark: good, of the booking, the offer and the venue that it should be.
    static func checkIsValid(_ name: String, in play: PublicPlay) async throws {
        let answer = await play.desk.check(try play.countermark(name))
        guard case .valid(let seen) = answer else {
            throw play.failure("the countermark of \(name) to be valid", "\(answer)")
        }
        let sale = play.sale(name)
        try play.require(seen.id == sale.booking.id, "the booking \(sale.booking.id)", "\(seen)")
        try play.require(
            seen.offerName == sale.article.name, "the offer \(sale.article.name)", seen.offerName ?? "none")
        try play.require(seen.userEmail == play.people[name]?.email, "the e-mail of \(name)", "another one")
        try play.require(seen.venueId == play.venue.id, "the venue \(play.venue.id)", "\(seen.venueId ?? 0)")
        try play.require(
            seen.quantity == Int(sale.quantity), "the quantity \(sale.quantity)", "\(seen.quantity ?? 0)")
    }

    /// Validates a countermark; the booking is owed from now on.
    static func validate(_ name: String, in play: inout PublicPlay) async throws {
        try await play.expect(play.desk.validate(try play.countermark(name)), .validated)
        try await play.expect(name, is: "USED")
        play.used.append(play.sale(name))
    }
}
