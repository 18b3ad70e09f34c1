// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("What is observed")
struct EventTests {
    @Test("is one event an attempt, with method, path template and status, and one a decision", arguments: waysAndModes)
    func answered(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try Counter(
            [.answer(SampleAnswer.unknownCountermark.response), .fail(TransportFailure(.noAnswer))],
            observe: { events.append($0) })
        _ = try await counter.verify(mode, way)
        _ = try await counter.validate(mode, way)
        #expect(events.all.map(\.name) == [.requestFinished, .requestFinished, .gaveUp])
        #expect(events.all.map(\.method) == ["GET", "PATCH", "PATCH"])
        #expect(Set(events.all.map(\.pathTemplate)) == ["/bookings/token/{token}"])
        #expect(events.all.map(\.status) == [404, nil, nil])
        #expect(events.all.map(\.failure) == [nil, .noAnswer, nil])
        #expect(events.all.map(\.reason) == [nil, nil, .mayHaveBeenSent])
        #expect(events.all.allSatisfy { $0.elapsed >= .zero })
    }

    @Test("reads well in a log")
    func description() {
        let event = Event(
            .requestFinished, method: "PATCH", pathTemplate: "/bookings/token/{token}", status: 204,
            elapsed: .microseconds(41_500))
        #expect(event.description == "request-finished PATCH /bookings/token/{token} attempt 1: 204, 41.5 ms")
        let retry = Event(
            .retryScheduled, method: "GET", pathTemplate: "/bookings/token/{token}", attempt: 2, reason: .noAnswer,
            wait: .milliseconds(87))
        #expect(
            retry.description == "retry-scheduled GET /bookings/token/{token} attempt 2: no-answer, wait 87.0 ms")
    }
}
