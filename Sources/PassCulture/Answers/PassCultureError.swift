// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A fault: the question could not be put, or no answer of the platform came back.
///
/// Nothing of this kind says anything about the countermark, and after every one of them the same call may be made
/// again without risk: either nothing left this machine, or it was a mere check. A validation that may have been sent is
/// never reported this way: its outcome is ``Validation/unknown(_:)``.
public struct PassCultureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; stable.
    public let code: Code

    /// The status of the answer, when there was one.
    public let status: Int?

    /// What is known besides, in English, for a log; never holds a countermark, an e-mail address or a password.
    public let detail: String?

    /// Whether it is certain that nothing was done, so that trying again is safe: nothing reached the platform, or it said itself that it did
    /// nothing (429 in today's edition).
    public let nothingWasSent: Bool

    /// How long to wait before asking again, when the platform said so (`Retry-After`) or is held to be down; `nil` when nobody
    /// knows.
    public let retryAfter: Duration?

    /// In a box, since most faults have nothing in it: they stay small.
    private indirect enum Cause: Hashable, Sendable {
        /// The outbox failed.
        case outbox(OutboxError)
        /// It kept from being taken back or cancelled what only waits in the till, and is sent all the same.
        case stillWaits
    }
    private var cause: Cause?

    /// What the desk's outbox failed with (`journal-failed`), where it was the outbox.
    public var outbox: OutboxError? { if case .outbox(let error)? = cause { error } else { nil } }

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What went wrong.
    ///   - status: The status of the answer, when there was one.
    ///   - detail: What is known besides; nothing secret.
    ///   - nothingWasSent: Whether nothing was done; left out, it is what the code says.
    ///   - retryAfter: How long to wait before asking again, when that is known.
    public init(
        _ code: Code, status: Int? = nil, detail: String? = nil, nothingWasSent: Bool? = nil,
        retryAfter: Duration? = nil
    ) {
        self.code = code
        self.status = status
        self.detail = detail
        self.nothingWasSent = nothingWasSent ?? code.nothingWasSent
        self.retryAfter = retryAfter
        cause = nil
    }

    /// Creates the error of what the desk's outbox could not write down, so that it was not sent (``Code/journalFailed``): the detail is the
    /// outbox's code and detail, and the person at the till is told what the outbox has to say.
    ///
    /// - Parameter error: What the outbox failed with.
    public init(notWritten error: OutboxError) {
        code = .journalFailed
        status = nil
        detail = error.description
        nothingWasSent = code.nothingWasSent
        retryAfter = nil
        cause = .outbox(error)
    }

    /// What to tell the person at the till: where the outbox failed, what that one has to say, such as to try again when it is busy; where
    /// something could not be taken back or cancelled whose validation only waits, also that it is sent yet.
    public var cashier: CashierSentence {
        switch cause {
        case .outbox(let error)?: Self.cashier(of: error) ?? code.cashier
        case .stillWaits?: code.cashier.followed(by: .stillWaits)
        case nil: code.cashier
        }
    }

    /// The same fault, of what only waited in the till and was to be taken back or cancelled: it says that this goes on.
    var ofWhatWaits: PassCultureError {
        var fault = self
        fault.cause = cause ?? .stillWaits
        return fault
    }

    /// What the outbox has to say about a validation that it did not take; `nil` where its sentence is about something else.
    private static func cashier(of outbox: OutboxError) -> CashierSentence? {
        switch outbox.code {
        // These two say already that nothing is sent.
        case .unreachable, .diskFull: outbox.cashier
        case .damaged, .notOurs, .newer, .busy, .closed:
            CashierSentence(french: "Rien n'a été envoyé.", english: "Nothing was sent.").followed(by: outbox.cashier)
        default: nil
        }
    }

    /// The code, the status and the detail.
    public var description: String {
        var text = code.description
        if let status { text += ", status \(status)" }
        if let detail { text += ": \(detail)" }
        return text
    }
}
