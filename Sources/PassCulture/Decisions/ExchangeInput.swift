// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What happened to an exchange.
enum ExchangeInput: Sendable {
    /// The caller asks; `cancelled` when the caller's task has been cancelled already.
    case begin(cancelled: Bool)
    /// The entry was recorded.
    case recorded
    /// The entry could not be recorded; the name of the error's type, as its text is not ours to print.
    case recordFailed(String)
    /// A complete answer came.
    case answered(TransportResponse)
    /// No complete answer came.
    case failed(TransportFailure)
}
