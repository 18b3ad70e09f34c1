// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One question about one countermark: what is asked, and in what words. Knows how to write itself as a request.
struct CountermarkCall: Sendable {
    /// What is asked.
    enum Operation: Sendable, CaseIterable {
        /// May it be validated? Changes nothing.
        case verify
        /// Validate it.
        case validate
        /// Take its validation back.
        case undo
        /// Cancel its booking.
        case cancel
    }

    let operation: Operation
    let countermark: Countermark
    let dialect: any Dialect
    /// How long the call may take; nil for what the options say.
    var deadline: Duration?

    /// Writes the request.
    func request(on letterhead: Letterhead) -> TransportRequest {
        letterhead.request(dialect.question(operation, countermark), deadline: deadline)
    }

    /// A fault out of a failure of the transport, with nothing in it that must not be logged.
    func fault(_ code: PassCultureError.Code, from failure: TransportFailure) -> PassCultureError {
        dialect.fault(code, from: failure, asked: [countermark.revealed])
    }
}
