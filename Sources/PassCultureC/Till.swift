// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import Glibc
import PassCulture

/// What stands behind a `pc_till *`: a desk, with an outbox or without, as a C program configured it.
struct Till: Sendable {
    /// Where it asks without an outbox; what the process forgets is forgotten.
    private let plain: PlainDesk
    /// Where it asks with one.
    private let desk: Desk?
    /// The time (UTC).
    private let now: @Sendable () -> Instant
    /// The clocks of the venue.
    private let zone: Zone
    /// The process that opened it.
    let process = getpid()

    /// Opens a till; sends nothing.
    ///
    /// - Throws: ``Trouble`` when the log-in cannot be sent as it is, or the outbox cannot be opened. The log-in is looked at
    ///   first, so that a wrong one leaves no file behind.
    init(_ settings: TillSettings) throws(Trouble) {
        now = settings.desk.now
        zone = settings.zone
        let passCulture = PassCulture(settings.environment, options: settings.options, transport: settings.transport)
        plain = try Trouble.asking { () throws(PassCultureError) in
            try passCulture.plainDesk(as: settings.identity)
        }
        guard let path = settings.outboxPath else {
            desk = nil
            return
        }
        let outbox = try Trouble.writing { () throws(OutboxError) in try SQLiteOutbox(path: path) }
        desk = try Trouble.asking { () throws(PassCultureError) in
            try passCulture.desk(as: settings.identity, outbox: outbox, settings: settings.desk)
        }
    }

    /// Checks a countermark on the calling thread.
    func check(_ countermark: Countermark) throws(Trouble) -> pc_check_result {
        try Trouble.asking { () throws(PassCultureError) in
            if let desk {
                pc_check_result(try desk.checkBlocking(countermark), in: zone)
            } else {
                pc_check_result(try plain.verifyBlocking(countermark))
            }
        }
    }

    /// Validates a countermark on the calling thread.
    func validate(_ countermark: Countermark, sale: Sale) throws(Trouble) -> pc_validation {
        try Trouble.asking { () throws(PassCultureError) in
            if let desk {
                pc_validation(
                    try desk.validateBlocking(countermark, amountCents: sale.amountCents, kind: sale.kind))
            } else {
                pc_validation(try plain.validateBlocking(countermark), at: now())
            }
        }
    }

    /// Stores a validation to be sent later.
    func validateLater(_ countermark: Countermark, sale: Sale) throws(Trouble) -> pc_validation {
        let desk = try kept()
        guard let kind = sale.kind else { throw .badArgument("pc_validate_later needs a sale with a kind") }
        return try Trouble.asking { () throws(PassCultureError) in
            let late = LateValidation(kind, begins: sale.begins)
            return pc_validation(
                .provisional(try desk.validateLaterBlocking(countermark, as: late, amountCents: sale.amountCents)))
        }
    }

    /// Takes a validation back, or cancels a booking.
    func reverse(_ kind: Reversal.Kind, _ countermark: Countermark, by name: String) throws(Trouble) -> pc_validation {
        let desk = try kept()
        return try Trouble.asking { () throws(PassCultureError) in
            let person = try Person(whoConfirmed: name)
            return switch kind {
            case .undo: pc_validation(try desk.undoBlocking(countermark, confirmedBy: person), at: now())
            case .cancel: pc_validation(try desk.cancelBlocking(countermark, confirmedBy: person), at: now())
            }
        }
    }

    /// What is not closed, oldest first.
    func pending() throws(Trouble) -> [Attempt] {
        let desk = try kept()
        return try Trouble.writing { () throws(OutboxError) in try desk.pendingBlocking() }
    }

    /// Sends what is stored and due, reads back what was lost, and counts what is open afterwards.
    func reconcile() throws(Trouble) -> pc_reconciliation {
        let desk = try kept()
        return try Trouble.writing(nothingWasSent: false) { () throws(OutboxError) in
            let done = try desk.reconcileBlocking()
            return pc_reconciliation(done, leaving: try desk.pendingBlocking())
        }
    }

    /// Raises an attempt to validated, by a person.
    func confirm(_ attempt: UInt64, by person: String) throws(Trouble) -> pc_validation {
        let desk = try kept()
        return try Trouble.writing { () throws(OutboxError) in
            pc_validation(.validated(try desk.confirmBlocking(attempt, by: person)))
        }
    }

    /// Gives an attempt up, by a person.
    func abandon(_ attempt: UInt64, by person: String) throws(Trouble) {
        let desk = try kept()
        _ = try Trouble.writing { () throws(OutboxError) in try desk.abandonBlocking(attempt, by: person) }
    }

    /// The desk with an outbox.
    private func kept() throws(Trouble) -> Desk {
        guard let desk else { throw .noOutbox }
        return desk
    }
}
