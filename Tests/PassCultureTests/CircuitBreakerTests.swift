// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PassCulture

@Suite("The decisions of a circuit")
struct CircuitBreakerTests {
    private static let policy = CircuitPolicy(faults: 3, coolDown: .seconds(10))

    /// A circuit that opened at second 0.
    private static func opened() -> CircuitBreaker {
        var breaker = CircuitBreaker(policy)
        for _ in 1...2 { #expect(breaker.note(.down, of: .pass, at: .zero) == nil) }
        #expect(breaker.note(.down, of: .pass, at: .zero) == .circuitOpened)
        return breaker
    }

    @Test("open it after so many faults in a row, and no fewer")
    func opens() {
        var breaker = CircuitBreaker(Self.policy)
        for evidence in [CircuitBreaker.Evidence.down, .down, .up, .down, .none, .down] {
            #expect(breaker.note(evidence, of: .pass, at: .zero) == nil)
            #expect(breaker.admit(at: .zero) == .pass)
        }
        #expect(breaker.note(.down, of: .pass, at: .seconds(1)) == .circuitOpened)
        #expect(breaker.admit(at: .seconds(4)) == .refuse(.seconds(7)))
        #expect(breaker.state(at: .seconds(4)) == .open(.seconds(7)))
    }

    @Test("let one call through after the cool-down, and no other until that one is back")
    func probe() {
        var breaker = Self.opened()
        #expect(breaker.refusal(at: .seconds(10)) == nil)
        #expect(breaker.state(at: .seconds(10)) == .halfOpen)
        #expect(breaker.admit(at: .seconds(10)) == .probe)
        #expect(breaker.admit(at: .seconds(11)) == .refuse(nil))
        #expect(breaker.state(at: .seconds(11)) == .halfOpen)
        #expect(breaker.note(.up, of: .probe, at: .seconds(12)) == .circuitClosed)
        #expect(breaker.admit(at: .seconds(12)) == .pass)
        #expect(breaker.state(at: .seconds(12)) == .closed)
    }

    @Test("open it again when that one failed, for as long again")
    func probeFails() {
        var breaker = Self.opened()
        _ = breaker.admit(at: .seconds(10))
        #expect(breaker.note(.down, of: .probe, at: .seconds(13)) == .circuitOpened)
        #expect(breaker.admit(at: .seconds(22)) == .refuse(.seconds(1)))
        #expect(breaker.admit(at: .seconds(23)) == .probe)
    }

    @Test("leave it to the next call when that one found out nothing")
    func probeFindsNothing() {
        var breaker = Self.opened()
        _ = breaker.admit(at: .seconds(10))
        #expect(breaker.note(.none, of: .probe, at: .seconds(11)) == nil)
        #expect(breaker.admit(at: .seconds(11)) == .probe)
    }

    @Test("take a late answer for what it is, and late faults for no news")
    func late() {
        var breaker = Self.opened()
        #expect(breaker.note(.down, of: .pass, at: .seconds(5)) == nil)
        #expect(breaker.state(at: .seconds(5)) == .open(.seconds(5)))
        _ = breaker.admit(at: .seconds(10))
        #expect(breaker.note(.down, of: .pass, at: .seconds(11)) == nil)
        #expect(breaker.state(at: .seconds(11)) == .halfOpen)
        #expect(breaker.note(.up, of: .pass, at: .seconds(11)) == .circuitClosed)
        // The probe comes back after it: one fault, and no more.
        #expect(breaker.note(.down, of: .probe, at: .seconds(12)) == nil)
        #expect(breaker.admit(at: .seconds(12)) == .pass)
    }

    @Test("never open it when told so")
    func never() {
        var breaker = CircuitBreaker(.none)
        for _ in 0..<1_000 { #expect(breaker.note(.down, of: .pass, at: .zero) == nil) }
        #expect(breaker.admit(at: .zero) == .pass)
    }

    @Test("hold a service for down that is not reached, does not answer, or is behind a gateway that says so")
    func evidence() {
        func evidence(_ outcome: RetryMachine.Outcome) -> CircuitBreaker.Evidence { CircuitBreaker.Evidence(outcome) }
        for status in 200...599 {
            let isDown = (502...504).contains(status)
            #expect(evidence(.success(TransportResponse(status: status))) == (isDown ? .down : .up))
        }
        for code in [TransportFailure.Code.neverSent, .noAnswer, .answerCutShort] {
            #expect(evidence(.failure(TransportFailure(code))) == .down)
        }
        #expect(evidence(.failure(TransportFailure(.answerCutShort, status: 200))) == .up)
        #expect(evidence(.failure(TransportFailure(.answerCutShort, status: 502))) == .down)
        for code in [TransportFailure.Code.cancelled, .answerTooLarge, .answerMalformed] {
            #expect(evidence(.failure(TransportFailure(code))) == .none)
        }
    }
}
