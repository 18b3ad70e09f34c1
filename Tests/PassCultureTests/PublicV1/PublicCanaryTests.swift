// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureLogging
import PassCultureTesting
import TestSupport
import Testing

@Suite("A canary in today's edition")
struct PublicCanaryTests {
    private static let code = "CANARY"
    private static let key = "canary_cage_0123456789secret"
    private static let secrets = [
        code, key, "canary+bird@secret.example", "Canari Dupont", "+33699999999", "2008-02-29", "29 février 2008",
    ]

    private static let echo = "\(code) \(key) canary+bird@secret.example 2008-02-29"
    private static let booking =
        #"{"id":1,"status":"CONFIRMED","venueId":1,"offerName":"Concert","userEmail":"canary+bird@secret.example","#
        + #""userFirstName":"Canari","userLastName":"Canari Dupont","userPhoneNumber":"+33699999999","#
        + #""userBirthDate":"2008-02-29"}"#

    private static func expectSilent(_ value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
        var text = "\(value)\n\(String(reflecting: value))\n"
        dump([value], to: &text)
        for secret in secrets {
            #expect(!text.contains(secret), "\(type(of: value)) tells \(secret)", sourceLocation: sourceLocation)
        }
    }

    private static func answers() -> [FakeTransport.Step] {
        let everything: @Sendable (TransportRequest) -> String = {
            "\($0.url) \($0.headers.map { "\($0.name): \($0.value)" })"
        }
        return [
            .answer(TransportResponse(status: 200, text: booking)),
            .answer(TransportResponse(status: 200, text: #"{"bookings":[\#(booking)]}"#)),
            .answer(TransportResponse(status: 200, text: #"{"id":1,"status":"\#(key)","venueId":"\#(code)"}"#)),
            .answer(TransportResponse(status: 400, text: #"{"\#(code)":["\#(echo)"],"\#(key)":"\#(echo)"}"#)),
            .answer(TransportResponse(status: 403, text: #"{"booking":"\#(echo)"}"#)),
            .answer(TransportResponse(status: 404, contentType: "text/html", text: "<h1>\(echo)</h1>")),
            .answer(TransportResponse(status: 422, text: #"[{"loc":["\#(key)"],"msg":"\#(echo)"}]"#)),
            .answer(TransportResponse(status: 500, text: echo)),
            .perform { .failure(TransportFailure(.neverSent, detail: everything($0))) },
            .perform { .failure(TransportFailure(.noAnswer, detail: everything($0))) },
            .perform { .failure(TransportFailure(.answerCutShort, status: 200, detail: everything($0))) },
            .status(204),
            // At the end: it closes the key for a minute.
            .answer(TransportResponse(status: 429, text: echo)),
        ]
    }

    @Test(
        "hides in outcomes, faults, events, log lines, requests and exports, whatever the platform or the transport echoes",
        arguments: Way.allCases)
    func exchanges(way: Way) async throws {
        let events = EventLog(), book = LogBook()
        let logger = EventLogger(book.logger)
        let observe: @Sendable (Event) -> Void = {
            events.append($0)
            logger.observe($0)
        }
        let ana = try Person(whoConfirmed: "Ana"), code = try Countermark(Self.code)
        for step in Self.answers() {
            for call in 0..<5 {
                let till = try TodaysTill([step, step, step], key: "\(Self.key)_\(way)", observe: observe)
                // A minute later than whatever another case was told.
                till.time.advance(by: .seconds(3_600))
                let outbox = MemoryOutbox()
                let desk = try till.desk(outbox)
                do {
                    switch call {
                    case 0: Self.expectSilent(try await desk.check(code, way))
                    case 1: Self.expectSilent(try await desk.validate(code, way))
                    case 2: Self.expectSilent(try await desk.undo(code, ana, way))
                    case 3: Self.expectSilent(try await desk.cancel(code, ana, way))
                    default: Self.expectSilent(try await desk.bookings(.ofVenue(1), way))
                    }
                } catch {
                    Self.expectSilent(error)
                }
                Self.expectSilent(till.transport.requests)
                Self.expectSilent(desk)
                Self.expectSilent(outbox.notes)
                Self.expectSilent(outbox.attempts)
            }
        }
        #expect(events.all.count > 60)
        Self.expectSilent(events.all)
        Self.expectSilent(book.lines)
    }
}
