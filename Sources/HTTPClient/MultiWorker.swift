// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import CivilTime
internal import Glibc
internal import Synchronization

/// All requests of the async path, and the thread that waits for their sockets.
///
/// Whoever makes a request begins it: over a connection that is open already it leaves right there, and the thread is only woken by the
/// answer. libcurl's handle is used by one of them at a time, and never waits. Nobody is told an outcome under the lock.
///
/// A cancellation cannot be lost: whoever cancels first decides the call's outcome and only then looks for it among the
/// transfers. If it is not there yet, it is decided by the time it gets there, and is not begun.
final class MultiWorker: Sendable {
    private struct Work {
        var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
        /// When the thread wakes by itself; it does so once, even if what it was to wake for is done by then.
        var wakesAt: Span?
        var isStopped = false
    }

    private struct Transfer {
        let call: AsyncCall
        let exchange: Exchange
    }

    private struct Done {
        let transfer: Transfer
        let code: CURLcode
    }

    /// Enough for OpenSSL's handshakes; the name lookups have threads of their own.
    private static let stackBytes = 512 << 10
    private static let mostConnections = 64

    /// Used under the lock of `work` alone.
    private let multi: MultiHandle
    private let events: EventQueue
    private let handles: IdlePool<EasyHandle>
    private let work = Mutex(Work())
    private let thread = Mutex<pthread_t?>(nil)

    /// Starts the thread.
    ///
    /// - Returns: nil when libcurl or the system has no more to give.
    static func start(_ configuration: HTTPClientConfiguration) -> MultiWorker? {
        // Making a handle sets libcurl up.
        let handles = IdlePool { EasyHandle(configuration) }
        guard let handle = handles.take() else { return nil }
        handles.giveBack(handle)
        guard let multi = MultiHandle(mostConnections: mostConnections), let events = EventQueue() else { return nil }
        let worker = MultiWorker(multi, events, handles)
        return worker.startThread() ? worker : nil
    }

    private init(_ multi: MultiHandle, _ events: EventQueue, _ handles: IdlePool<EasyHandle>) {
        self.multi = multi
        self.events = events
        self.handles = handles
    }

    private func startThread() -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackBytes)
        let context = Unmanaged.passRetained(self)
        var thread = pthread_t()
        guard pthread_create(&thread, &attributes, runWorker, context.toOpaque()) == 0 else {
            context.release()
            return false
        }
        self.thread.withLock { $0 = thread }
        return true
    }

    /// Begins a call and decides it, now or later.
    func begin(_ call: AsyncCall) {
        guard let handle = handles.take() else { return call.decide(.failure(HTTPClient.noHandle)) }
        do throws(HTTPClientError) {
            let exchange = try Exchange(call.checked, on: handle, gate: call.gate)
            finish(try begin(Transfer(call: call, exchange: exchange)))
        } catch {
            handles.giveBack(handle)
            call.decide(.failure(error))
        }
    }

    private func begin(_ transfer: Transfer) throws(HTTPClientError) -> [Done] {
        let begun: Result<[Done], HTTPClientError> = work.withLock { work in
            // A call that is decided already was cancelled, and hears no other error.
            guard !work.isStopped, !transfer.call.isDecided else { return .failure(HTTPClient.wasShutDown) }
            let handle = transfer.exchange.handle
            guard multi.add(handle) else {
                return .failure(HTTPClientError(.neverSent(.preparation), detail: "libcurl took no request"))
            }
            work.transfers[handle.pointer] = transfer
            multi.proceed()
            defer { if hastenWaking(&work) { events.ring() } }
            return .success(settle(&work))
        }
        return try begun.get()
    }

    /// Takes a call, decided already, out of libcurl's hands.
    func giveUp(_ call: AsyncCall) {
        let handle: EasyHandle? = work.withLock { work in
            guard let handle = work.transfers.values.first(where: { $0.call === call })?.exchange.handle else {
                return nil
            }
            // Only when libcurl has let go may the exchange go, which it has pointers to.
            multi.remove(handle)
            work.transfers[handle.pointer] = nil
            watchChanges()
            return handle
        }
        if let handle { handles.giveBack(handle) }
    }

    /// Gives up all calls, ends the thread and waits until it is gone.
    func stop() {
        let transfers: [Transfer]? = work.withLock { work in
            guard !work.isStopped else { return nil }
            work.isStopped = true
            for transfer in work.transfers.values { multi.remove(transfer.exchange.handle) }
            events.ring()
            defer { work.transfers = [:] }
            return Array(work.transfers.values)
        }
        guard let transfers, let thread = thread.withLock({ $0 }) else { return }
        for transfer in transfers { transfer.call.cancel("the client was shut down") }
        pthread_join(thread, nil)
        handles.close()
    }

    // MARK: Under the lock

    /// Takes what is done out of libcurl's hands, so that the next request finds the connection free, and watches for the rest.
    private func settle(_ work: inout Work) -> [Done] {
        var done: [Done] = []
        while let (pointer, code) = multi.nextDone() {
            guard let transfer = work.transfers.removeValue(forKey: pointer) else { continue }
            multi.remove(transfer.exchange.handle)
            done.append(Done(transfer: transfer, code: code))
        }
        watchChanges()
        return done
    }

    private func watchChanges() {
        multi.takeChanges { socket, readiness in
            if let readiness { events.watch(socket, for: readiness) } else { events.unwatch(socket) }
        }
    }

    /// Sees to it that the thread wakes when libcurl wants to go on.
    ///
    /// - Returns: whether that is earlier than it would have been.
    private func hastenWaking(_ work: inout Work) -> Bool {
        guard let timeout = multi.timeout else { return false }
        let due = SystemClock.monotonic() + Span(microseconds: Int64(timeout) * 1_000)
        if let wakesAt = work.wakesAt, wakesAt <= due { return false }
        work.wakesAt = due
        return true
    }

    /// How long the thread may sleep, in milliseconds; nil for no end.
    private func sleep(_ work: Work) -> Int32? {
        work.wakesAt.map { wakesAt in
            let left = (wakesAt - SystemClock.monotonic()).microseconds
            return Int32(clamping: max(0, left + 999) / 1_000)
        }
    }

    // MARK: On any thread, without the lock

    private func finish(_ done: [Done]) {
        for one in done {
            let outcome = one.transfer.exchange.outcome(one.code)
            handles.giveBack(one.transfer.exchange.handle)
            one.transfer.call.decide(outcome)
        }
    }

    // MARK: On the worker's thread

    fileprivate func run() {
        var ready: [(socket: Int32, readiness: MultiHandle.Readiness)] = []
        var sleep: Int32?
        while true {
            events.wait(milliseconds: sleep) { ready.append(($0, $1)) }
            let done: [Done]? = work.withLock { work in
                guard !work.isStopped else { return nil }
                for one in ready { multi.proceed(one.socket, ready: one.readiness) }
                if let wakesAt = work.wakesAt, wakesAt <= SystemClock.monotonic() {
                    work.wakesAt = nil
                    multi.proceed()
                }
                let done = settle(&work)
                _ = hastenWaking(&work)
                sleep = self.sleep(work)
                return done
            }
            ready.removeAll(keepingCapacity: true)
            guard let done else { return }
            finish(done)
        }
    }
}

/// The thread's main function. Signals are for the program's other threads.
private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    if let context { Unmanaged<MultiWorker>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
