// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("When the service is down")
struct CircuitTests {
    private static let noAnswer = FakeTransport.Step.fail(TransportFailure(.noAnswer))

    /// A counter whose circuit opened: two checks were not answered.
    private static func opened(
        _ script: [FakeTransport.Step], _ way: Way, observe: (@Sendable (Event) -> Void)? = nil
    ) async throws -> Counter {
        let counter = try Counter(
            [noAnswer, noAnswer] + script, circuit: CircuitPolicy(faults: 2, coolDown: .seconds(10)), observe: observe)
        for _ in 1...2 { _ = try? await counter.verify(.desk, way) }
        return counter
    }

    @Test("every call fails at once, and nothing is sent or recorded", arguments: waysAndModes)
    func open(mode: Mode, way: Way) async throws {
        let counter = try await Self.opened([.status(204)], way)
        counter.time.advance(by: .seconds(4))
        #expect(counter.passCulture.circuit == .open(.seconds(6)))
        for validating in [false, true] {
            let error = await #expect(throws: PassCultureError.self) {
                if validating {
                    _ = try await counter.validate(mode, way)
                } else {
                    _ = try await counter.verify(mode, way)
                }
            }
            #expect(error?.code == .serviceDown)
            #expect(error?.nothingWasSent == true)
            #expect(error?.retryAfter == .seconds(6))
            #expect(
                error?.cashier.french == "Le pass Culture est injoignable pour le moment : rien n'a été envoyé, "
                    + "réessayez dans quelques instants.")
        }
        #expect(counter.transport.requests.count == 2)
        #expect(counter.journal.entries.isEmpty)
    }

    @Test("one call finds out after the cool-down, and an answer closes the circuit", arguments: waysAndModes)
    func closes(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try await Self.opened([.status(204), .status(204)], way, observe: { events.append($0) })
        _ = try? await counter.validate(mode, way)
        counter.time.advance(by: .seconds(10))
        #expect(counter.passCulture.circuit == .halfOpen)
        #expect(try await counter.validate(mode, way) == .validated)
        #expect(counter.passCulture.circuit == .closed)
        #expect(try await counter.validate(mode, way) == .validated)
        let decisions = events.all.filter { $0.reason != nil }
        #expect(
            decisions.map(\.name) == [
                .gaveUp, .circuitOpened, .gaveUp, .callRefused, .circuitHalfOpen, .circuitClosed,
            ])
        #expect(
            decisions.map(\.reason) == [
                .attemptsUsed, .faultsInARow, .attemptsUsed, .circuitIsOpen, .coolDownOver, .answered,
            ])
        #expect(decisions.map(\.wait) == [nil, .seconds(10), nil, .seconds(10), nil, nil])
    }

    @Test("a call that finds it still down opens the circuit again, and is not repeated", arguments: waysAndModes)
    func staysOpen(mode: Mode, way: Way) async throws {
        let counter = try Counter(
            [Self.noAnswer, Self.noAnswer, Self.noAnswer, .status(204)], retries: RetryPolicy(attempts: 5),
            circuit: CircuitPolicy(faults: 2, coolDown: .seconds(10)))
        // The second attempt opens it, and there is no third.
        _ = try? await counter.verify(mode, way)
        #expect(counter.transport.requests.count == 2)
        counter.time.advance(by: .seconds(10))
        let error = await #expect(throws: PassCultureError.self) { try await counter.verify(mode, way) }
        #expect(error?.code == .noAnswer)
        #expect(counter.transport.requests.count == 3)
        #expect(counter.passCulture.circuit == .open(.seconds(10)))
    }

    @Test("all other calls are refused while one finds out, also one that is recorded first")
    func oneProbe() async throws {
        let counter = try await Self.opened([.holdUntilCancelled(TransportFailure(.cancelled)), .status(204)], .async)
        counter.time.advance(by: .seconds(10))
        let probe = Task { try await counter.verify(.desk, .async) }
        while counter.transport.requests.count < 3 { await Task.yield() }
        for way in Way.allCases {
            let error = await #expect(throws: PassCultureError.self) { try await counter.validate(.desk, way) }
            #expect(error?.code == .serviceDown)
            #expect(error?.retryAfter == nil)
        }
        probe.cancel()
        _ = try? await probe.value
        // It found out nothing, so the next one may.
        #expect(try await counter.validate(.desk, .async) == .validated)
        #expect(counter.passCulture.circuit == .closed)
    }
}
