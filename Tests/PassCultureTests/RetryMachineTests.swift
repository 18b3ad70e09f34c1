// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import TestSupport
import Testing

@testable import PassCulture

/// A random 64-bit number at the end of its range: the longest wait there is.
private let most = UInt64.max

@Suite("The decisions about making a request again")
struct RetryMachineTests {
    private static func machine(
        _ method: String = "GET", _ policy: RetryPolicy = .standard, deadline: Duration = .seconds(5)
    ) -> RetryMachine {
        let request = TransportRequest(
            method: method, url: "https://shop.example", pathTemplate: "/", headers: [], body: nil,
            connectDeadline: .seconds(3), totalDeadline: deadline)
        return RetryMachine(request, policy: policy, start: .seconds(100))
    }

    /// What it decides after its first attempt came to that, after a second.
    private static func decision(
        _ method: String, _ outcome: RetryMachine.Outcome, isCircuitOpen: Bool = false
    ) -> String {
        var machine = machine(method)
        _ = machine.begin(at: .seconds(100))
        return words(machine.attempted(outcome, at: .seconds(101), isCircuitOpen: isCircuitOpen, chance: 0))
    }

    private static func words(_ action: RetryMachine.Action) -> String {
        switch action {
        case .attempt: "attempt"
        case .wait(let wait, let reason): "wait \(wait): \(reason)"
        case .end(.success(let response), let reason): "status \(response.status): \(reason?.code ?? "-")"
        case .end(.failure(let failure), let reason): "\(failure.code): \(reason?.code ?? "-")"
        }
    }

    @Test("repeat a check that was not answered, or with a 429 or a 5xx, and nothing else")
    func reads() {
        for code in [TransportFailure.Code.noAnswer, .answerCutShort] {
            #expect(Self.decision("GET", .failure(TransportFailure(code))) == "wait 0.0 seconds: no-answer")
        }
        #expect(Self.decision("GET", .failure(TransportFailure(.neverSent))) == "wait 0.0 seconds: never-sent")
        for code in [TransportFailure.Code.answerTooLarge, .answerMalformed, .cancelled] {
            #expect(Self.decision("GET", .failure(TransportFailure(code))) == "\(code): -")
        }
        for status in 200...599 {
            let decision = Self.decision("GET", .success(TransportResponse(status: status)))
            let isRepeated = status == 429 || status >= 500
            #expect(decision == (isRepeated ? "wait 0.0 seconds: status" : "status \(status): -"))
        }
    }

    @Test("repeat a validation only when it surely never left")
    func validations() {
        #expect(Self.decision("PATCH", .failure(TransportFailure(.neverSent))) == "wait 0.0 seconds: never-sent")
        for code in [TransportFailure.Code.noAnswer, .answerCutShort] {
            #expect(Self.decision("PATCH", .failure(TransportFailure(code))) == "\(code): may-have-been-sent")
        }
        for code in [TransportFailure.Code.answerTooLarge, .answerMalformed, .cancelled] {
            #expect(Self.decision("PATCH", .failure(TransportFailure(code))) == "\(code): -")
        }
        for status in 200...599 {
            let decision = Self.decision("PATCH", .success(TransportResponse(status: status)))
            #expect(!decision.hasPrefix("wait"))
        }
    }

    @Test("never repeat what was cancelled, not even if it never left")
    func cancelled() {
        for method in ["GET", "PATCH"] {
            let failure = TransportFailure(.cancelled, nothingWasSent: true)
            #expect(Self.decision(method, .failure(failure)) == "cancelled: -")
        }
    }

    @Test("end after as many attempts as allowed, and once the circuit is open")
    func limits() {
        var machine = Self.machine("PATCH", RetryPolicy(attempts: 2))
        _ = machine.begin(at: .seconds(100))
        let failure = RetryMachine.Outcome.failure(TransportFailure(.neverSent))
        _ = machine.attempted(failure, at: .seconds(100), isCircuitOpen: false, chance: 0)
        _ = machine.waited(at: .seconds(100), isCancelled: false, isCircuitOpen: false)
        #expect(machine.attempt == 2)
        let end = machine.attempted(failure, at: .seconds(100), isCircuitOpen: false, chance: 0)
        #expect(Self.words(end) == "never-sent: attempts-used")
        #expect(Self.decision("GET", failure, isCircuitOpen: true) == "never-sent: circuit-is-open")
    }

    @Test("give each attempt what is left of the deadline, and begin none without")
    func deadline() {
        var machine = Self.machine(deadline: .seconds(5))
        #expect(Self.words(machine.begin(at: .seconds(100))) == "attempt")
        #expect(machine.request.totalDeadline == .seconds(5))
        #expect(machine.request.connectDeadline == .seconds(3))
        let failure = RetryMachine.Outcome.failure(TransportFailure(.noAnswer))
        _ = machine.attempted(failure, at: .seconds(103), isCircuitOpen: false, chance: most)
        let second = machine.waited(at: .seconds(104), isCancelled: false, isCircuitOpen: false)
        #expect(Self.words(second) == "attempt")
        #expect(machine.request.totalDeadline == .seconds(1))
        #expect(machine.request.connectDeadline == .seconds(1))
        // The wait itself took longer than it should have.
        _ = machine.attempted(failure, at: .milliseconds(104_100), isCircuitOpen: false, chance: most)
        let late = machine.waited(at: .seconds(105), isCancelled: false, isCircuitOpen: false)
        #expect(Self.words(late) == "no-answer: deadline")
        var none = Self.machine(deadline: .zero)
        #expect(Self.words(none.begin(at: .seconds(100))) == "never-sent: deadline")
    }

    @Test("begin no wait that does not fit in the deadline")
    func wait() {
        var machine = Self.machine(deadline: .seconds(5))
        _ = machine.begin(at: .seconds(100))
        let busy = TransportResponse(status: 503, retryAfter: .delay(.seconds(4)))
        #expect(
            Self.words(machine.attempted(.success(busy), at: .seconds(101), isCircuitOpen: false, chance: 0))
                == "status 503: deadline")
        let action = machine.attempted(.success(busy), at: .milliseconds(100_900), isCircuitOpen: false, chance: 0)
        #expect(Self.words(action) == "wait 4.0 seconds: status")
    }

    @Test("heed Retry-After with a 429 and a 503, and with no other status")
    func retryAfter() {
        for status in [429, 503] {
            let busy = TransportResponse(status: status, retryAfter: .delay(.seconds(2)))
            #expect(Self.decision("GET", .success(busy)) == "wait 2.0 seconds: status")
        }
        let broken = TransportResponse(status: 500, retryAfter: .delay(.seconds(2)))
        #expect(Self.decision("GET", .success(broken)) == "wait 0.0 seconds: status")
    }

    @Test("end at once when the caller cancelled during the wait, and know whether anything was sent")
    func cancelledMeanwhile() {
        for (first, nothingWasSent) in [(TransportFailure.Code.neverSent, true), (.noAnswer, false)] {
            var machine = Self.machine()
            _ = machine.begin(at: .seconds(100))
            _ = machine.attempted(
                .failure(TransportFailure(first)), at: .seconds(101), isCircuitOpen: false, chance: 0)
            let action = machine.waited(at: .seconds(101), isCancelled: true, isCircuitOpen: false)
            guard case .end(.failure(let failure), gaveUp: .cancelled) = action else {
                Issue.record("not cancelled")
                return
            }
            #expect(failure.code == .cancelled)
            #expect(failure.nothingWasSent == nothingWasSent)
        }
    }

    @Test("do not call a check never sent that left once before")
    func lastSent() {
        var machine = Self.machine("GET", RetryPolicy(attempts: 2))
        _ = machine.begin(at: .seconds(100))
        _ = machine.attempted(
            .failure(TransportFailure(.noAnswer)), at: .seconds(100), isCircuitOpen: false, chance: 0)
        _ = machine.waited(at: .seconds(100), isCancelled: false, isCircuitOpen: false)
        let end = machine.attempted(
            .failure(TransportFailure(.neverSent)), at: .seconds(100), isCircuitOpen: false, chance: 0)
        #expect(Self.words(end) == "no-answer: attempts-used")
    }

    @Test("wait a random time up to a limit that doubles and ends at a cap")
    func backoff() {
        let policy = RetryPolicy(firstWait: .milliseconds(100), longestWait: .milliseconds(350))
        let longest = (2...6).map { policy.wait(before: $0, chance: most) }
        let limits: [Duration] = [100, 200, 350, 350, 350].map { .milliseconds($0) }
        for (wait, limit) in zip(longest, limits) {
            #expect(wait <= limit && wait > limit * 0.999)
        }
        #expect((2...100).allSatisfy { policy.wait(before: $0, chance: 0) == .zero })
        var random = SeededRandom()
        let waits = (0..<1_000).map { _ in policy.wait(before: 3, chance: random.next()) }
        #expect(waits.allSatisfy { $0 >= .zero && $0 <= .milliseconds(200) })
        // Full jitter: all of the range is used, evenly.
        for part in 0..<10 {
            let range = Duration.milliseconds(20 * part)..<Duration.milliseconds(20 * (part + 1))
            #expect((60...140).contains(waits.count { range.contains($0) }))
        }
    }

    @Test("survive settings that make no sense")
    func nonsense() {
        #expect(RetryPolicy(firstWait: .seconds(-1)).wait(before: 2, chance: most) == .zero)
        #expect(RetryPolicy(longestWait: .seconds(-1)).wait(before: 2, chance: most) == .zero)
        var machine = Self.machine("GET", RetryPolicy(attempts: -3), deadline: .seconds(Int64.max / 2))
        _ = machine.begin(at: .seconds(100))
        let end = machine.attempted(
            .failure(TransportFailure(.noAnswer)), at: .seconds(100), isCircuitOpen: false, chance: most)
        #expect(Self.words(end) == "no-answer: attempts-used")
    }
}
