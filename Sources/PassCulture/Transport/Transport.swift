// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What carries a request to the platform and its answer back: the one place where the SDK meets the network.
///
/// ``CurlTransport`` is the default. A test gives another:
///
/// ```swift
/// struct AlwaysValid: Transport {
///     func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
///         TransportResponse(status: 204)
///     }
///     func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
///         TransportResponse(status: 204)
///     }
/// }
/// ```
///
/// A transport makes no decisions. Above all it sends a request **once**: never a second time after a broken
/// connection, and never on to where a redirection points. It keeps the deadlines of the request.
public protocol Transport: Sendable {
    /// Sends a request and waits for the answer without holding a thread.
    ///
    /// - Throws: ``TransportFailure``, which tells whether the request may have reached the platform. When the task is
    ///   cancelled, the failure is ``TransportFailure/Code/cancelled``.
    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse

    /// Sends a request and waits for the answer on the caller's thread.
    ///
    /// - Throws: ``TransportFailure``, which tells whether the request may have reached the platform.
    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse
}
