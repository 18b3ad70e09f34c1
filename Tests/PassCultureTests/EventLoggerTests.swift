// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Logging
import PassCulture
import PassCultureLogging
import PassCultureTesting
import Testing

@Suite("What is logged")
struct EventLoggerTests {
    @Test("is a line for each attempt and each decision, with its reason", arguments: Way.allCases)
    func lines(way: Way) async throws {
        let book = LogBook()
        let failure = FakeTransport.Step.fail(TransportFailure(.noAnswer))
        let counter = try Counter(
            [failure, .status(503), .status(204)], retries: RetryPolicy(attempts: 2),
            circuit: CircuitPolicy(faults: 2, coolDown: .seconds(10)), observe: EventLogger(book.logger).observe)
        _ = try? await counter.verify(.desk, way)
        _ = try? await counter.validate(.desk, way)
        counter.time.advance(by: .seconds(10))
        _ = try? await counter.validate(.desk, way)
        let end = "method=PATCH path=/bookings/token/{token}"
        #expect(
            book.lines == [
                "debug request-finished attempt=1 elapsed-ms=0.0 failure=no-answer method=GET path=/bookings/token/{token}",
                "info retry-scheduled attempt=1 method=GET path=/bookings/token/{token} reason=no-answer wait-ms=50.0",
                "debug request-finished attempt=2 elapsed-ms=0.0 method=GET path=/bookings/token/{token} status=503",
                "error circuit-opened attempt=2 method=GET path=/bookings/token/{token} reason=faults-in-a-row "
                    + "wait-ms=10000.0",
                "warning gave-up attempt=2 method=GET path=/bookings/token/{token} reason=attempts-used",
                "info call-refused attempt=1 \(end) reason=circuit-is-open wait-ms=10000.0",
                "info circuit-half-open attempt=1 \(end) reason=cool-down-over",
                "debug request-finished attempt=1 elapsed-ms=0.0 \(end) status=204",
                "notice circuit-closed attempt=1 \(end) reason=answered",
            ])
    }

    @Test("of a journal that failed is an error")
    func journal() async throws {
        let book = LogBook()
        let counter = try Counter(
            [], journal: RecordingJournal(capacity: 0), observe: EventLogger(book.logger).observe)
        _ = try? await counter.validate(.desk, .blocking)
        #expect(book.lines == ["error journal-failed attempt=1 method=PATCH path=/bookings/token/{token}"])
    }

    @Test("of a call of pass Culture says at its level what became of it")
    func calls() async throws {
        let book = LogBook()
        let handler = WebhookHandler(
            verifier: try WebhookVector.verifier(), store: MemoryWebhookStore(), bookings: Listener(),
            settings: WebhookHandler.Settings(
                time: VirtualTime(waiting: .holds), observe: EventLogger(book.logger).observe))
        let signer = WebhookSigner(try HMACKey(WebhookVector.key))
        let call = signer.request(.notification(.book), as: .compactUTF8)
        for request in [call, call, WebhookRequest(method: "POST", signatures: [], body: call.body)] {
            _ = await handler.respond(to: request, at: .notification)
        }
        let answered = "debug webhook-answered attempt=1 elapsed-ms=0.0 method=POST path=notification status="
        #expect(
            book.lines == [
                answered + "204",
                "info webhook-repeated attempt=1 method=POST path=notification status=204", answered + "204",
                "warning webhook-refused attempt=1 method=POST path=notification reason=signature-missing status=401",
                answered + "401",
            ])
    }

    @Test("is no more than the logger's level lets through")
    func level() async throws {
        let book = LogBook()
        var logger = book.logger
        logger.logLevel = .warning
        let counter = try Counter([.status(204)], observe: EventLogger(logger).observe)
        _ = try await counter.validate(.desk, .blocking)
        #expect(book.lines.isEmpty)
    }
}
