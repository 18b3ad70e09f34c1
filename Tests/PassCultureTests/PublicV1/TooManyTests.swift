// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("Too many requests")
struct TooManyTests {
    @Test("to a validation means that nothing was done, in the one flag that tells so", arguments: Way.allCases)
    func nothingDone(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking()), .answer(.tooManyRequests)])
        let desk = try till.desk()
        _ = try await desk.check(till.code, way)
        for _ in 1...2 {
            // The platform's own 429, and then what this process holds back.
            let error = await #expect(throws: PassCultureError.self) { try await desk.validate(till.code, way) }
            #expect(error?.code == .tooManyRequests)
            #expect(error?.nothingWasSent == true)
        }
        #expect(till.transport.requests.count == 2)
    }

    @Test("has a validation wait under its own name, and reconciling stop under it", arguments: Way.allCases)
    func stored(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking()), .answer(.tooManyRequests), .answer(.done)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox, Desk.Settings(offline: .store(OfflineLimits())))
        _ = try await desk.check(till.code, way)
        guard case .provisional(let provisional) = try await desk.validate(till.code, way) else {
            return #expect(Bool(false))
        }
        #expect(provisional.cause == .tooManyRequests)
        #expect(provisional.fault?.retryAfter == .seconds(60))
        let stopped = try await desk.reconcile(way).stoppedBy
        #expect(stopped?.code == .tooManyRequests)
        #expect(stopped?.retryAfter == .seconds(60))
        till.time.advance(by: .seconds(60))
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
    }
}
