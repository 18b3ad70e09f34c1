// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCultureTesting
import Synchronization
import TestSupport
import Testing

@testable import PassCulture

@Suite("The thread of a desk")
struct DeskThreadTests {
    @Test("async, a desk writes, sends and writes again on one thread of its own, which is none of Swift's pool")
    func oneThread() async throws {
        let threads = Threads()
        let desk = try PassCulture(.integration, transport: NotingTransport(threads)).desk(
            email: "pro@example.com", password: "Azerty123456!@", outbox: MemoryOutbox(),
            settings: Desk.Settings(now: { threads.note("time") }))
        for number in 100_001...100_020 {
            threads.clear()
            _ = try await desk.validate(Countermark(String(number)))
            let seen = threads.seen
            // The time of the attempt is the caller's; then that of a write, the sending, and that of the other write.
            #expect(seen.map(\.what) == ["time", "time", "send", "time"])
            #expect(Set(seen.dropFirst().map(\.thread)).count == 1)
            #expect(seen.first?.thread != seen.last?.thread)
        }
        let own = try #require(threads.seen.last?.thread)
        let pool = await withTaskGroup(of: pthread_t.self) { group in
            for _ in 0..<200 { group.addTask { pthread_self() } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(!pool.contains(own))
    }

    @Test("a desk that is let go while it waits for an answer still tells what came")
    func letGo() async throws {
        let outbox = MemoryOutbox()
        let task = Task {
            try await PassCulture(.integration, transport: NotingTransport(Threads())).desk(
                email: "pro@example.com", password: "Azerty123456!@", outbox: outbox
            ).validate(Countermark("LYSYU9"))
        }
        guard case .validated = try await task.value else { return #expect(Bool(false)) }
        #expect(outbox.writes == 2)
    }

    @Test("cancelled while it waits for the answer, a validation is unknown, and written down as that")
    func cancelled() async throws {
        let outbox = MemoryOutbox()
        let hanging = HangingTransport()
        let desk = try PassCulture(.integration, transport: hanging).desk(
            email: "pro@example.com", password: "Azerty123456!@", outbox: outbox)
        let task = Task { try await desk.validate(Countermark("LYSYU9")) }
        await hanging.started.wait()
        #expect(outbox.attempts.map(\.state) == [.sent])
        task.cancel()
        guard case .unknown = try await task.value else { return #expect(Bool(false)) }
        #expect(outbox.attempts.map(\.state) == [.unknown])
        #expect(outbox.attempts.map(\.note) == ["cancelled"])
    }
}

/// Which threads did what.
private final class Threads: Sendable {
    private let notes = Mutex<[(what: String, thread: pthread_t)]>([])

    var seen: [(what: String, thread: pthread_t)] { notes.withLock { $0 } }

    func clear() { notes.withLock { $0 = [] } }

    @discardableResult
    func note(_ what: String) -> Instant {
        notes.withLock { $0.append((what, pthread_self())) }
        return AttemptTests.start
    }
}

/// Validates, and notes on which thread it was asked.
private struct NotingTransport: Transport {
    let threads: Threads

    init(_ threads: Threads) { self.threads = threads }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        try sendBlocking(request)
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        threads.note("send")
        return TransportResponse(status: 204)
    }
}

/// Sends, and never has an answer.
private struct HangingTransport: Transport {
    let started = Signal()

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        started.fire()
        // Ends when the task is cancelled.
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        for await _ in stream {}
        continuation.finish()
        throw TransportFailure(.cancelled)
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        throw TransportFailure(.neverSent)
    }
}
