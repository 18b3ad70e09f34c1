// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import Synchronization

/// An HTTP client over libcurl that tells the truth about what was sent.
///
/// It has two paths, with the same checks and the same errors: ``sendBlocking(_:)`` on the caller's thread, and
/// ``send(_:)`` for tasks, driven by one thread that starts with the first request. Connections are kept and used again,
/// by each path for itself. It speaks HTTP/1.1 over TCP or TLS 1.2 and later, verifies certificates, follows no redirect,
/// asks for no compression, and never sends a request twice: libcurl would, a `PATCH` too, when a reused connection dies
/// unanswered. It takes no decisions: what to do after an error is the caller's.
public final class HTTPClient: Sendable {
    private struct State {
        var worker: MultiWorker?
        var isShutDown = false
    }

    /// How this client behaves.
    public let configuration: HTTPClientConfiguration

    private let pool = EasyHandlePool()
    private let state = Mutex(State())

    /// A client. Nothing is started or opened before the first request.
    public init(_ configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
        self.configuration = configuration
    }

    deinit {
        shutdown()
    }

    /// Sends a request and waits for the answer, on the caller's thread.
    ///
    /// Any number of threads may do so at once. Only the deadlines end it: neither the cancellation of a task nor
    /// ``shutdown()`` does.
    ///
    /// - Returns: the answer, whatever its status.
    /// - Throws: ``HTTPClientError`` when there is none, or not the whole of it.
    public func sendBlocking(_ request: HTTPRequest) throws(HTTPClientError) -> HTTPResponse {
        let checked = try CheckedRequest(request, configuration)
        guard !state.withLock(\.isShutDown) else { throw Self.wasShutDown }
        guard let handle = pool.take() else {
            throw HTTPClientError(.neverSent(.preparation), detail: "libcurl has no handle left")
        }
        defer { pool.giveBack(handle) }
        let exchange = Exchange(checked, on: handle, gate: SendGate(), configuration)
        return try withExtendedLifetime(exchange) { exchange.outcome(curl_easy_perform(handle.pointer)) }.get()
    }

    /// Sends a request and waits for the answer, without holding a thread.
    ///
    /// A cancelled task gets its error at once, and the connection is closed.
    ///
    /// - Returns: the answer, whatever its status.
    /// - Throws: ``HTTPClientError`` when there is none, or not the whole of it.
    public func send(_ request: HTTPRequest) async throws(HTTPClientError) -> HTTPResponse {
        let call = AsyncCall(try CheckedRequest(request, configuration))
        let worker = try startedWorker()
        // A client that is let go while a request is under way ends after it.
        defer { withExtendedLifetime(self) {} }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard call.wait(continuation) else { return }
                if !worker.begin(call) { call.decide(.failure(Self.wasShutDown)) }
            }
        } onCancel: {
            call.cancel("the task was cancelled")
            worker.giveUp(call)
        }
        return try outcome.get()
    }

    /// Ends what the client has running: requests of ``send(_:)`` under way are cancelled, connections closed.
    ///
    /// Returns when the client's thread is gone. Requests made afterwards are cancelled at once. Letting go of the client
    /// does the same.
    public func shutdown() {
        let worker = state.withLock { state in
            state.isShutDown = true
            defer { state.worker = nil }
            return state.worker
        }
        worker?.stop()
        pool.close()
    }

    private func startedWorker() throws(HTTPClientError) -> MultiWorker {
        let result: Result<MultiWorker, HTTPClientError> = state.withLock { state in
            if state.isShutDown { return .failure(Self.wasShutDown) }
            if let worker = state.worker { return .success(worker) }
            guard let worker = MultiWorker.start(configuration) else {
                return .failure(HTTPClientError(.neverSent(.preparation), detail: "the client's thread did not start"))
            }
            state.worker = worker
            return .success(worker)
        }
        return try result.get()
    }

    private static let wasShutDown = HTTPClientError(
        .cancelled, detail: "the client was shut down", wasNeverSent: true)
}
