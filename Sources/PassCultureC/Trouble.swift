// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import PassCulture

/// Why a call of the C interface gives no answer: what `pc_last_error` tells of it.
struct Trouble: Error {
    /// The status that the call gives.
    let status: Int32
    /// The stable code as text.
    let code: String
    /// What is known besides, in English, for a log; nothing secret.
    let detail: String
    /// What to tell the person at the till.
    let cashier: CashierSentence
    /// The status of the answer, if there was one; else 0.
    let httpStatus: Int32
    /// Whether certainly nothing reached the platform.
    let nothingWasSent: Bool

    /// A mistake in the program that calls: nothing was sent, and the cashier can only tell the till's support.
    private init(_ status: Int32, _ code: String, _ detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
        cashier = PassCultureError.Code.invalidConfiguration.cashier
        httpStatus = 0
        nothingWasSent = true
    }

    /// `NULL` where something is needed, or a number that means nothing.
    static func badArgument(_ detail: String) -> Trouble { Trouble(PC_BAD_ARGUMENT, "bad-argument", detail) }

    /// A `size` that is none of the struct's, or fields that this library does not know.
    static func badSize(_ detail: String) -> Trouble { Trouble(PC_BAD_SIZE, "bad-size", detail) }

    /// No UTF-8, or too long.
    static func badText(_ detail: String) -> Trouble { Trouble(PC_BAD_TEXT, "bad-text", detail) }

    /// No till of this process that is open.
    static var badHandle: Trouble {
        Trouble(PC_BAD_HANDLE, "bad-handle", "the till is closed, is none, or was opened before a fork")
    }

    /// What was asked needs an outbox, and the till has none.
    static var noOutbox: Trouble { Trouble(PC_NO_OUTBOX, "no-outbox", "the till was opened without an outbox_path") }

    /// A fault of the SDK, by its stable code.
    init(_ error: PassCultureError) {
        status = Trouble.statuses[error.code.code] ?? PC_FAILED
        code = error.code.code
        detail = error.detail ?? ""
        cashier = error.cashier
        httpStatus = Int32(clamping: error.status ?? 0)
        nothingWasSent = error.nothingWasSent
    }

    /// What the outbox could not do, by its stable code.
    init(_ error: OutboxError, nothingWasSent: Bool = true) {
        status =
            switch error.code {
            case .unknownAttempt: PC_NO_SUCH_ATTEMPT
            case .wrongState: PC_WRONG_STATE
            case .nobodyDecided: PC_BAD_ARGUMENT
            default: PC_OUTBOX_FAILED
            }
        code = error.code.code
        detail = error.detail
        cashier = error.cashier
        httpStatus = 0
        self.nothingWasSent = nothingWasSent
    }

    /// A call that is not pass Culture's, by its stable code.
    init(_ refusal: WebhookRefusal) {
        self.init(PC_BAD_SIGNATURE, refusal.code.code, refusal.detail ?? "")
    }

    /// Does what may end in a fault of the SDK.
    static func asking<Value>(_ work: () throws(PassCultureError) -> Value) throws(Trouble) -> Value {
        do throws(PassCultureError) { return try work() } catch { throw Trouble(error) }
    }

    /// Does what may end in trouble with the outbox.
    static func writing<Value>(
        nothingWasSent: Bool = true, _ work: () throws(OutboxError) -> Value
    ) throws(Trouble) -> Value {
        do throws(OutboxError) { return try work() } catch {
            throw Trouble(error, nothingWasSent: nothingWasSent)
        }
    }

    /// By the stable codes, which outlive any name in Swift.
    private static let statuses: [String: Int32] = [
        "invalid-countermark": PC_BAD_COUNTERMARK,
        "late-not-allowed": PC_NOT_LATER,
        "time-needed": PC_TIME_NEEDED,
        "offline-limit": PC_LIMIT_REACHED,
        "already-taken": PC_ALREADY_TAKEN,
        "under-way": PC_UNDER_WAY,
        "invalid-configuration": PC_BAD_CONFIG,
        "never-sent": PC_NEVER_SENT,
        "journal-failed": PC_OUTBOX_FAILED,
        "service-down": PC_SERVICE_DOWN,
        "no-answer": PC_NO_ANSWER,
        "unexpected-status": PC_UNEXPECTED_STATUS,
        "unreadable-answer": PC_UNREADABLE_ANSWER,
        "cancelled": PC_CANCELLED,
        "too-many-requests": PC_TOO_MANY_REQUESTS,
        "not-accepted": PC_NOT_ACCEPTED,
        "not-in-this-edition": PC_NOT_IN_EDITION,
        "nobody-confirmed": PC_BAD_ARGUMENT,
    ]
}
