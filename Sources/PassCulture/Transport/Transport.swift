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
/// Another carries it by the HTTP client that your product has already. AsyncHTTPClient, for instance, for the `async` calls:
///
/// ```swift
/// struct AsyncHTTPClientTransport: Transport {
///     let client: HTTPClient  // made with `redirectConfiguration = .disallow`
///
///     func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
///         var outgoing = HTTPClientRequest(url: request.url)
///         outgoing.method = HTTPMethod(rawValue: request.method)
///         outgoing.headers.add(contentsOf: request.headers.map { ($0.name, $0.value) })
///         outgoing.body = request.body.map { .bytes($0) }
///         do {
///             let answer = try await client.execute(
///                 outgoing, timeout: .milliseconds(Int64(request.totalDeadline / .milliseconds(1))))
///             return TransportResponse(
///                 status: Int(answer.status.code), contentType: answer.headers.first(name: "Content-Type"),
///                 retryAfter: answer.headers.first(name: "Retry-After").flatMap { RetryAfter($0) },
///                 body: Array((try await answer.body.collect(upTo: 1 << 20)).readableBytesView))
///         } catch where error is NIOConnectionError || (error as? IOError)?.errnoCode == ECONNREFUSED {
///             throw TransportFailure(.neverSent, detail: "\(error)")  // nobody listens
///         } catch {
///             throw TransportFailure(Task.isCancelled ? .cancelled : .noAnswer, detail: "\(error)")
///         }
///     }
///
///     func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
///         throw TransportFailure(.neverSent, detail: "this transport is for the async calls")
///     }
/// }
/// ```
///
/// A failure is *never sent* only where that is certain: a validation that never left is sent again.
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
