// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension PublicJourney {
    /// An event without tickets: both windows, a cancellation from each side, an absence that is used by itself.
    static let event = PublicJourney(
        id: "event",
        title: Sentence(
            "Événement sans billetterie : les deux fenêtres, une annulation de chaque côté, une absence payée.",
            "Event without ticketing: the two windows, a cancellation from each side, an absence that is paid."),
        requirements: ["PC-V1-421"],
        steps: PublicStep.beginning(at: "Musée des Tisserands")
            + [
                .youngAccounts(["Ana", "Noé", "Léa"], left: ["Noé": price]),
                .event("Visite guidée de nuit", category: ["category": "VISITE_GUIDEE"], cents: price, seats: 20),
                .eventBooking([("Ana", 1), ("Noé", 1), ("Léa", 1)]), .tooEarly("Ana"),
                .pause("day", Sentence("Un jour passe.", "A day passes.")) { play in
                    try await play.control.advance(by: .days(1))
                },
                youngCancels, .deskCancels("Léa", ["PC-V1-026", "PC-V1-029"]),
                PublicStep.untilWindowCloses("Ana"), .windowClosed("Ana"),
                .handOver(
                    "Ana",
                    Sentence(
                        "Ana se présente : le musée vérifie et valide, une seule fois.",
                        "Ana comes: the museum checks and validates, once."),
                    ["PC-V1-013", "PC-V1-017", "PC-V1-027"]),
                .takenBack("Ana"), .usedByItself(["Noé"]),
            ] + PublicStep.money("Ana", rate: "PC-V1-407"))

    private static let price: Int64 = 1_500

    private static let youngCancels = PublicStep(
        "cancel-by-young", .young,
        Sentence(
            "À Noé il ne restait que le prix d'une place : il annule, son crédit revient, il réserve à nouveau.",
            "Noé had the price of one seat left: he cancels, the credit comes back, he books again."),
        ["PC-V1-414"]
    ) { play in
        let first = play.sale("Noé")
        try await play.control.cancel(first.booking)
        try await play.expect("Noé", is: "CANCELLED")
        try await play.expect(play.desk.check(try play.countermark("Noé")), refused: .cancelled)
        try await PublicStep.book("Noé", in: &play)
        let limit = try await PublicStep.window(of: "Noé", in: play)
        play.tell(
            "Nouvelle réservation, nouvelle fenêtre : jusqu'au \(FrenchDate.moment(limit, in: .paris)).",
            "A new booking, a new window: until \(PublicStep.minute(limit)).")
    }
}
