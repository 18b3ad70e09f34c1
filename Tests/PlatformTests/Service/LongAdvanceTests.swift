// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

@Suite("A long advance of the clock")
struct LongAdvanceTests {
    private func beginning(_ service: Service, _ target: Instant) throws -> Service.Core.Journey {
        try service.withCore { core throws(Service.AdvanceError) in try core.setOut(.to(target), mode: nil) }
    }

    private func step(_ journey: Service.Core.Journey, in service: Service) -> (Service.Core.Journey, isThere: Bool) {
        service.withCore { core in
            var journey = journey
            let isThere = core.goOn(&journey, mode: nil)
            return (journey, isThere)
        }
    }

    @Test("is gone in steps, each under the lock by itself; between them time stands where everything is settled")
    func steps() throws {
        let service = try makeService()
        let target = try #require(Instant(iso8601: "2118-12-03T00:00:00Z"))
        var journey = try beginning(service, target)
        var isThere = false
        var steps = 0
        while !isThere {
            let before = journey.advanced.settledCount
            (journey, isThere) = step(journey, in: service)
            steps += 1
            #expect(journey.advanced.settledCount - before <= Service.Core.step)
            #expect(service.read { state, now in state.now == now && (state.nextDue?.at ?? .latest) > now })
            #expect(service.now() == journey.advanced.now)
        }
        #expect(steps == 5)
        #expect(service.now() == target)
        #expect(journey.advanced.settledCount == 2_400)
        #expect(journey.advanced.settled.count == Service.Advanced.listedAtMost)
        #expect(journey.advanced.settled.map(\.at) == journey.advanced.settled.map(\.at).sorted())
    }

    @Test("whoever advances meanwhile starts from where it leads, and both arrive")
    func meanwhile() async throws {
        let service = try makeService()
        let target = try #require(Instant(iso8601: "2118-12-03T00:00:00Z"))
        let (first, isThere) = step(try beginning(service, target), in: service)
        #expect(!isThere)
        #expect(service.now() < target)
        await #expect(throws: Service.AdvanceError.self) { try await service.advance(.to(target - .seconds(1))) }
        let second = try await service.advance(.by(.days(1)))
        #expect(second.now == target + .days(1))
        let (end, isOver) = step(first, in: service)
        #expect(isOver)
        #expect(end.advanced.now == target + .days(1))
    }

    @Test("many at once come to the sum of them, each batch run once")
    func concurrent() async throws {
        let service = try makeService()
        let start = service.now()
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await service.advance(.by(.days(20_000))).settledCount } }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(service.now() == start + .days(160_000))
        let alone = try makeService()
        let expected = try await alone.advance(.by(.days(160_000))).settledCount
        #expect(counts.reduce(0, +) == expected)
    }

    @Test(
        "is left where it stands when its task is cancelled, as it is when the platform stops; the next one starts there"
    )
    func cancelled() async throws {
        let service = try makeService()
        let target = try #require(Instant(iso8601: "9999-12-01T00:00:00Z"))
        let advanced = try await withThrowingTaskGroup(of: Service.Advanced.self) { group in
            group.cancelAll()
            group.addTask { try await service.advance(.to(target)) }
            return try await group.next()
        }
        #expect(advanced?.settledCount == Service.Core.step)
        #expect(advanced?.now == service.now())
        let next = try await service.advance(.by(.seconds(1)))
        #expect(next.now == service.now())
        #expect(next.now < target)
    }

    @Test("ends with a reset or a restored snapshot, which it does not carry into the future; a fork does not go on")
    func ends() throws {
        let service = try makeService()
        let start = service.now()
        let label = service.takeSnapshot()
        let target = try #require(Instant(iso8601: "2118-12-03T00:00:00Z"))
        for restart in [{ service.reset() }, { _ = service.restoreSnapshot(label.id) }] {
            let (journey, _) = step(try beginning(service, target), in: service)
            let fork = service.fork()
            #expect(fork.withCore { $0.destination } == nil)
            restart()
            let (end, isThere) = step(journey, in: service)
            #expect(isThere)
            #expect(end.advanced.now == start)
            #expect(service.now() == start)
        }
    }
}
