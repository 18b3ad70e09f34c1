// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// An HTTP client over libcurl that tells the truth about what was sent.
///
/// It has two paths, with the same checks and the same errors: ``sendBlocking(_:)`` on the caller's thread, and
/// ``send(_:)`` for tasks, which sends on the caller's thread what can be sent at once, and leaves the waiting to one thread that
/// starts with the first request. Connections are kept and used again,
/// by each path for itself. It speaks HTTP/1.1 over TCP or TLS 1.2 and later, verifies certificates, follows no redirect,
/// asks for no compression, and never sends a request twice: libcurl would, a `PATCH` too, when a reused connection dies
/// unanswered. It takes no decisions: what to do after an error is the caller's.
public final class HTTPClient: Sendable {
    private struct State {
        var worker: MultiWorker?
        var isShutDown = false
        /// What was found fit in the last request.
        var known: CheckedRequest.Known?
    }

    /// How this client behaves.
    public let configuration: HTTPClientConfiguration

    /// The lines of the blocking path.
    private let lines: IdlePool<BlockingLine>
    private let state = Mutex(State())

    /// A client. Nothing is started or opened before the first request.
    public init(_ configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
        self.configuration = configuration
        lines = IdlePool(tidy: { $0.handle.forgetLargeBody() }) { BlockingLine(configuration) }
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
        let checked = try check(request)
        guard let line = lines.take() else { throw state.withLock(\.isShutDown) ? Self.wasShutDown : Self.noHandle }
        defer { lines.giveBack(line) }
        let exchange = try Exchange(checked, on: line.handle, gate: SendGate())
        return try withExtendedLifetime(exchange) { exchange.outcome(line.perform()) }.get()
    }

    /// Sends a request and waits for the answer, without holding a thread.
    ///
    /// A cancelled task gets its error at once, and the connection is closed.
    ///
    /// - Returns: the answer, whatever its status.
    /// - Throws: ``HTTPClientError`` when there is none, or not the whole of it.
    public func send(_ request: HTTPRequest) async throws(HTTPClientError) -> HTTPResponse {
        let call = AsyncCall(try check(request))
        let worker = try startedWorker()
        // A client that is let go while a request is under way ends after it.
        defer { withExtendedLifetime(self) {} }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if call.wait(continuation) { worker.begin(call) }
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
        lines.close()
    }

    private func check(_ request: HTTPRequest) throws(HTTPClientError) -> CheckedRequest {
        let known = state.withLock(\.known)
        let checked = try CheckedRequest(request, configuration, known: known)
        if checked.known !== known { state.withLock { $0.known = checked.known } }
        return checked
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

    static let noHandle = HTTPClientError(.neverSent(.preparation), detail: "libcurl has no handle left")
    static let wasShutDown = HTTPClientError(
        .cancelled, detail: "the client was shut down", wasNeverSent: true)
}
