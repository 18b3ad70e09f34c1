// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The desk without a log-in: checks and validates by the user's e-mail address and the offer, as the offer's link tells
/// them (integration document (24), "Utilisation des champs").
///
/// No log-in is ever sent. The platform confirms and tells nothing about the booking (`contract 2018-12 §2.1 #8`).
public struct OpenDesk: Sendable {
    let loop: ExchangeLoop

    /// Checks (*vérifier*) a countermark; changes nothing.
    ///
    /// It is asked again within the deadline when no answer came, as ``RetryPolicy`` says; asking again is harmless.
    ///
    /// - Parameters:
    ///   - countermark: What the user has.
    ///   - email: The address under which the user booked, capitals as they are.
    ///   - offer: The offer that is to be given; `nil` leaves open for which offer the countermark is good, which the
    ///     platform allows for a check.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Returns: Valid, without a booking; or the platform's refusal.
    /// - Throws: ``PassCultureError`` when no answer of the platform came.
    public func verify(
        _ countermark: Countermark, email: EmailAddress, offer: OfferID?, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Verification {
        try await loop.verify(call(.verify, countermark, email, offer, deadline))
    }

    /// Checks (*vérifier*) a countermark on the caller's thread; as ``verify(_:email:offer:deadline:)`` in all else.
    public func verifyBlocking(
        _ countermark: Countermark, email: EmailAddress, offer: OfferID?, deadline: Duration? = nil
    ) throws(PassCultureError) -> Verification {
        try loop.verifyBlocking(call(.verify, countermark, email, offer, deadline))
    }

    /// Validates (*valider*) a countermark: the booking is used. It cannot be taken back.
    ///
    /// The request is sent once; only when it surely never left is it tried again. Cancelling the task after it was sent gives
    /// ``Validation/unknown(_:)``.
    ///
    /// - Parameters:
    ///   - countermark: What the user has.
    ///   - email: The address under which the user booked, capitals as they are.
    ///   - offer: The offer that is given.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Returns: Validated; the platform's refusal; or unknown, when the answer was lost.
    /// - Throws: ``PassCultureError`` only when nothing was sent: trying again is safe.
    public func validate(
        _ countermark: Countermark, email: EmailAddress, offer: OfferID, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Validation {
        try await loop.validate(call(.validate, countermark, email, offer, deadline))
    }

    /// Validates (*valider*) a countermark on the caller's thread; as ``validate(_:email:offer:deadline:)`` in all else.
    public func validateBlocking(
        _ countermark: Countermark, email: EmailAddress, offer: OfferID, deadline: Duration? = nil
    ) throws(PassCultureError) -> Validation {
        try loop.validateBlocking(call(.validate, countermark, email, offer, deadline))
    }

    private func call(
        _ operation: CountermarkCall.Operation, _ countermark: Countermark, _ email: EmailAddress, _ offer: OfferID?,
        _ deadline: Duration?
    ) -> CountermarkCall {
        CountermarkCall(
            operation: operation, countermark: countermark, dialect: Prototype2018(identity: .open(email, offer)),
            deadline: deadline)
    }
}
