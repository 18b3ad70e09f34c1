// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The desk without a memory: checks and validates with the account's log-in, and keeps nothing; ``Desk`` keeps what it did.
///
/// Neither the user's e-mail address nor the offer is needed, and a valid countermark comes with the offer, the user and
/// the date (`contract 2018-12 §2.1 #7`). A countermark of another structure is refused as ``Refusal/Reason/notYours``.
public struct PlainDesk: Sendable {
    let dialect: any Dialect
    let loop: ExchangeLoop

    /// Checks (*vérifier*) a countermark; changes nothing.
    ///
    /// It is asked again within the deadline when no answer came, as ``RetryPolicy`` says; asking again is harmless.
    ///
    /// - Parameters:
    ///   - countermark: What the young person shows.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Returns: Valid, with the booking; or the platform's refusal.
    /// - Throws: ``PassCultureError`` when no answer of the platform came.
    public func verify(
        _ countermark: Countermark, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Verification {
        try await loop.verify(call(.verify, countermark, deadline))
    }

    /// Checks (*vérifier*) a countermark on the caller's thread; as ``verify(_:deadline:)`` in all else.
    public func verifyBlocking(
        _ countermark: Countermark, deadline: Duration? = nil
    ) throws(PassCultureError) -> Verification {
        try loop.verifyBlocking(call(.verify, countermark, deadline))
    }

    /// Validates (*valider*) a countermark: the booking is used and will be reimbursed. This desk cannot take it back; a ``Desk`` can, in
    /// today's edition (``Desk/undo(_:confirmedBy:deadline:)``).
    ///
    /// This desk remembers no check, and in today's edition the vendor's key opens other venues too: verify first, and validate nothing that
    /// is refused as ``Refusal/Reason/wrongVenue``, or another venue is paid. ``Desk`` sees to that itself.
    ///
    /// The request is sent once; only when it surely never left is it tried again. Cancelling the task after it was sent gives
    /// ``Validation/unknown(_:)``.
    ///
    /// - Parameters:
    ///   - countermark: What the young person shows.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Returns: Validated; the platform's refusal; or unknown, when the answer was lost.
    /// - Throws: ``PassCultureError`` only when nothing was sent: trying again is safe.
    public func validate(
        _ countermark: Countermark, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Validation {
        try await loop.validate(call(.validate, countermark, deadline))
    }

    /// Validates (*valider*) a countermark on the caller's thread; as ``validate(_:deadline:)`` in all else.
    public func validateBlocking(
        _ countermark: Countermark, deadline: Duration? = nil
    ) throws(PassCultureError) -> Validation {
        try loop.validateBlocking(call(.validate, countermark, deadline))
    }

    private func call(_ operation: CountermarkCall.Operation, _ countermark: Countermark, _ deadline: Duration?)
        -> CountermarkCall
    {
        CountermarkCall(operation: operation, countermark: countermark, dialect: dialect, deadline: deadline)
    }
}
