// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Partners
import TestSupport
import Testing

@testable import Conformance

@Suite("The vendors' suites")
struct VendorSuiteTests {
    /// A server that says the same to everything.
    private func saying(_ status: Int, _ body: String = "{}") throws -> SocketServer {
        try SocketServer.answering { _ in
            "HTTP/1.1 \(status) Said\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }

    @Test func `nothing passes where everything is refused`() async throws {
        let server = try saying(401)
        defer { server.stop() }
        for result in [
            try await VendorTrial.judgeReceiver(at: server.url), try await VendorTrial.judgeTicketing(at: server.url),
        ] {
            #expect(result.checks.filter { $0.verdict == .pass }.map(\.id) == [])
            #expect(result.exitCode == 1)
        }
    }

    @Test func `where everything is accepted no signature check passes, and no ticket is seen`() async throws {
        let server = try saying(200)
        defer { server.stop() }
        let receiver = try await VendorTrial.judgeReceiver(at: server.url)
        #expect(receiver.red.keys.sorted() == ["PC-V1-046", "PC-V1-446"])
        let ticketing = try await VendorTrial.judgeTicketing(at: server.url)
        #expect(ticketing.checks.filter { $0.verdict == .pass }.map(\.id) == [])
    }

    @Test func `without a page that counts, the effect is not judged and the result is partial`() async throws {
        let result = try await VendorTrial.judge(ReceiverFlaw?.none, counts: false)
        let open = result.requirements.filter { $0.verdict != .pass }
        #expect(open.map(\.requirement.id) == ["PC-V1-146", "PC-V1-047"])
        #expect(open.allSatisfy { $0.verdict == .notJudged })
        #expect(result.exitCode == 4)
        #expect(TerminalReport(language: .english).text(result).contains("--count-url"))
    }

    @Test func `without a slow stock, what becomes of late tickets is not judged`() async throws {
        let result = try await VendorTrial.judge(TicketingFlaw?.none, slow: false)
        #expect(result.requirements.filter { $0.verdict != .pass }.map(\.requirement.id) == ["PC-V1-053"])
        #expect(result.requirements.allSatisfy { [.pass, .notJudged].contains($0.verdict) })
        // A SHOULD leaves the MUSTs whole, and is told all the same.
        #expect(result.exitCode == 0)
        #expect(TerminalReport(language: .english).text(result).contains("--slow-payload"))
    }

    @Test func `an unlimited stock leaves the seats unjudged`() async throws {
        let server = try saying(200, "{\"remainingQuantity\":null,\"tickets\":[{\"barcode\":\"1\",\"seat\":null}]}")
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url)
        let verdicts = Dictionary(uniqueKeysWithValues: result.checks.map { ($0.id, $0.verdict) })
        #expect(verdicts["ticketing/single"] == .pass)
        #expect(verdicts["ticketing/sold-out"] == .notJudged)
        #expect(verdicts["ticketing/one-seat-for-two"] == .notJudged)
    }

    @Test func `who writes a whole number with a point reads what is missed`() async throws {
        let server = try saying(200, "{\"remainingQuantity\":9.0,\"tickets\":[{\"barcode\":\"1\",\"seat\":null}]}")
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url)
        let single = try #require(result.checks.first { $0.id == "ticketing/single" })
        #expect(single.verdict == .fail)
        #expect(
            single.evidence?.expected.english
                == "\"remainingQuantity\": a whole number, written without a point, or null")
        let later = result.checks.compactMap(\.evidence).map(\.expected.english).filter {
            $0.contains("and remainingQuantity")
        }
        #expect(!later.isEmpty && later.allSatisfy { $0.hasSuffix(", a whole number or null") })
    }

    @Test func `a stock without a seat is said to have none`() async throws {
        let server = try saying(409, "{\"error\":\"sold_out\",\"remainingQuantity\":0}")
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url)
        #expect(result.checks.allSatisfy { $0.verdict == .notJudged })
        #expect(result.checks.first?.reason?.english.contains("--payload") == true)
        #expect(result.exitCode == 4)
    }

    @Test func `who forbids what is badly signed, and stores nothing, is certified all the same`() async throws {
        for result in [
            try await VendorTrial.judge(ReceiverFlaw.forbids), try await VendorTrial.judge(TicketingFlaw.forbids),
        ] {
            #expect(result.exitCode == 0)
            #expect(result.checks.filter { $0.verdict == .warn }.count == 1)
        }
    }

    @Test func `nobody at the address is 2`() async throws {
        let closed = try ClosedPort()
        let result = try await VendorTrial.judgeReceiver(at: "http://127.0.0.1:\(closed.port)")
        #expect(result.exitCode == 2)
    }

    @Test(arguments: ["https://backend.passculture.app", "http://192.0.2.1", "http://127.0.0.1:1/é"])
    func `an address that may not be called is 3`(url: String) async throws {
        let result = try await VendorTrial.judgeReceiver(at: url)
        #expect(result.exitCode == 3)
    }

    @Test func `the cancel URL is judged like the other`() async throws {
        let setting = VendorSetting(
            key: try #require(SigningKey("k")), cancelURL: "https://backend.passculture.app/cancel")
        let result = await CertificationRun(
            CertificationConfiguration(url: "http://127.0.0.1:1/book", subject: .ticketing(setting))
        ).run()
        #expect(result.exitCode == 3)
    }

    @Test func `a field that no call has is 3`() async throws {
        let setting = VendorSetting(key: try #require(SigningKey("k")), fields: ["stockId": 4])
        let result = await CertificationRun(
            CertificationConfiguration(url: "http://127.0.0.1:1", subject: .receiver(setting))
        ).run()
        #expect(result.exitCode == 3)
        #expect(result.refusal?.sentence.english.contains("stockId") == true)
    }

    @Test(arguments: ["user_email", "booking_creation_date", "booking_confirmation_date", "booking_quantity"])
    func `a field that the checks must own is 3`(field: String) async throws {
        for slow in [false, true] {
            let own: JSONObject = [field: "x"]
            let setting = VendorSetting(
                key: try #require(SigningKey("k")), fields: slow ? [:] : own, slowFields: slow ? own : nil)
            let result = await CertificationRun(
                CertificationConfiguration(url: "http://127.0.0.1:1", subject: .receiver(setting))
            ).run()
            #expect(result.exitCode == 3)
            #expect(result.refusal?.sentence.english.contains("\"\(field)\"") == true)
        }
    }

    @Test func `the vendor's own fields are in every call, the rest is made up`() async throws {
        let server = try saying(200)
        defer { server.stop() }
        let setting = VendorSetting(key: try #require(SigningKey("k")), fields: ["stock_id": 4321])
        _ = await CertificationRun(
            CertificationConfiguration(
                url: server.url, subject: .receiver(setting), selection: Selection(only: ["receiver/book"]))
        ).run()
        let request = try #require(server.requests.last { $0.method == "POST" })
        let inner = try #require(try JSONValue(parsing: request.body).stringValue)
        let payload = try JSONValue(parsing: inner)
        #expect(payload["stock_id"] == 4321)
        #expect(payload.objectValue?.keys.last == "action")
        #expect(payload["user_email"]?.stringValue?.hasSuffix("@exemple.fr") == true)
        #expect(request.header("PassCulture-Signature") == SigningKey("k")?.signature(of: inner))
    }

    @Test func `no report holds the key`() async throws {
        let server = try saying(500)
        defer { server.stop() }
        let result = try await VendorTrial.judgeReceiver(at: server.url)
        for text in [
            JSONReport.text(result), TerminalReport(language: .french).text(result),
            "\(result.configuration)", String(reflecting: result.configuration),
        ] {
            #expect(!text.contains(VendorTrial.key))
        }
        let value = try JSONValue(parsing: JSONReport.text(result))
        #expect(value["suite"] == "receiver")
        #expect(value["edition"] == "publicV1")
        #expect(value["origin"] == .null)
    }
}
