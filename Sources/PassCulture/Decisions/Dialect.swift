// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How one ``Edition`` of the contract speaks, for who asks in it: what it asks, and what its answers mean.
///
/// Everything that differs between the editions is behind this; machines, loops and desks know no edition.
protocol Dialect: Sendable {
    /// The edition.
    var edition: Edition { get }

    /// What it can ask about a countermark.
    var operations: Set<CountermarkCall.Operation> { get }

    /// The value of the header `Authorization`; nil for who asks without.
    var authorization: String? { get }

    /// The path of a validation without anything secret, for what is told of one that has no request yet.
    var validationPath: String { get }

    /// How often it may ask; nil for as often as it likes.
    var limit: RateLimit? { get }

    /// What must never be printed.
    var secrets: [String] { get }

    /// How it asks about a countermark.
    func question(_ operation: CountermarkCall.Operation, _ countermark: Countermark) -> DialectQuestion

    /// Whether bookings can be listed.
    var hasLists: Bool { get }

    /// How it asks for a page of bookings; nil where there is no such list.
    ///
    /// - Parameter first: The lowest number that is asked for.
    func listing(_ query: BookingQuery, from first: Int) -> DialectQuestion?

    /// How it asks whether the till's venue has a booking in a status; nil where that cannot be asked, or not of this booking.
    func search(for booking: String, in status: BookingStatus) -> DialectQuestion?

    /// Whether a log-in opens other venues than the till's, so that a check has to compare before anything is validated.
    var comparesVenues: Bool { get }

    /// What a check comes to that is answered with nothing but yes; nil where that is no answer.
    var nothingTold: Verification? { get }

    /// What a check comes to that is answered with a booking, or with what is none:
    /// ``PassCultureError/Code/unreadableAnswer``.
    func verification(reading body: [UInt8]) -> Result<Verification, PassCultureError>

    /// What a 4xx says.
    func refusal(in response: TransportResponse, to operation: CountermarkCall.Operation) -> Refusal

    /// Whether a 429 comes from the platform before it has done anything, and how long it is then to be left alone; nil when it proves
    /// nothing.
    func patience(after response: TransportResponse) -> Duration?
}

/// How a dialect asks one thing.
struct DialectQuestion: Sendable {
    /// The method.
    let method: String
    /// What follows the address of the platform, query included.
    let path: String
    /// The path without anything secret, for logs.
    let pathTemplate: String
    /// The body, as JSON.
    let body: [UInt8]?
}

extension Dialect {
    /// A fault out of a failure of the transport: its code where it says more than the fault's, and its detail scrubbed.
    ///
    /// - Parameter asked: What was asked about, if that must not be printed either.
    func fault(
        _ code: PassCultureError.Code, from failure: TransportFailure, asked: [String] = []
    ) -> PassCultureError {
        let more = failure.code.code == code.code ? failure.detail : failure.description
        return PassCultureError(
            code, status: failure.status, detail: more.isEmpty ? nil : scrubbed(more, asked),
            nothingWasSent: failure.nothingWasSent, retryAfter: failure.retryAfter)
    }

    /// The text without anything that must not be logged.
    func scrubbed(_ text: String, _ asked: [String] = []) -> String {
        (asked + secrets).reduce(text) { $0.hiding($1, by: "(hidden)") }
    }
}
