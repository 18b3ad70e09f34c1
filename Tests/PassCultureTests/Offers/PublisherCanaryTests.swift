// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

/// The vendor's key and people's addresses, which nobody may find in anything printed.
@Suite("A canary among those who publish")
struct PublisherCanaryTests {
    private static let email = "canary@theatre.example"

    private static func expectSilent(_ value: Any, of key: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var text = "\(value)\n\(String(reflecting: value))\n\([value])\n"
        dump(value, to: &text)
        debugPrint(value, to: &text)
        for secret in [key, email] {
            #expect(!text.contains(secret), "\(type(of: value)) tells \(secret)", sourceLocation: sourceLocation)
        }
    }

    @Test("hides whatever the platform or the transport echoes")
    func echoes() async throws {
        let steps: [@Sendable (String) -> FakeTransport.Step] = [
            { .json(#"{"\#($0)":"\#($0) \#(Self.email)","name":["\#($0) \#(Self.email)"]}"#, status: 400) },
            { .json(#"[{"loc":["\#($0)"],"msg":"\#($0) \#(Self.email)"}]"#, status: 422) },
            { .json(#"{"id":"\#($0) \#(Self.email)"}"#) }, { .json("\($0) \(Self.email)", status: 500) },
            { .fail(TransportFailure(.neverSent, detail: "\($0) \(Self.email)")) },
            { .fail(TransportFailure(.noAnswer, detail: "\($0) \(Self.email)")) },
            { _ in .perform { .failure(TransportFailure(.neverSent, detail: "\($0.headers.map(\.value))")) } },
        ]
        let events = EventLog()
        var offer = Sample.offer()
        offer.bookingContact = try EmailAddress(Self.email)
        for step in steps {
            let shelf = try EANShelf(observe: { events.append($0) })
            Self.expectSilent(shelf.publisher, of: shelf.key)
            for _ in 0..<4 { shelf.transport.append(step(shelf.key)) }
            do {
                let outcome = try await shelf.publisher.createEvent(EventDraft(offer, hasTicket: false))
                Self.expectSilent(outcome, of: shelf.key)
                for sentence in outcome.refusal?.flaws.flatMap(\.sentences) ?? [] {
                    Self.expectSilent(sentence, of: shelf.key)
                }
            } catch {
                Self.expectSilent(error, of: shelf.key)
            }
            do {
                Self.expectSilent(try await shelf.publisher.event(5), of: shelf.key)
            } catch {
                #expect(!"\(error)".contains(shelf.key))
            }
            let report = await shelf.publisher.upsert(try Sample.stocks(1), at: .venue(7))
            #expect(!"\(report)".contains(shelf.key))
            Self.expectSilent(shelf.transport.requests, of: shelf.key)
        }
        #expect(events.all.count >= steps.count)
        Self.expectSilent(events.all, of: "canary")
        Self.expectSilent(EventDraft(offer, hasTicket: false), of: "canary")
    }
}
