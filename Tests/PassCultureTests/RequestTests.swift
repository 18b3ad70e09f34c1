// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("A request")
struct RequestTests {
    @Test("at a desk carries the log-in, and neither e-mail nor offer", arguments: Way.allCases)
    func desk(way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.booking.response), .status(204)])
        _ = try await counter.verify(.desk, way)
        _ = try await counter.validate(.desk, way)
        let base = "https://backend.passculture-integration.beta.gouv.fr/bookings/token/LYSYU9"
        #expect(counter.transport.requests.map(\.method) == ["GET", "PATCH"])
        #expect(counter.transport.requests.map(\.url) == [base, base])
        for request in counter.transport.requests {
            #expect(request.header("authorization") == "Basic cHJvQGV4YW1wbGUuY29tOkF6ZXJ0eTEyMzQ1NiFA")
            #expect(request.pathTemplate == "/bookings/token/{token}")
        }
    }

    @Test("at the open desk carries e-mail and offer, percent-encoded, and never a log-in", arguments: Way.allCases)
    func open(way: Way) async throws {
        let counter = try Counter([.status(204), .status(204)])
        _ = try await counter.verify(.open, way)
        _ = try await counter.validate(.open, way)
        let url =
            "https://backend.passculture-integration.beta.gouv.fr/bookings/token/LYSYU9?email=a%2Bb%40c.fr&offer_id=A9"
        #expect(counter.transport.requests.map(\.url) == [url, url])
        #expect(counter.transport.requests.allSatisfy { $0.header("Authorization") == nil })
    }

    @Test("encodes whatever an address or an offer id may hold")
    func encoding() throws {
        let counter = try Counter([.status(204)])
        _ = try counter.passCulture.openDesk.verifyBlocking(
            counter.countermark, email: try EmailAddress("\"é &=\"+%@c.fr"), offer: try OfferID("A/9?#&=é"))
        let query = counter.transport.requests[0].url.split(separator: "?")[1]
        #expect(query == "email=%22%C3%A9%20%26%3D%22%2B%25%40c.fr&offer_id=A%2F9%3F%23%26%3D%C3%A9")
    }

    @Test("to check may leave the offer out")
    func withoutOffer() throws {
        let counter = try Counter([.status(204)])
        _ = try counter.passCulture.openDesk.verifyBlocking(counter.countermark, email: counter.email, offer: nil)
        #expect(counter.transport.requests[0].url.hasSuffix("/bookings/token/LYSYU9?email=a%2Bb%40c.fr"))
    }

    @Test("carries a JSON body only to validate, as the countermark document shows it")
    func bodies() throws {
        let counter = try Counter([.status(204), .status(204)])
        _ = try counter.desk().verifyBlocking(counter.countermark)
        _ = try counter.desk().validateBlocking(counter.countermark)
        #expect(counter.transport.requests.map(\.body) == [nil, Array("{}".utf8)])
        #expect(counter.transport.requests.map { $0.header("Content-Type") } == [nil, "application/json"])
        #expect(counter.transport.requests.allSatisfy { $0.header("Accept") == "application/json" })
    }

    @Test("has the deadlines and the product that were set")
    func options() throws {
        let transport = FakeTransport([.status(204)])
        let options = Options(
            totalDeadline: .seconds(2), connectDeadline: .milliseconds(500),
            product: Product("Caisse à plus", version: "4.2 (bêta)"), time: VirtualTime())
        let passCulture = PassCulture(.local(port: 5000), options: options, transport: transport)
        _ = try passCulture.plainDesk(email: "a@b.fr", password: "x").verifyBlocking(try Countermark("LYSYU9"))
        let request = transport.requests[0]
        #expect(request.totalDeadline == .seconds(2))
        #expect(request.connectDeadline == .milliseconds(500))
        #expect(request.header("User-Agent") == "Caisse---plus/4.2--b-ta- passculture-swift/\(PassCulture.version)")
        #expect(request.url == "http://127.0.0.1:5000/bookings/token/LYSYU9")
        #expect(Options().totalDeadline == .seconds(5))
    }

    @Test(
        "of a desk is refused when the log-in cannot be sent as it is",
        arguments: [("", "x"), ("a@b.fr", ""), ("a:b@c.fr", "x"), ("a@b.fr\n", "x"), ("a@b.fr", "x\r\ny")])
    func badLogIn(email: String, password: String) {
        let error = #expect(throws: PassCultureError.self) {
            try PassCulture(.integration, transport: FakeTransport()).plainDesk(email: email, password: password)
        }
        #expect(error?.code == .invalidConfiguration)
    }
}
