// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import CivilTime
internal import Glibc
internal import Synchronization

/// All requests of the async path, and the thread that waits for their sockets.
///
/// Whoever makes a request while no other is under way begins it: over a connection that is open already it leaves right there, and the
/// thread is only woken by the answer. While others are under way the thread is awake anyway: it finds the request in its mailbox, and
/// begins many at one go. libcurl's handle is used by one of them at a time, and never waits. Nobody is told an outcome under the lock.
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

    /// What the thread is to begin.
    private struct Mailbox {
        var transfers: [Transfer] = []
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
    /// Locked alone, or within the lock of `work`.
    private let mailbox = Mutex(Mailbox())
    private let thread = Mutex<pthread_t?>(nil)

    /// Starts the thread.
    ///
    /// - Returns: nil when libcurl or the system has no more to give.
    static func start(_ configuration: HTTPClientConfiguration) -> MultiWorker? {
        // Making a handle sets libcurl up.
        let handles = IdlePool(tidy: { $0.forgetLargeBody() }) { EasyHandle(configuration) }
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
            let transfer = Transfer(call: call, exchange: try Exchange(call.checked, on: handle, gate: call.gate))
            if let done = beginHere(transfer) { return finish(done) }
            guard post(transfer) else { throw HTTPClient.wasShutDown }
        } catch {
            handles.giveBack(handle)
            call.decide(.failure(error))
        }
    }

    /// Begins a request on this thread if no other is under way.
    ///
    /// - Returns: what is done already; nil when it is the thread's to begin it.
    private func beginHere(_ transfer: Transfer) -> [Done]? {
        let done: [Done]?? = work.withLockIfAvailable { work in
            guard !work.isStopped, work.transfers.isEmpty else { return nil }
            var done = begin(transfer, &work)
            multi.proceed()
            done += settle(&work)
            if hastenWaking(&work) { events.ring() }
            return done
        }
        return done ?? nil
    }

    /// Leaves a request to the thread.
    ///
    /// - Returns: false when the worker was stopped.
    private func post(_ transfer: Transfer) -> Bool {
        mailbox.withLock { mailbox in
            guard !mailbox.isStopped else { return false }
            mailbox.transfers.append(transfer)
            if mailbox.transfers.count == 1 { events.ring() }
            return true
        }
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
            let posted = mailbox.withLock { mailbox in
                mailbox.isStopped = true
                defer { mailbox.transfers = [] }
                return mailbox.transfers
            }
            defer { work.transfers = [:] }
            return work.transfers.values + posted
        }
        guard let transfers, let thread = thread.withLock({ $0 }) else { return }
        events.ring()
        for transfer in transfers { transfer.call.cancel("the client was shut down") }
        pthread_join(thread, nil)
        handles.close()
    }

    // MARK: Under the lock

    /// Hands a request to libcurl, which begins with it when it proceeds.
    ///
    /// - Returns: the request, if that is the end of it already.
    private func begin(_ transfer: Transfer, _ work: inout Work) -> [Done] {
        // Decided already is a call that was cancelled: it hears nothing more.
        guard !transfer.call.isDecided, multi.add(transfer.exchange.handle) else {
            return [Done(transfer: transfer, code: CURLE_FAILED_INIT)]
        }
        work.transfers[transfer.exchange.handle.pointer] = transfer
        return []
    }

    private func takeMail() -> [Transfer] {
        mailbox.withLock { mailbox in
            defer { mailbox.transfers = [] }
            return mailbox.transfers
        }
    }

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
                let isTime = work.wakesAt.map { $0 <= SystemClock.monotonic() } ?? false
                if isTime { work.wakesAt = nil }
                let mail = takeMail()
                var done = mail.flatMap { begin($0, &work) }
                if isTime || !mail.isEmpty { multi.proceed() }
                done += settle(&work)
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
