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

    private func judge(_ double: some PartnerDouble, only: [String] = ["provider/stocks/*"]) async throws
        -> CertificationResult
    {
        let server = try SocketServer.being(double)
        defer { server.stop() }
        return await ProviderTrial.judge(at: server.url, only: only)
    }

    private func verdict(_ result: CertificationResult, _ id: String) throws -> CheckResult {
        try #require(result.checks.first { $0.id == id })
    }

    @Test func `a list of several thousand is read a thousand at a time, once for all checks`() async throws {
        let (result, requests) = try await judge(
            NumberedShelf { _ in 2_045 },
            only: ["provider/stocks/entries", "provider/stocks/ref", "provider/stocks/end"])
        #expect(result.checks(not: .pass) == [])
        // Three pages, an empty one behind them, and the end once more.
        #expect(requests.map(\.target).filter { $0.contains("limit=1000") }.count == 5)
    }

    @Test func `of a list without an end the entries are judged, its end is not, and it is read once`() async throws {
        let (result, requests) = try await judge(
            NumberedShelf(most: 10) { _ in 1_000_000 }, only: ["provider/stocks/en*", "provider/stocks/pages"])
        #expect(try verdict(result, "provider/stocks/entries").verdict == .pass)
        #expect(try verdict(result, "provider/stocks/pages").verdict == .pass)
        let end = try verdict(result, "provider/stocks/end")
        #expect(end.verdict == .notJudged)
        #expect(end.reason?.english.contains("500 pages") == true)
        #expect(requests.count < 700)
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

    @Test(arguments: ["provider/stocks/pages", "provider/stocks/order", "provider/stocks/total"])
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
        #expect(evidence.seen.english.hasPrefix("1 of 8 entries, first stocks[0]: {\"ref\":\"9782070360024\""))
        #expect(evidence.seen.french.hasPrefix("1 entrée sur 8, d'abord stocks[0] : {"))
        #expect(evidence.curl?.contains("/pass-culture/stocks/41816609600069?limit=1000") == true)
        let report = try JSONValue(parsing: JSONReport.text(result))
        #expect(report["suite"] == "provider")
        #expect(report["edition"] == "2018-12")
        #expect(report["lists"] == ["/stocks/41816609600069", "/events/41816609600069"])
        #expect(
            TerminalReport(language: .french).text(result).contains(
                "Listes demandées : /stocks/41816609600069, /events"))
        let french = try JSONValue(parsing: JSONReport.text(result, language: .french))
        #expect(french["summary"] == "MUST : 21 jugées sur 21, 20 tenues")
        let junit = JUnitReport.text(result, language: .french)
        #expect(junit.contains("MUST : 21 jugées sur 21, 20 tenues"))
        #expect(junit.contains("message=\"attendu « price » : un nombre d"), "\(junit)")
    }

    @Test(arguments: [1, 2, 3, 4, 79, 80, 1_100])
    func `two prices that a page tears apart are found wherever they stand`(place: Int) async throws {
        let sound = ListedStocks(count: place + 50, twice: place)
        #expect(try await judge(sound).checks(not: .pass, .notApplicable) == [])
        let torn = try await judge(ListedStocks(count: place + 50, twice: place, flaw: .tears))
        #expect(torn.red == ["PC-PR-012": ["provider/stocks/pages"]])
        let check = try verdict(torn, "provider/stocks/pages")
        #expect(check.evidence?.expected.english.contains("the entries of one reference") == true)
    }

    @Test func `an entry that is lost where long pages meet is found`() async throws {
        let result = try await judge(ListedStocks(count: 1_050, flaw: .losesAtJoints))
        #expect(result.red == ["PC-PR-012": ["provider/stocks/pages"]])
    }

    @Test func `a reference that stands twice, with others between, is found: after it leads to one place only`()
        async throws
    {
        let result = try await judge(ListedStocks(count: 60, twice: 10, apart: 20))
        #expect(result.red == ["PC-PR-012": ["provider/stocks/pages"]])
    }

    @Test func `what is wrong with a long page does not hide what is behind it`() async throws {
        let entries = ListedStocks(count: 1_004).entries
        let again = try await judge(ListedStocks(entries.prefix(1_000) + [entries[0]] + entries.suffix(4)))
        #expect(again.red["PC-PR-025"] == ["provider/stocks/once"])
        // A name that is a number ends what can be asked for; nothing else is blamed for it.
        var named = entries
        named[999] = ["ref": 9_782_070_360_024, "available": 1]
        let numbered = try await judge(ListedStocks(named), only: ["provider/stocks/entries", "provider/stocks/pages"])
        #expect(numbered.red == ["PC-PR-007": ["provider/stocks/entries"]])
    }

    @Test func `an entry that is sold between two pages decides nothing`() async throws {
        let sold = SoldOut(ListedStocks(count: 20), without: ListedStocks(count: 20).entries[3])
        let result = try await judge(sold, only: ["provider/stocks/pages"])
        #expect(try verdict(result, "provider/stocks/pages").verdict == .inconclusive)
    }

    @Test(arguments: [0, 7, 57])
    func `three prices are kept together at the beginning, in the middle and at the end`(place: Int) async throws {
        let sound = ListedStocks(count: 58, thrice: place)
        let whole = try await judge(sound, only: ["provider/stocks/pages"])
        #expect(whole.checks(not: .pass) == [])
        let torn = try await judge(
            ListedStocks(count: 58, thrice: place, flaw: .tears), only: ["provider/stocks/pages"])
        #expect(torn.red.isEmpty == (place == 0), "a page that begins with it cannot be made to end in it")
    }

    @Test func `whoever begins again without a limit is found behind two prices, too`() async throws {
        let result = try await judge(
            ListedStocks(count: 20, thrice: 0, flaw: .needsALimit), only: ["provider/stocks/pages"])
        #expect(result.red == ["PC-PR-012": ["provider/stocks/pages"]])
    }

    @Test func `a provider that says nothing is waited for once`() async throws {
        let server = try SocketServer.answering { _ in "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n" }
        defer { server.stop() }
        let result = await ProviderTrial.judge(at: server.url)
        #expect(result.red == ["PC-PR-018": ["provider/stocks/recognised"]])
        #expect(server.requests.count == 3, "the first look, the place, and the list")
    }

    @Test func `a list of exactly as many pages as are read is complete`() async throws {
        let (result, _) = try await judge(NumberedShelf(most: 1) { _ in 500 }, only: ["provider/stocks/end"])
        #expect(result.checks(not: .pass) == [])
    }

    @Test func `an entry that only small pages lose is found, however far`() async throws {
        let result = try await judge(ListedStocks(count: 100, flaw: .losesBeyondSeventy))
        #expect(result.red["PC-PR-012"] == ["provider/stocks/pages"])
    }

    @Test func `what the documents leave out or leave free is no failure`() async throws {
        let free: [JSONObject] = [
            ["limit": .null, "total": .null, "offset": .null], [:], ["total": 3, "offset": 0, "limit": 2],
            ["limit": .number(try #require(JSONNumber(text: "2.0")))],
        ]
        for rest in free {
            let result = try await judge(
                SaidStocks(
                    [
                        #"{"ref":"9782070360024","available":4.0,"price":1e1,"validUntil":null}"#,
                        #"{"ref":"9782070408504","available":0,"price":null}"#,
                        #"{"ref":"3700368435182","available":2,"price":16.990}"#,
                    ], beside: rest),
                only: ["provider/stocks/entries", "provider/stocks/price*", "provider/stocks/limit"])
            #expect(result.checks(not: .pass, .notApplicable) == [])
        }
    }

    @Test(arguments: [
        ("\u{FEFF}{\"stocks\":[]}", "byte order mark"), ("{'stocks': []}", "no JSON"),
        ("{\"stocks\":[],\"stocks\":[]}", "no JSON"),
    ])
    func `a body that is no JSON is told as one`(body: String, word: String) async throws {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let result = await ProviderTrial.judge(at: server.url, only: ["provider/stocks/recognised"])
        #expect(try verdict(result, "provider/stocks/recognised").evidence?.seen.english.contains(word) == true)
    }

    @Test func `a redirection is shown with where it leads`() async throws {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 301 Moved\r\nLocation: /stocks/41816609600069/\r\nContent-Length: 0\r\n\r\n"
        }
        defer { server.stop() }
        let result = await ProviderTrial.judge(at: server.url, only: ["provider/stocks/recognised"])
        let seen = try verdict(result, "provider/stocks/recognised").evidence?.seen.english
        #expect(seen == "301 to /stocks/41816609600069/, which is not followed")
    }

    @Test func `two prices are the same however they are written, and two times are not`() async throws {
        func red(_ first: String, _ second: String) async throws -> Set<String>? {
            let stocks = [first, second].map { #"{"ref":"9782070360024","available":1,\#($0)}"# }
            return try await judge(SaidStocks(stocks), only: ["provider/stocks/once"]).red["PC-PR-025"]
        }
        #expect(try await red(#""price":8.6"#, #""price":8.60"#) == ["provider/stocks/once"])
        #expect(try await red(#""price":8.6"#, #""price":8.6,"validUntil":"2038-01-01T00:00:00Z""#) == nil)
    }

    @Test func `a place that the provider does not know fails once`() async throws {
        let result = try await ProviderTrial.judge(nil, siret: "73282932000074")
        let failed = result.checks.filter { $0.verdict == .fail || $0.verdict == .warn }
        #expect(failed.map(\.id) == ["provider/stocks/recognised", "provider/events/recognised"])
        #expect(result.exitCode == 1)
    }

    @Test(arguments: ["4181660960003", "418166096000695", "4181660960003é", ""])
    func `a SIRET that is none is 3`(siret: String) async throws {
        let result = await ProviderTrial.judge(at: "http://127.0.0.1:1", siret: siret)
        #expect(result.exitCode == 3)
        #expect(result.refusal?.sentence.english.contains("14 digits") == true)
    }

    @Test(arguments: [
        "https://backend.passculture.app", "http://192.0.2.1", "http://127.0.0.1:1/?key=k",
        "http://u:s3cret@127.0.0.1:1",
        "http://127.0.0.1:1/#x", "http://127.0.0.1:1/api/stocks", "http://127.0.0.1:1/stocks/41816609600069",
    ])
    func `an address that may not be asked is 3`(url: String) async throws {
        let result = await ProviderTrial.judge(at: url)
        #expect(result.exitCode == 3)
        #expect(result.refusal?.sentence.french.contains("s3cret") == false)
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
