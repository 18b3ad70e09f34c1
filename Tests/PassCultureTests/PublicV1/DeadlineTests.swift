// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A validation's deadline")
struct DeadlineTests {
    private func validate(_ desk: Desk, _ code: Countermark, _ way: Way, _ deadline: Duration?) async throws -> Outcome
    {
        switch way {
        case .async: try await desk.validate(code, deadline: deadline)
        case .blocking: try desk.validateBlocking(code, deadline: deadline)
        }
    }

    /// A step that takes a while.
    private func slow(
        _ duration: Duration, _ time: VirtualTime, _ result: Result<TransportResponse, TransportFailure>
    ) -> FakeTransport.Step {
        .perform { _ in
            time.advance(by: duration)
            return result
        }
    }

    @Test("is kept twice and no more: once until the answer, once for all the reading back", arguments: Way.allCases)
    func twice(way: Way) async throws {
        for (deadline, length) in [(nil, Duration.seconds(5)), (.seconds(1), .seconds(1))] as [(Duration?, Duration)] {
            let time = VirtualTime(), part = length / 5
            let lost = Result<TransportResponse, TransportFailure>.failure(TransportFailure(.noAnswer))
            let till = try TodaysTill(
                [
                    slow(part, time, .success(PublicAnswer.booking(id: 42).response)),
                    .answer(.booking(id: 42)), slow(length, time, lost),
                    slow(part, time, .success(PublicAnswer.alreadyValidated.response)),
                    slow(part * 2, time, .success(PublicAnswer.page([43]).response)),
                    .answer(.page([42], status: .reimbursed)),
                ], time: time)
            let desk = try till.desk()
            _ = try await desk.check(till.code, way)
            _ = try await desk.check(till.code, way)
            guard case .probable = try await validate(desk, till.code, way, deadline) else {
                return #expect(Bool(false))
            }
            #expect(
                till.transport.requests.dropFirst(2).map(\.totalDeadline)
                    == [length, length, length - part, length - part * 3])
        }
    }

    @Test("counts asking whose it is, and leaves nothing to send where that took all of it", arguments: Way.allCases)
    func comparing(way: Way) async throws {
        let time = VirtualTime()
        let yes = Result<TransportResponse, TransportFailure>.success(PublicAnswer.booking().response)
        let quick = try TodaysTill([slow(.seconds(2), time, yes), .answer(.done)], time: time)
        _ = try await validate(try quick.desk(), quick.code, way, nil)
        #expect(quick.transport.requests.map(\.totalDeadline) == [.seconds(5), .seconds(3)])
        let slow = try TodaysTill([slow(.seconds(5), time, yes)], time: time)
        let error = await #expect(throws: PassCultureError.self) {
            try await validate(try slow.desk(), slow.code, way, nil)
        }
        #expect(error?.code == .neverSent)
        #expect(slow.transport.requests.count == 1)
    }

    @Test("ends the looking up, and the 410's own sentence counts", arguments: Way.allCases)
    func ends(way: Way) async throws {
        let time = VirtualTime()
        let till = try TodaysTill(
            [
                .answer(.booking(id: 42)), .fail(TransportFailure(.noAnswer)),
                slow(.seconds(5), time, .success(PublicAnswer.alreadyValidated.response)),
            ], time: time)
        let desk = try till.desk()
        _ = try await desk.check(till.code, way)
        guard case .probable = try await validate(desk, till.code, way, nil) else { return #expect(Bool(false)) }
        #expect(till.transport.requests.count == 3)
    }
}
