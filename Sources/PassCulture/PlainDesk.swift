// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The desk without a memory: checks and validates with the account's log-in, and keeps nothing; ``Desk`` keeps what it did.
///
/// Neither the user's e-mail address nor the offer is needed, and a valid countermark comes with the offer, the user and
/// the date (`contract 2018-12 §2.1 #7`). A countermark of another structure is refused as ``Refusal/Reason/notYours``.
public struct PlainDesk: Sendable {
    let logIn: DeskLogIn
    let loop: ExchangeLoop

    /// Checks (*vérifier*) a countermark; changes nothing.
    ///
    /// One request is sent, and none is repeated by the SDK; asking again is harmless.
    ///
    /// - Parameter countermark: What the young person shows.
    /// - Returns: Valid, with the booking; or the platform's refusal.
    /// - Throws: ``PassCultureError`` when no answer of the platform came.
    public func verify(_ countermark: Countermark) async throws(PassCultureError) -> Verification {
        try await loop.verify(call(.verify, countermark))
    }

    /// Checks (*vérifier*) a countermark on the caller's thread; as ``verify(_:)`` in all else.
    public func verifyBlocking(_ countermark: Countermark) throws(PassCultureError) -> Verification {
        try loop.verifyBlocking(call(.verify, countermark))
    }

    /// Validates (*valider*) a countermark: the booking is used and will be reimbursed. It cannot be taken back.
    ///
    /// The request is sent once and never again. Cancelling the task after it was sent gives
    /// ``Validation/unknown(_:)``.
    ///
    /// - Parameter countermark: What the young person shows.
    /// - Returns: Validated; the platform's refusal; or unknown, when the answer was lost.
    /// - Throws: ``PassCultureError`` only when nothing was sent: trying again is safe.
    public func validate(_ countermark: Countermark) async throws(PassCultureError) -> Validation {
        try await loop.validate(call(.validate, countermark))
    }

    /// Validates (*valider*) a countermark on the caller's thread; as ``validate(_:)`` in all else.
    public func validateBlocking(_ countermark: Countermark) throws(PassCultureError) -> Validation {
        try loop.validateBlocking(call(.validate, countermark))
    }

    private func call(_ operation: CountermarkCall.Operation, _ countermark: Countermark) -> CountermarkCall {
        CountermarkCall(operation: operation, countermark: countermark, identity: .desk(logIn))
    }
}
