// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureLogging
import PassCultureTesting
import Testing

/// Secrets that nobody may find in anything printed.
@Suite("A canary")
struct CanaryTests {
    private static let code = "CANARY"
    private static let email = "canary+bird@secret.example"
    private static let encodedEmail = "canary%2Bbird%40secret.example"
    private static let offer = "CAGE42"
    private static let password = "Chirp!Chirp!123456"
    private static let person = "Canari Dupont"
    private static let phone = "0699999999"

    /// Everything that must not be seen, log-in as sent included.
    private static let secrets = [
        code, email, encodedEmail, offer, password, person, phone, "Y2FuYXJ5K2JpcmRAc2VjcmV0LmV4YW1wbGU6",
        "secret.example",
    ]

    /// Prints a value in every way there is.
    private static func everyPrinting(of value: Any) -> String {
        var text = "\(value)\n\(String(describing: value))\n\(String(reflecting: value))\n"
        print(value, to: &text)
        debugPrint(value, to: &text)
        dump(value, to: &text)
        dump([value], to: &text)
        text += "\([value])\n\(Optional(value) as Any)\n\(["key": value])\n"
        for child in Mirror(reflecting: value).children { text += "\(child)\n" }
        return text
    }

    private static func expectSilent(_ value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = everyPrinting(of: value)
        for secret in secrets {
            #expect(!text.contains(secret), "\(type(of: value)) tells \(secret)", sourceLocation: sourceLocation)
        }
    }

    /// What a careless transport might put into its failures.
    private static func everythingSent(in request: TransportRequest) -> String {
        "\(request.method) \(request.url) \(request.headers.map { "\($0.name): \($0.value)" })"
    }

    private static func answers() -> [FakeTransport.Step] {
        let echo = "\(code) \(email) \(encodedEmail) \(offer) \(password) Y2FuYXJ5K2JpcmRAc2VjcmV0LmV4YW1wbGU6"
        let booking =
            #"{"bookingId":"A9","email":"\#(email)","userName":"\#(person)","phoneNumber":"\#(phone)","offerName":"Concert"}"#
        return [
            .answer(TransportResponse(status: 200, text: booking)),
            .answer(TransportResponse(status: 200, text: #"{"bookingId":"A9","date":"\#(phone)"}"#)),
            .answer(TransportResponse(status: 200, text: #"{"bookingId":"A9","userName":\#(phone.dropFirst())}"#)),
            .answer(TransportResponse(status: 404, text: #"{"global":["\#(echo)"],"\#(code)":["\#(code)"]}"#)),
            .answer(TransportResponse(status: 404, contentType: "text/html", text: "<h1>\(echo)</h1>")),
            .answer(TransportResponse(status: 403, contentType: "text/plain", text: echo)),
            .answer(TransportResponse(status: 500, text: echo)),
            .perform { .failure(TransportFailure(.neverSent, detail: everythingSent(in: $0))) },
            .perform { .failure(TransportFailure(.noAnswer, detail: everythingSent(in: $0))) },
            .perform { .failure(TransportFailure(.answerCutShort, status: 200, detail: everythingSent(in: $0))) },
            .perform {
                .failure(TransportFailure(.cancelled, nothingWasSent: true, detail: everythingSent(in: $0)))
            },
            .status(204),
        ]
    }

    @Test("hides in every value of the SDK")
    func values() throws {
        Self.expectSilent(try Countermark(Self.code))
        Self.expectSilent(try EmailAddress(Self.email))
        Self.expectSilent(try OfferID(Self.offer))
        let proxy = CurlTransport.Proxy.url("http://caisse:\(Self.password)@proxy.example:3128")
        Self.expectSilent(proxy)
        Self.expectSilent(CurlTransport(proxy: proxy))
        Self.expectSilent(PassCulture(.integration, transport: CurlTransport(proxy: proxy)))
        let passCulture = PassCulture(.integration, transport: FakeTransport())
        Self.expectSilent(try passCulture.plainDesk(email: Self.email, password: Self.password))
        Self.expectSilent(
            BookingDetails(
                bookingID: "A9", email: try EmailAddress(Self.email), userName: Self.person, phoneNumber: Self.phone))
        let key = try ProviderKey(Self.password)
        let identity = DeskIdentity.provider(key: key, venue: 1, department: "93")
        Self.expectSilent(key)
        Self.expectSilent(identity)
        Self.expectSilent(DeskIdentity.portal(email: Self.email, password: Self.password))
        Self.expectSilent(try passCulture.plainDesk(as: identity))
        Self.expectSilent(try passCulture.desk(as: identity, outbox: MemoryOutbox()))
        Self.expectSilent(JournalEntry(attempt: 1, countermark: try Countermark(Self.code), step: .aboutToSend))
        Self.expectSilent(TransportRequest.Header(name: "Authorization", value: Self.password))
    }

    @Test("can be read only by its name")
    func revealed() throws {
        #expect(try Countermark("canary").revealed == Self.code)
        #expect("\(try Countermark("canary"))" == "Countermark(hidden)")
        #expect(try EmailAddress(Self.email).revealed == Self.email)
        #expect("\(try EmailAddress(Self.email))" == "EmailAddress(hidden)")
    }

    @Test(
        "hides in outcomes, faults, events, log lines and requests, whatever the platform or the transport echoes",
        arguments: waysAndModes)
    func exchanges(mode: Mode, way: Way) async throws {
        let events = EventLog(), book = LogBook()
        let logger = EventLogger(book.logger)
        let observe: @Sendable (Event) -> Void = {
            events.append($0)
            logger.observe($0)
        }
        let code = try Countermark(Self.code), email = try EmailAddress(Self.email), offer = try OfferID(Self.offer)
        for validating in [false, true] {
            for step in Self.answers() {
                // Each comes three times, as what is made again may.
                let transport = FakeTransport([step, step, step])
                let journal = RecordingJournal()
                let passCulture = PassCulture(
                    .integration,
                    options: Options(
                        circuit: CircuitPolicy(faults: 2), journal: journal, time: VirtualTime(), observe: observe),
                    transport: transport)
                Self.expectSilent(passCulture.circuit)
                let desk = try passCulture.plainDesk(email: Self.email, password: Self.password)
                let open = passCulture.openDesk
                do {
                    switch (validating, mode, way) {
                    case (false, .desk, .async): Self.expectSilent(try await desk.verify(code))
                    case (false, .desk, .blocking): Self.expectSilent(try desk.verifyBlocking(code))
                    case (false, .open, .async):
                        Self.expectSilent(try await open.verify(code, email: email, offer: offer))
                    case (false, .open, .blocking):
                        Self.expectSilent(try open.verifyBlocking(code, email: email, offer: offer))
                    case (true, .desk, .async): Self.expectSilent(try await desk.validate(code))
                    case (true, .desk, .blocking): Self.expectSilent(try desk.validateBlocking(code))
                    case (true, .open, .async):
                        Self.expectSilent(try await open.validate(code, email: email, offer: offer))
                    case (true, .open, .blocking):
                        Self.expectSilent(try open.validateBlocking(code, email: email, offer: offer))
                    }
                } catch {
                    Self.expectSilent(error)
                }
                Self.expectSilent(transport.requests)
                Self.expectSilent(journal.entries)
            }
        }
        // Every kind of event was seen.
        let names: Set<Event.Name> = [.requestFinished, .retryScheduled, .gaveUp, .circuitOpened]
        #expect(names.isSubset(of: events.all.map(\.name)))
        #expect(book.lines.count == events.all.count)
        Self.expectSilent(events.all)
        Self.expectSilent(book.lines)
        Self.expectSilent(EventLogger(book.logger))
    }
}
