// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The signals by which people and systems end a command, held back: they cancel what is under way, and it says what became of it.
///
/// Their handler writes one byte into a pipe, which a thread of its own reads: nothing else happens where one interrupts. (They cannot be
/// blocked: the first thread, which nobody here starts, lets them through.) Whoever started the command and had one of them ignored
/// is obeyed.
final class EndingSignals: Sendable {
    private struct State {
        var came: Int32?
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let reader: Int32

    /// Holds the signals back from now on; once in a process.
    init() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            reader = -1
            return
        }
        reader = ends[0]
        let context = Unmanaged.passRetained(self)
        var thread = pthread_t()
        guard pthread_create(&thread, nil, EndingSignals.wait, context.toOpaque()) == 0 else {
            // Nobody would hear of them.
            context.release()
            return
        }
        pthread_detach(thread)
        EndingSignals.writer.store(ends[1], ordering: .releasing)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            sigaction(number, nil, &action)
            guard unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 0 else { continue }
            action.__sigaction_handler.sa_handler = EndingSignals.note
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
    }

    /// Does work that a signal cancels, and waits for its end.
    ///
    /// - Returns: What it came to, and the signal that came meanwhile.
    func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value
    ) async -> (value: Value, signal: Int32?) {
        let task = Task(operation: work)
        let came = state.withLock { state in
            state.cancel = { task.cancel() }
            return state.came
        }
        if came != nil { task.cancel() }
        let value = await task.value
        return (value, state.withLock { $0.came })
    }

    /// Ends the process by a signal, as if it had never been held back.
    static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        var one = sigset_t()
        sigemptyset(&one)
        sigaddset(&one, number)
        pthread_sigmask(SIG_UNBLOCK, &one, nil)
        raise(number)
        _exit(128 + number)
    }

    private func take(_ number: Int32) {
        let isFirst = state.withLock { state in
            defer { state.came = state.came ?? number }
            return state.came == nil
        }
        // Whoever insists does not want to read what became of it.
        guard isFirst else { _exit(CommandExit.open().code) }
        state.withLock { $0.cancel }?()
    }

    /// Where the handler writes.
    private static let writer = Atomic<Int32>(-1)

    /// The handler: a load, a write, and the thread goes on as if nothing had been.
    private static let note: @convention(c) (Int32) -> Void = { number in
        let kept = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(writer.load(ordering: .acquiring), &byte, 1)
        errno = kept
    }

    /// The signals' thread, which lets the others have them.
    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        guard let context else { return nil }
        let signals = Unmanaged<EndingSignals>.fromOpaque(context).takeRetainedValue()
        var byte: UInt8 = 0
        while true {
            if read(signals.reader, &byte, 1) == 1 { signals.take(Int32(byte)) }
        }
    }
}
