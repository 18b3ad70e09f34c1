// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl
internal import Glibc
internal import Synchronization

/// The thread that drives all requests of the async path, and its mailbox.
///
/// A cancellation cannot be lost: whoever cancels first decides the call's outcome and only then writes. If the worker
/// finds the note before the call itself, the call is decided by the time it gets there, and is not begun.
final class MultiWorker: Sendable {
    private enum Message {
        case begin(AsyncCall)
        case giveUp(AsyncCall)
    }

    private struct Mailbox {
        var messages: [Message] = []
        var isStopped = false
    }

    /// libcurl's multi handle.
    private struct Multi: @unchecked Sendable {
        // Unchecked, because a pointer is never Sendable: all but `curl_multi_wakeup`, which is safe from any thread,
        // is called by the worker's thread alone, and the end comes when that thread is gone.
        let pointer: UnsafeMutableRawPointer
    }

    /// Enough for OpenSSL's handshakes; the name lookups have threads of their own.
    private static let stackBytes = 512 << 10
    private static let mostIdleConnections = 64
    private static let mostIdleHandles = 16

    private let configuration: HTTPClientConfiguration
    private let multi: Multi
    private let mailbox = Mutex(Mailbox())
    private let thread = Mutex<pthread_t?>(nil)

    /// Starts the thread.
    ///
    /// - Returns: nil when libcurl or the system has no more to give.
    static func start(_ configuration: HTTPClientConfiguration) -> MultiWorker? {
        // Making a handle sets libcurl up.
        guard let handle = EasyHandle() else { return nil }
        handle.close()
        guard let multi = curl_multi_init() else { return nil }
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, mostIdleConnections)
        let worker = MultiWorker(configuration, Multi(pointer: multi))
        return worker.startThread() ? worker : nil
    }

    private init(_ configuration: HTTPClientConfiguration, _ multi: Multi) {
        self.configuration = configuration
        self.multi = multi
    }

    deinit {
        curl_multi_cleanup(multi.pointer)
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

    /// Hands a call over to the thread.
    ///
    /// - Returns: false when the worker was stopped.
    func begin(_ call: AsyncCall) -> Bool {
        post(.begin(call))
    }

    /// Tells the thread that a call, decided already, needs no more work.
    func giveUp(_ call: AsyncCall) {
        _ = post(.giveUp(call))
    }

    /// Gives up all calls, ends the thread and waits until it is gone.
    func stop() {
        let isFirst = mailbox.withLock { mailbox in
            guard !mailbox.isStopped else { return false }
            mailbox.isStopped = true
            curl_multi_wakeup(multi.pointer)
            return true
        }
        guard isFirst, let thread = thread.withLock({ $0 }) else { return }
        pthread_join(thread, nil)
    }

    private func post(_ message: Message) -> Bool {
        mailbox.withLock { mailbox in
            guard !mailbox.isStopped else { return false }
            mailbox.messages.append(message)
            if mailbox.messages.count == 1 { curl_multi_wakeup(multi.pointer) }
            return true
        }
    }

    // MARK: On the worker's thread

    /// What the thread has in hand.
    private struct Work {
        var exchanges: [UnsafeMutableRawPointer: (call: AsyncCall, exchange: Exchange)] = [:]
        var handles: [ObjectIdentifier: EasyHandle] = [:]
        var idle: [EasyHandle] = []
    }

    /// How long the thread sleeps at most when nobody wakes it.
    private static let longestSleep: Int32 = 60_000

    fileprivate func run() {
        var work = Work()
        while true {
            let (messages, isStopped) = mailbox.withLock { mailbox in
                defer { mailbox.messages = [] }
                return (mailbox.messages, mailbox.isStopped)
            }
            for message in messages {
                switch message {
                case .begin(let call): begin(call, &work)
                case .giveUp(let call): remove(call, &work)
                }
            }
            if isStopped { break }
            var running: Int32 = 0
            curl_multi_perform(multi.pointer, &running)
            finishDone(&work)
            curl_multi_poll(multi.pointer, nil, 0, Self.longestSleep, nil)
        }
        for (call, _) in work.exchanges.values {
            call.cancel("the client was shut down")
            remove(call, &work)
        }
        for handle in work.idle { handle.close() }
    }

    private func begin(_ call: AsyncCall, _ work: inout Work) {
        guard !call.isDecided else { return }
        guard let handle = work.idle.popLast() ?? EasyHandle() else {
            call.decide(.failure(HTTPClientError(.neverSent(.preparation), detail: "libcurl has no handle left")))
            return
        }
        let exchange = Exchange(call.checked, on: handle, gate: call.gate, configuration)
        work.exchanges[handle.pointer] = (call, exchange)
        work.handles[ObjectIdentifier(call)] = handle
        guard curl_multi_add_handle(multi.pointer, handle.pointer) == CURLM_OK else {
            call.decide(.failure(HTTPClientError(.neverSent(.preparation), detail: "libcurl took no request")))
            remove(call, &work)
            return
        }
    }

    private func finishDone(_ work: inout Work) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle,
                let (call, exchange) = work.exchanges[pointer]
            else { continue }
            // Whoever waits goes on at once; what it sends next finds the connection back in its place, for it comes by this thread.
            call.decide(exchange.outcome(ccurl_message_result(message)))
            remove(call, &work)
        }
    }

    /// Takes a call off libcurl's hands; its connection is closed if the answer is not complete.
    private func remove(_ call: AsyncCall, _ work: inout Work) {
        guard let handle = work.handles.removeValue(forKey: ObjectIdentifier(call)) else { return }
        curl_multi_remove_handle(multi.pointer, handle.pointer)
        // Only now may the exchange go, which libcurl has pointers to.
        handle.reset()
        work.exchanges[handle.pointer] = nil
        if work.idle.count < Self.mostIdleHandles {
            work.idle.append(handle)
        } else {
            handle.close()
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
