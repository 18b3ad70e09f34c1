// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture

/// The "pass Culture" button of a till: what happens when it is pressed, and nothing about screens and printers.
struct Button {
    let desk: Desk
    let kind: OfferKind

    /// Opens the outbox and sits down at the desk; nothing is sent yet.
    init(_ environment: Environment, as identity: DeskIdentity, outbox path: String, kind: OfferKind) throws {
        let outbox = try SQLiteOutbox(path: path)
        let options = Options(product: Product("Caisse-Bouton", version: "1.0"))
        desk = try PassCulture(environment, options: options).desk(
            as: identity, outbox: outbox,
            settings: Desk.Settings(till: "caisse 1", offline: .store(OfflineLimits(count: 50, age: .hours(12)))))
        self.kind = kind
    }

    /// Checks (*vérifier*): changes nothing, and may be asked as often as one likes.
    func check(_ countermark: Countermark) throws(PassCultureError) -> Check {
        try desk.checkBlocking(countermark)
    }

    /// Validates (*valider*): once, and never again by itself.
    func validate(_ countermark: Countermark, cents: Int64?) throws(PassCultureError) -> Paper {
        Paper(try desk.validateBlocking(countermark, amountCents: cents))
    }

    /// Stores a validation that is sent when the time has come: a cinema's after the show.
    func validateLater(
        _ countermark: Countermark, _ booking: BookingDetails?, cents: Int64?
    ) throws(PassCultureError) -> Paper {
        let late = LateValidation(kind, begins: booking?.date)
        return Paper(.provisional(try desk.validateLaterBlocking(countermark, as: late, amountCents: cents)))
    }

    /// Sends what waits and reads back what is unknown: at start, when the line is back, and in the evening.
    func reconcile() throws(OutboxError) -> [(number: String, paper: Paper)] {
        try desk.reconcileBlocking().settled.map { settled in
            (number: Slip.number(settled.id), paper: Paper(settled.outcome, saying: settled.cashier))
        }
    }

    /// Takes the word of a person who looked at the Réservations screen; who it was is recorded.
    func confirm(_ id: UInt64, by person: String) throws(OutboxError) -> Paper {
        Paper(.validated(try desk.confirmBlocking(id, by: person)))
    }
}
