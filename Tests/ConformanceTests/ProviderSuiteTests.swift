// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import Synchronization
import TestSupport
import Testing

@testable import Conformance

@Suite("The suite of providers")
struct ProviderSuiteTests {
    private func judge(
        _ shelf: NumberedShelf, only: [String]
    ) async throws -> (result: CertificationResult, requests: [ReceivedRequest]) {
        let server = try SocketServer.being(shelf)
        defer { server.stop() }
        let result = await ProviderTrial.judge(at: server.url, only: only)
        return (result, server.requests)
    }

    private func verdict(_ result: CertificationResult, _ id: String) throws -> CheckResult {
        try #require(result.checks.first { $0.id == id })
    }

    @Test func `a list of several thousand is read a thousand at a time, once for all checks`() async throws {
        let (result, requests) = try await judge(
            NumberedShelf { _ in 2_345 },
            only: ["provider/stocks/entries", "provider/stocks/ref", "provider/stocks/end"])
        #expect(result.checks(not: .pass) == [])
        // Three pages, an empty one behind them, and the end once more.
        #expect(requests.map(\.target).filter { $0.contains("limit=1000") }.count == 5)
    }

    @Test func `a list without an end of its own is not judged`() async throws {
        let (result, _) = try await judge(NumberedShelf(most: 10) { _ in 1_000_000 }, only: ["provider/stocks/entries"])
        let check = try verdict(result, "provider/stocks/entries")
        #expect(check.verdict == .notJudged)
        #expect(check.reason?.english.contains("500 pages") == true)
        #expect(result.exitCode == 4)
    }

    @Test(arguments: [(0, "provider/stocks/entries"), (2, "provider/stocks/pages"), (2, "provider/stocks/limit")])
    func `a list that is too short is not judged, and says so`(count: Int, id: String) async throws {
        let (result, _) = try await judge(NumberedShelf { _ in count }, only: [id])
        let check = try verdict(result, id)
        #expect(check.verdict == .notJudged)
        #expect(check.reason?.english.contains("the list has \(count)") == true)
        #expect(result.exitCode == 4)
    }

    @Test(arguments: ["provider/stocks/pages", "provider/stocks/order"])
    func `a list that is sold meanwhile decides nothing`(id: String) async throws {
        let (result, _) = try await judge(NumberedShelf { 40 - $0 }, only: [id])
        let check = try verdict(result, id)
        #expect(check.verdict == .inconclusive)
        #expect(check.reason?.english.contains("changed while it was read") == true)
    }

    @Test func `without an agenda seats are no references, with it they are`() async throws {
        let alone = try await ProviderTrial.judge(nil, sections: [.stocks])
        let ref = try verdict(alone, "provider/stocks/ref")
        #expect(ref.verdict == .fail)
        #expect(ref.evidence?.expected.english.contains("--events") == true)
        #expect(alone.checks.allSatisfy { $0.id.hasPrefix("provider/stocks/") })
        #expect(!alone.requirements.contains { $0.requirement.id == "PC-PR-003" })
        #expect(alone.exitCode == 1)
    }

    @Test func `what is wrong is counted, shown with its place, and in both languages`() async throws {
        let result = try await ProviderTrial.judge(.writesPricesAsText)
        let evidence = try #require(try verdict(result, "provider/stocks/price").evidence)
        #expect(evidence.seen.english.hasPrefix("1 of 8 otherwise, first stocks[0]: {\"ref\":\"9782070360024\""))
        #expect(evidence.seen.french.hasPrefix("1 sur 8 autrement, d'abord stocks[0] : {"))
        #expect(evidence.curl?.contains("/pass-culture/stocks/41816609600034?limit=1000") == true)
        let report = try JSONValue(parsing: JSONReport.text(result))
        #expect(report["suite"] == "provider")
        #expect(report["edition"] == "2018-12")
    }

    @Test func `a place that the provider does not know fails once`() async throws {
        let result = try await ProviderTrial.judge(nil, siret: "73282932000074")
        let failed = result.checks.filter { $0.verdict == .fail || $0.verdict == .warn }
        #expect(failed.map(\.id) == ["provider/stocks/recognised", "provider/events/recognised"])
        #expect(result.exitCode == 1)
    }

    @Test(arguments: ["4181660960003", "418166096000345", "4181660960003é", ""])
    func `a SIRET that is none is 3`(siret: String) async throws {
        let result = await ProviderTrial.judge(at: "http://127.0.0.1:1", siret: siret)
        #expect(result.exitCode == 3)
        #expect(result.refusal?.sentence.english.contains("14 digits") == true)
    }

    @Test(arguments: ["https://backend.passculture.app", "http://192.0.2.1", "http://127.0.0.1:1/?key=k"])
    func `an address that may not be asked is 3`(url: String) async throws {
        #expect(await ProviderTrial.judge(at: url).exitCode == 3)
    }

    @Test func `an address at which nobody listens is 2`() async throws {
        let closed = try ClosedPort()
        let result = await ProviderTrial.judge(at: "http://127.0.0.1:\(closed.port)")
        #expect(result.exitCode == 2)
        #expect(result.refusal?.sentence.english.contains("check --url") == true)
    }

    @Test(arguments: [
        ("2018-08-23T18:25:43.511Z", true), ("2018-08-23T18:25:43Z", true), ("2018-08-23T18:25:43.511", false),
        ("2018-08-23T18:25:43.5Z", false), ("2018-08-23T18:25:43.511+02:00", false), ("2018-08-23", false),
        ("2018-02-30T18:25:43.511Z", false),
    ])
    func `dates have the form of the documents, with milliseconds or without`(text: String, isDate: Bool) {
        #expect(FeedDate.isDate(.string(text)) == isDate)
    }

    @Test func `a date is written with its milliseconds`() {
        #expect(FeedDate.text(Instant(microseconds: 1_335_205_543_511_000)) == "2012-04-23T18:25:43.511Z")
        #expect(FeedDate.text(Instant(microseconds: 1_335_205_543_000_000)) == "2012-04-23T18:25:43.000Z")
    }

    @Test func `the nomenclature has its gaps`() {
        #expect([100, 518, 849, 898, 1006, 1504].allSatisfy(Agenda.hasCode))
        #expect(![0, 99, 310, 807, 899, 904, 915, 920, 1106, 1107, 1110, 1505].contains(where: Agenda.hasCode))
    }
}
