// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("The fake transport")
struct FakeTransportTests {
    @Test("gives its script in order, and then fails as never sent", arguments: Way.allCases)
    func script(way: Way) async throws {
        let counter = try Counter([.status(204)])
        counter.transport.append(.answer(SampleAnswer.cancelled.response))
        #expect(counter.transport.stepsLeft == 2)
        #expect(try await counter.verify(.open, way) == .valid(nil))
        guard case .refused(let refusal) = try await counter.verify(.open, way) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .cancelled)
        let error = await #expect(throws: PassCultureError.self) { try await counter.verify(.open, way) }
        #expect(error?.code == .neverSent)
        #expect(error?.detail == "the script is over")
        #expect(counter.transport.requests.count == 3)
    }

    @Test("takes requests from many tasks at once and forgets none")
    func concurrency() async throws {
        let counter = try Counter((0..<100).map { _ in .status(204) })
        let validated = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 { group.addTask { (try? await counter.validate(.desk, .async)) == .validated } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(validated == 100)
        #expect(counter.transport.requests.count == 100)
        #expect(Set(counter.journal.entries.map(\.attempt)).count == 100)
    }
}
