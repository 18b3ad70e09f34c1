// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import TestSupport
import Testing

@testable import Conformance

@Suite("What the journeys of today's edition stand on")
struct PublicJourneyPartsTests {
    @Test func `the four journeys have names of their own`() {
        #expect(PublicJourney.all.map(\.id) == ["event", "ticketed-event", "book-by-ean", "digital-product"])
        #expect(Set(PublicJourney.all.map(\.id)).isDisjoint(with: Journey.all.map(\.id)))
        for journey in PublicJourney.all {
            #expect(Set(journey.steps.map(\.id)).count == journey.steps.count, "\(journey.id)")
            #expect(journey.requirements.count == 1)
        }
    }

    @Test func `the rate is that of the bracket which the revenue reaches, for the whole booking`() {
        #expect(PublicBrackets.books.share(of: 30_000, revenueBefore: 1_970_000) == 30_000)
        #expect(PublicBrackets.books.share(of: 30_000, revenueBefore: 1_970_001) == 28_500)
        #expect(PublicBrackets.books.share(of: 30_000, revenueBefore: 90_000_000) == 28_500)
        let general = PublicBrackets.general
        #expect(general.share(of: 1_000, revenueBefore: 0) == 1_000)
        #expect(general.share(of: 1_000, revenueBefore: 2_000_000) == 950)
        #expect(general.share(of: 1_000, revenueBefore: 4_000_000) == 920)
        #expect(general.share(of: 1_000, revenueBefore: 15_000_000) == 900)
        #expect(general.share(of: 10, revenueBefore: 2_000_000) == 10, "half a cent is rounded up")
        #expect(PublicBrackets.nothing.share(of: 399, revenueBefore: 0) == 0)
    }

    @Test(arguments: [(1, "AE"), (2, "A9"), (255, "74"), (256, "AEAA"), (4_096, "CAAA")])
    func `transfers name bookings by the identifiers of 2018`(number: Int, text: String) {
        #expect(PrototypeIdentifier.text(of: number) == text)
    }

    private func desk(_ status: Int, _ body: String) async throws -> (
        SocketServer, RawProviderDesk, ProviderDeskRequest
    ) {
        let server = try SocketServer.answering { request in
            let (status, body) =
                request.target.hasPrefix("/public/bookings/v1/bookings") ? (401, "{\"auth\":\"\"}") : (status, body)
            return
                "HTTP/1.1 \(status) Said\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        let world = try await World.open(
            CertificationConfiguration(url: server.url, subject: .publicV1(apiKey: nil), seed: 1))
        let request = ProviderDeskRequest(
            base: server.url, countermark: "ABCDEF", key: try #require(APIKey("test_1_k3y")), venueId: 7)
        return (server, RawProviderDesk(wire: Wire(world: world, recorder: Recorder())), request)
    }

    @Test func `the raw desk reads from when, by the clocks of Paris`() async throws {
        let text = PublicAnswers.tooEarly(day: "01/07/2026", time: "14:30").text
        let (server, desk, request) = try await desk(403, text)
        defer { server.stop() }
        let expected = ProviderDeskAnswer.refused(.tooEarly(from: Instant(iso8601: "2026-07-01T12:30:00Z")))
        #expect(await desk.check(request) == expected)
        #expect(await desk.validate(request) == expected)
        guard case .other = await desk.cancel(request, confirmedBy: "Ana") else {
            return #expect(Bool(false), "no cancellation is refused so")
        }
    }

    @Test func `the raw desk takes no answer that is not to the letter`() async throws {
        for (status, body) in [
            (200, "{}"), (202, ""), (410, "{\"booking\":[\"This booking has already been validated\"]}"),
            (403, "{\"booking\":\"Vous pourrez valider cette contremarque à partir du 1/7/2026\"}"),
        ] {
            let (server, desk, request) = try await desk(status, body)
            defer { server.stop() }
            guard case .other = await desk.validate(request) else {
                return #expect(Bool(false), "\(status) \(body) is no answer of the contract")
            }
        }
    }

    @Test func `an answer that was lost is unknown, and nothing prints the key or the person`() async throws {
        let (server, desk, request) = try await desk(200, "{\"id\":3,\"userEmail\":\"a@b.fr\"}")
        let valid = await desk.check(request)
        #expect("\(valid)" == "valid, booking 3")
        #expect(!String(reflecting: valid).contains("a@b.fr"))
        #expect(!String(reflecting: request).contains("k3y"))
        server.stop()
        #expect(await desk.validate(request) == .unknown)
    }
}
