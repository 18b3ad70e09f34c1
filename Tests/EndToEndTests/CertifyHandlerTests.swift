// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import JSON
import PassCulture
import PassCultureTesting
import TestSupport
import Testing

/// The vendors' suites judge a server made with the SDK's handler: what we give and what we ask must agree.
@Suite("The SDK's handler, certified", .timeLimit(.minutes(2)))
struct CertifyHandlerTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A vendor whose tickets of one stock take longer than the handler gives them.
    private func vendor(freesSeats: Bool = true) throws -> (VendorServer, VendorTime) {
        let time = VirtualTime(waiting: .holds)
        let vendor = try VendorServer(file: folder.path("calls.db"), time: time, freesSeats: freesSeats) { stock in
            if stock == VendorServer.countedStock { time.advance(by: .milliseconds(7_500)) }
        }
        let measured = VendorTime(
            now: { .milliseconds(Int64(time.monotonic() / .milliseconds(1))) },
            wait: { time.advance(by: .microseconds($0.microseconds)) })
        return (vendor, measured)
    }

    private func judge(_ subject: Subject, _ url: String) async -> CertificationResult {
        await CertificationRun(CertificationConfiguration(url: url, subject: subject, seed: 7)).run()
    }

    private func notPassed(_ result: CertificationResult) -> [String] {
        result.checks.filter { $0.verdict != .pass }.map {
            "\($0.id): \($0.verdict.rawValue) \($0.evidence?.expected.english ?? "") / \($0.evidence?.seen.english ?? "") \($0.reason?.english ?? "")"
        }
    }

    @Test func `passes every check of a receiver`() async throws {
        let (vendor, time) = try vendor()
        let key = try #require(SigningKey(VendorServer.hmacKey))
        let result = await judge(
            .receiver(VendorSetting(key: key, countURL: vendor.server.url + "/count", time: time)),
            vendor.server.url + "/told")
        #expect(notPassed(result) == [])
        #expect(result.checks.count == ReceiverSuite.checks.count && result.exitCode == 0)
        #expect(vendor.events.contains(.webhookRepeated) && vendor.events.contains(.webhookRefused))
    }

    @Test func `passes every check of a ticketing system, late tickets included`() async throws {
        let (vendor, time) = try vendor()
        let key = try #require(SigningKey(VendorServer.hmacKey))
        let setting = VendorSetting(
            key: key, cancelURL: vendor.server.url + "/cancel", countURL: vendor.server.url + "/count",
            slowFields: ["stock_id": .number(JSONNumber(VendorServer.countedStock))], time: time)
        let result = await judge(.ticketing(setting), vendor.server.url + "/book")
        #expect(notPassed(result) == [])
        #expect(result.checks.count == TicketingSuite.checks.count && result.exitCode == 0)
        #expect(vendor.events.contains(.webhookExpired))
    }

    @Test func `who gives up in time and keeps the seat sold is seen`() async throws {
        let (vendor, time) = try vendor(freesSeats: false)
        let setting = VendorSetting(
            key: try #require(SigningKey(VendorServer.hmacKey)), cancelURL: vendor.server.url + "/cancel",
            countURL: vendor.server.url + "/count",
            slowFields: ["stock_id": .number(JSONNumber(VendorServer.countedStock))], time: time)
        let result = await judge(.ticketing(setting), vendor.server.url + "/book")
        let red = result.checks.filter { $0.verdict != .pass }
        #expect(red.map(\.id) == ["ticketing/slow"] && red.first?.verdict == .warn)
        #expect(red.first?.evidence?.expected.english == "8 seats left again, not 7")
    }

    @Test func `a limit of one's own is no fault: without a page that counts, late tickets are not judged`()
        async throws
    {
        let (vendor, time) = try vendor()
        let setting = VendorSetting(
            key: try #require(SigningKey(VendorServer.hmacKey)), cancelURL: vendor.server.url + "/cancel",
            slowFields: ["stock_id": .number(JSONNumber(VendorServer.countedStock))], time: time)
        let result = await judge(.ticketing(setting), vendor.server.url + "/book")
        let open = result.checks.filter { $0.verdict != .pass }
        #expect(open.map(\.id) == ["ticketing/slow"] && open.allSatisfy { $0.verdict == .notJudged })
        #expect(open.first?.reason?.english.contains("--count-url") == true)
    }

    @Test(arguments: ["receiver", "ticketing"])
    func `passes as a user runs it`(suite: String) async throws {
        let (vendor, _) = try vendor()
        let scratch = try Scratch()
        let key = try scratch.write(Array((VendorServer.hmacKey + "\n").utf8), to: "hmac.key")
        let url = vendor.server.url
        let addresses =
            suite == "receiver"
            ? ["--url", url + "/told", "--count-url", url + "/count", "--booked-after", "0"]
            : ["--booking-url", url + "/book", "--cancel-url", url + "/cancel"]
        let ending = try await Program("passculture").run(["certify", suite, "--hmac-key-file", key] + addresses)
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(!(ending.output + ending.error).contains(VendorServer.hmacKey))
    }
}
