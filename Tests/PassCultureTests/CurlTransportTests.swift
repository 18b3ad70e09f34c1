// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport
import Testing

@Suite("Over a real connection", .timeLimit(.minutes(1)))
struct CurlTransportTests {
    private static let noContent = "HTTP/1.1 204 NO CONTENT\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"

    private static func json(_ status: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func desk(
        _ port: UInt16, _ journal: RecordingJournal = RecordingJournal(), deadline: Duration = .seconds(5),
        longestIdle: Duration = .seconds(1)
    ) throws -> PlainDesk {
        var transport = CurlTransport(proxy: .none)
        transport.longestIdleOfAWrite = longestIdle
        return try PassCulture(
            .local(port: port), options: Options(totalDeadline: deadline, journal: journal, time: VirtualTime()),
            transport: transport
        ).plainDesk(email: "pro@example.com", password: "Azerty123456!@")
    }

    private func validate(_ desk: PlainDesk, _ way: Way) async throws -> Validation {
        let countermark = try Countermark("LYSYU9")
        return way == .async
            ? try await desk.validate(countermark) : try await Thread.run { try desk.validateBlocking(countermark) }
    }

    private func verify(_ desk: PlainDesk, _ countermark: Countermark, _ way: Way) async throws -> Verification {
        way == .async
            ? try await desk.verify(countermark) : try await Thread.run { try desk.verifyBlocking(countermark) }
    }

    @Test("a countermark is checked and validated", arguments: Way.allCases)
    func journey(way: Way) async throws {
        let body = #"{"bookingId":"A9","date":null,"email":"j@e.fr","isUsed":false,"offerName":"Ravage"}"#
        let server = try SocketServer.playing([.answer(Self.json("200 OK", body)), .answer(Self.noContent)])
        defer { server.stop() }
        let desk = try desk(server.port)
        let countermark = try Countermark("lysyu9\r")
        guard case .valid(let booking?) = try await verify(desk, countermark, way) else {
            Issue.record("not valid")
            return
        }
        #expect(booking.offerName == "Ravage")
        #expect(try await validate(desk, way) == .validated)
        #expect(server.requests.count == 2)
        #expect(server.requests[0].text.hasPrefix("GET /bookings/token/LYSYU9 HTTP/1.1\r\n"))
        #expect(server.requests[1].text.hasPrefix("PATCH /bookings/token/LYSYU9 HTTP/1.1\r\n"))
        #expect(
            server.requests[1].text.contains("\r\nAuthorization: Basic cHJvQGV4YW1wbGUuY29tOkF6ZXJ0eTEyMzQ1NiFA\r\n"))
        #expect(server.requests[1].text.contains("\r\nUser-Agent: passculture-swift/\(PassCulture.version)\r\n"))
        #expect(server.requests[1].text.hasSuffix("\r\n\r\n{}"))
    }

    @Test("an answer of several megabytes, as 2500 dates may make, comes whole", arguments: Way.allCases)
    func longAnswer(way: Way) async throws {
        let body = String(repeating: "é", count: 1_500_000)
        let server = try SocketServer.playing([.answer(Self.json("200 OK", body))])
        defer { server.stop() }
        let request = TransportRequest(
            method: "POST", url: "http://127.0.0.1:\(server.port)/dates", pathTemplate: "/dates", headers: [], body: [],
            connectDeadline: .seconds(5), totalDeadline: .seconds(30))
        let transport = CurlTransport(proxy: .none)
        let response =
            way == .async
            ? try await transport.send(request) : try await Thread.run { try transport.sendBlocking(request) }
        #expect(response.body.count == 3_000_000)
    }

    @Test("a plus in an address arrives percent-encoded", arguments: Way.allCases)
    func plus(way: Way) async throws {
        let server = try SocketServer.playing([.answer(Self.noContent)])
        defer { server.stop() }
        let open = PassCulture(.local(port: server.port), transport: CurlTransport(proxy: .none)).openDesk
        let code = try Countermark("LYSYU9"), email = try EmailAddress("a+b@c.fr"), offer = try OfferID("A9")
        let outcome =
            way == .async
            ? try await open.validate(code, email: email, offer: offer)
            : try await Thread.run { try open.validateBlocking(code, email: email, offer: offer) }
        #expect(outcome == .validated)
        #expect(
            server.requests[0].text.hasPrefix(
                "PATCH /bookings/token/LYSYU9?email=a%2Bb%40c.fr&offer_id=A9 HTTP/1.1\r\n"))
        #expect(!server.requests[0].text.contains("Authorization"))
    }

    @Test(
        "a validation whose answer was lost is unknown, and the platform saw one PATCH",
        arguments: [
            (SocketServer.Step.close(after: ""), UnknownValidation.Cause.noAnswer),
            (.close(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), .answerCutShort),
            (.close(after: "HTTP/1.1 410 GONE\r\nContent-Length: 100\r\n\r\n{"), .answerCutShort),
            (.answer("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"), .unexpectedStatus),
            (.answer("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"), .unexpectedStatus),
            (.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nWi-Fi"), .unexpectedStatus),
        ])
    func lost(step: SocketServer.Step, cause: UnknownValidation.Cause) async throws {
        for way in Way.allCases {
            let server = try SocketServer.playing([step, .answer(Self.noContent)])
            defer { server.stop() }
            let journal = RecordingJournal()
            guard case .unknown(let unknown) = try await validate(try desk(server.port, journal), way) else {
                Issue.record("not unknown")
                return
            }
            #expect(unknown.cause == cause)
            #expect(server.requests.count == 1)
            #expect(journal.entries.map(\.step) == [.aboutToSend, .unknown(cause)])
        }
    }

    @Test("a validation whose 204 broke off after its first line is validated", arguments: Way.allCases)
    func cutShort204(way: Way) async throws {
        for bytes in ["HTTP/1.1 204 NO CONTENT\r\n", "HTTP/1.1 204 NO CONTENT\r\nContent-Type: text/ht"] {
            let server = try SocketServer.playing([.close(after: bytes), .answer(Self.noContent)])
            defer { server.stop() }
            #expect(try await validate(try desk(server.port), way) == .validated)
            #expect(server.requests.count == 1)
        }
    }

    @Test("a validation whose status line broke off is unknown", arguments: Way.allCases)
    func brokenStatusLine(way: Way) async throws {
        let server = try SocketServer.playing([.close(after: "HTTP/1.1 204"), .answer(Self.noContent)])
        defer { server.stop() }
        guard case .unknown(let unknown) = try await validate(try desk(server.port), way) else {
            Issue.record("not unknown")
            return
        }
        #expect(unknown.status == nil)
        #expect(server.requests.count == 1)
    }

    @Test(
        "a validation rides on a connection used just now; should it die unanswered, the platform saw one PATCH",
        arguments: Way.allCases)
    func sharedConnection(way: Way) async throws {
        let refusal = Self.json("404 NOT FOUND", #"{"global":["Cette contremarque n'a pas été trouvée"]}"#)
        let server = try SocketServer.playing([
            .answer(refusal), .answer(refusal), .answer(Self.noContent), .close(after: ""),
        ])
        defer { server.stop() }
        let desk = try desk(server.port, longestIdle: .seconds(60))
        let countermark = try Countermark("LYSYU9")
        for _ in 1...2 {
            _ = try await verify(desk, countermark, way)
        }
        #expect(server.acceptedCount == 1)
        #expect(try await validate(desk, way) == .validated)
        #expect(try await validate(desk, way) == .unknown(UnknownValidation(cause: .noAnswer)))
        #expect(server.requests.map(\.connection) == [0, 0, 0, 0])
        #expect(server.requests.map(\.method) == ["GET", "GET", "PATCH", "PATCH"])
    }

    @Test("a check whose kept connection died is made again on a new one", arguments: Way.allCases)
    func checkAgain(way: Way) async throws {
        let server = try SocketServer.playing([
            .answer(Self.noContent), .close(after: ""), .answer(Self.noContent),
        ])
        defer { server.stop() }
        let desk = try desk(server.port)
        #expect(try await validate(desk, way) == .validated)
        guard case .refused = try await verify(desk, Countermark("LYSYU9"), way) else {
            Issue.record("not refused: a desk that is told nothing has no rights")
            return
        }
        #expect(server.requests.map(\.method) == ["PATCH", "GET", "GET"])
        #expect(server.requests.map(\.connection).prefix(2) == [0, 0])
        #expect(server.requests[2].connection > 0)
    }

    @Test("Retry-After comes with the fault when it asks for more than the deadline", arguments: Way.allCases)
    func retryAfter(way: Way) async throws {
        let server = try SocketServer.playing([
            .answer("HTTP/1.1 503 SERVICE UNAVAILABLE\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n")
        ])
        defer { server.stop() }
        let desk = try desk(server.port), code = try Countermark("LYSYU9")
        let error = await #expect(throws: PassCultureError.self) { try await verify(desk, code, way) }
        #expect(error?.status == 503)
        #expect(error?.retryAfter == .seconds(30))
        #expect(server.requests.count == 1)
    }

    @Test("a validation that is not answered by its deadline is unknown", arguments: Way.allCases)
    func deadline(way: Way) async throws {
        let server = try SocketServer.playing([.hold])
        defer { server.stop() }
        let outcome = try await validate(try desk(server.port, deadline: .milliseconds(300)), way)
        #expect(outcome == .unknown(UnknownValidation(cause: .noAnswer)))
        #expect(server.requests.count == 1)
    }

    @Test("a validation that is cancelled after it was sent is unknown")
    func cancelled() async throws {
        let server = try SocketServer.playing([.hold])
        defer { server.stop() }
        let desk = try desk(server.port)
        let task = Task { try await validate(desk, .async) }
        while server.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(try await task.value == .unknown(UnknownValidation(cause: .cancelled)))
    }

    @Test("a validation for which nobody listens was never sent, and says so", arguments: Way.allCases)
    func closedPort(way: Way) async throws {
        let closed = try ClosedPort()
        let desk = try desk(closed.port)
        let error = await #expect(throws: PassCultureError.self) { try await validate(desk, way) }
        #expect(error?.code == .neverSent)
        #expect(error?.nothingWasSent == true)
    }

    @Test("a refusal over the wire has its reason, whatever its form", arguments: Way.allCases)
    func refusals(way: Way) async throws {
        let bodies = SampleAnswer.observedRefusals.filter { $0.methods.contains("PATCH") && $0.reason != .badOfferID }
        let server = try SocketServer.playing(
            bodies.map { sample in
                let body = String(decoding: sample.response.body, as: UTF8.self)
                return .answer(Self.json("\(sample.response.status) NO", body))
            })
        defer { server.stop() }
        let desk = try desk(server.port)
        for sample in bodies {
            guard case .refused(let refusal) = try await validate(desk, way) else {
                Issue.record("not refused")
                return
            }
            #expect(refusal.reason == sample.reason)
        }
    }
}
