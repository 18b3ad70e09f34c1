// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("The hosts of the two editions")
struct TwoHostsTests {
    private static let today = "https://backend.integration.passculture.pro"
    private static let of2018 = "https://backend.passculture-integration.beta.gouv.fr"
    private static let dead = FakeTransport.Step.fail(TransportFailure(.noAnswer))

    private func passCulture(_ script: [FakeTransport.Step]) -> (PassCulture, FakeTransport) {
        let transport = FakeTransport(script)
        let options = Options(
            retries: .none, circuit: CircuitPolicy(faults: 2, coolDown: .seconds(10)), time: VirtualTime())
        return (PassCulture(.integration, options: options, transport: transport), transport)
    }

    private func warmUp(_ passCulture: PassCulture, _ way: Way, for edition: Edition? = nil) async throws {
        switch way {
        case .async: try await passCulture.warmUp(for: edition)
        case .blocking: try passCulture.warmUpBlocking(for: edition)
        }
    }

    @Test("are down each by itself: the dead one of 2018 refuses nobody at today's", arguments: Way.allCases)
    func apart(way: Way) async throws {
        let (passCulture, transport) = passCulture([Self.dead, Self.dead, .answer(.booking())])
        for _ in 1...2 { try? await warmUp(passCulture, way, for: .prototype2018) }
        #expect(passCulture.circuit(for: .prototype2018) == .open(.seconds(10)))
        #expect(passCulture.circuit(for: .publicV1) == .closed)
        #expect(passCulture.circuit == .open(.seconds(10)))
        let desk = try passCulture.plainDesk(as: .provider(key: try TodaysTill.key(), venue: 1))
        guard case .valid = try await desk.verify(try Countermark("LYSYU9"), way) else { return #expect(Bool(false)) }
        let old = try passCulture.plainDesk(as: .portal(email: "a@b.fr", password: "x"))
        let error = await #expect(throws: PassCultureError.self) {
            try await old.verify(try Countermark("LYSYU9"), way)
        }
        #expect(error?.code == .serviceDown)
        #expect(transport.requests.count == 3)
    }

    @Test("share what they learn with all desks and publishers of theirs", arguments: Way.allCases)
    func shared(way: Way) async throws {
        let (passCulture, _) = passCulture([Self.dead, Self.dead])
        let key = try TodaysTill.key()
        _ = try? await passCulture.plainDesk(as: .provider(key: key, venue: 1)).verify(try Countermark("LYSYU9"), way)
        try? await warmUp(passCulture, way)
        let error = await #expect(throws: PassCultureError.self) {
            try await passCulture.publisher(key: key).event(5)
        }
        #expect(error?.code == .serviceDown)
    }

    @Test("are warmed up where somebody speaks to them", arguments: Way.allCases)
    func warm(way: Way) async throws {
        let identities: [DeskIdentity] = [
            .provider(key: try TodaysTill.key(), venue: 1), .portal(email: "a@b.fr", password: "x"),
        ]
        let cases: [([DeskIdentity], [String])] = [
            ([], [Self.of2018]), ([identities[0]], [Self.today]), ([identities[1]], [Self.of2018]),
            (identities, [Self.today, Self.of2018]),
        ]
        for (identities, hosts) in cases {
            // The first is dead: the other is warmed up all the same.
            let (passCulture, transport) = passCulture([Self.dead, .status(404)])
            for identity in identities { _ = try passCulture.desk(as: identity, outbox: MemoryOutbox()) }
            await #expect(throws: PassCultureError.self) { try await warmUp(passCulture, way) }
            #expect(transport.requests.map(\.url) == hosts.map { $0 + "/health" })
        }
    }
}
