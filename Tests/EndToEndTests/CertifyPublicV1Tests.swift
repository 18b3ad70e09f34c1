// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Partners
import Platform
import PlatformDomain
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// The platform suite of today's edition: the local platform passes it, and every broken one turns its own red.
///
/// One after the other: each walks through the whole suite on a platform of its own, and all at once would starve the other tests.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct CertifyPublicV1Tests {
    private func judge(
        _ url: String, key: APIKey? = nil, useControl: Bool = true, office: TicketOffice? = nil, checks: [Check]? = nil
    ) async -> CertificationResult {
        var configuration = CertificationConfiguration(
            url: url, subject: .publicV1(apiKey: key), useControl: useControl, seed: 11)
        configuration.office = office
        return await CertificationRun(configuration, checks: checks).run()
    }

    /// All checks but those of the journeys, which ``PublicJourneyTests`` breaks in ways of their own.
    private static let withoutJourneys = PublicV1Suite.checks.filter { !$0.id.hasPrefix("journey/") }

    private func said(_ result: CertificationResult) -> String {
        result.checks.filter { $0.verdict != .pass }.map {
            "\($0.id) \($0.verdict.rawValue) \($0.evidence?.expected.english ?? "") / \($0.evidence?.seen.english ?? "") \($0.reason?.english ?? "")"
        }.joined(separator: "\n")
    }

    @Test func `the local platform passes every check`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let office = try await PlayedTicketOffice.open()
        let result = await judge(server.baseURL, office: office.office)
        #expect(said(result) == "")
        #expect(result.checks.count == PublicV1Suite.checks.count)
        #expect(result.exitCode == 0)
        await office.close()
        await server.stop()
    }

    @Test func `the local platform with both editions passes, too`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .both))
        let result = await judge(server.baseURL, checks: Self.withoutJourneys)
        #expect(said(result) == "")
        await server.stop()
    }

    @Test func `a limit of calls that somebody lifted is not judged, and another than 200 is red`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        for (limit, verdict) in [("null", Verdict.notJudged), ("150", .fail), ("200", .pass)] {
            _ = try await HTTPClient().send(
                HTTPRequest(
                    method: "PUT", url: server.baseURL + "/_control/rateLimit",
                    body: Array(#"{"perMinute": \#(limit)}"#.utf8)))
            let result = await judge(server.baseURL, checks: PublicV1Suite.checks.filter { $0.id == "v1/rate/status" })
            #expect(result.checks.map(\.verdict) == [verdict], "\(said(result))")
        }
        await server.stop()
    }

    @Test(arguments: PublicV1Flaw.allCases)
    func `a broken platform turns its own red`(flaw: PublicV1Flaw) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let proxy = MutatingProxy(flaw.answer)
        let result = await judge(try proxy.stand(before: server.baseURL), checks: Self.withoutJourneys)
        let red = Set(result.requirements.filter { [.fail, .warn].contains($0.verdict) }.map(\.requirement.id))
        print("platform \(flaw.rawValue): \(red.sorted().joined(separator: ", "))")
        #expect(red == flaw.turnsRed, "\(said(result))")
        proxy.stop()
        await server.stop()
    }

    @Test func `every route of the local platform is tried by whom it must not answer`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let answer = try await HTTPClient().send(HTTPRequest(method: "GET", url: server.baseURL + "/openapi.json"))
        let paths = try #require(try JSONValue(parsing: answer.body)["paths"]?.objectValue)
        var untried: [String] = []
        // cinema_sessions is newer than the specification: nobody is judged by it.
        for (template, operations) in paths
        where template.hasPrefix("/public/") && !template.hasSuffix("/cinema_sessions") {
            let wanted = template.split(separator: "/")
            for (method, _) in operations.objectValue ?? [:] {
                let isTried = PublicRoute.all.contains { route in
                    let path = route.path.prefix { $0 != "?" }.split(separator: "/")
                    return route.method.lowercased() == method && path.count == wanted.count
                        && zip(path, wanted).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
                }
                if !isTried { untried.append("\(method) \(template)") }
            }
        }
        #expect(untried == [])
        #expect(PublicRoute.all.count == 37)
        await server.stop()
    }

    @Test func `every requirement of a platform is killed by some broken one`() {
        // What publishers are answered is broken by one answer for each check: see PublishingChecksTests.
        let published = Set(PublishingChecks.all.map(\.id))
        let judged = Set(Self.withoutJourneys.filter { !published.contains($0.id) }.flatMap(\.requirements))
        #expect(judged.subtracting(PublicV1Flaw.allCases.flatMap(\.turnsRed)) == [])
    }

    @Test func `a key alone judges what a key alone can show`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let made = await judge(server.baseURL, useControl: false)
        #expect(passed(made) == ["PC-V1-001", "PC-V1-002", "PC-V1-004", "PC-V1-006"])
        let text = try await Self.newKey(of: server.baseURL)
        let result = await judge(server.baseURL, key: APIKey(text), useControl: false)
        #expect(
            passed(result) == [
                "PC-V1-001", "PC-V1-002", "PC-V1-004", "PC-V1-006", "PC-V1-009", "PC-V1-031", "PC-V1-032", "PC-V1-034",
            ])
        #expect(result.exitCode == 4)
        #expect(!JSONReport.text(result).contains(text))
        #expect(!String(reflecting: result.configuration).contains(text))
        await server.stop()
    }

    @Test func `without a ticketing system to call, what takes tickets stays open: 4`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let result = await judge(server.baseURL, checks: JourneyChecks.publicV1)
        let open = result.checks.filter { $0.verdict == .notJudged }
        #expect(open.allSatisfy { $0.id.hasPrefix("journey/ticketed-event") && $0.reason == World.needsTicketOffice })
        #expect(!open.isEmpty && said(result).split(separator: "\n").count == open.count)
        #expect(result.exitCode == 4)
        await server.stop()
    }

    @Test func `a key alone touches no countermark that anybody may have`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let asked = Mutex<Set<String>>([])
        let proxy = MutatingProxy { call in
            if call.path.contains("/token/") { _ = asked.withLock { $0.insert(String(call.path.suffix(6))) } }
            return call.reply()
        }
        let key = APIKey(try await Self.newKey(of: server.baseURL))
        let result = await judge(try proxy.stand(before: server.baseURL), key: key, useControl: false)
        #expect(passed(result).contains("PC-V1-009"))
        let tokens = asked.withLock { $0 }
        #expect(!tokens.isEmpty)
        for token in tokens { #expect(!token.allSatisfy("ABCDEFGHJKLMNPQRSTUVWXYZ234567".contains), "\(token)") }
        proxy.stop()
        await server.stop()
    }

    @Test func `a platform of 2018 alone is no platform of today: 2`() async throws {
        let server = try await PlatformServer.start()
        let result = await judge(server.baseURL)
        #expect(result.exitCode == 2)
        #expect(result.refusal?.sentence.english.contains("publicV1") == true)
        await server.stop()
    }

    @Test func `as a user runs it`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let ending = try await Program("passculture").run([
            "certify", "platform", "--edition", "publicV1", "--url", server.baseURL,
        ])
        #expect(ending.code == 0, "\(ending.output.suffix(3_000))\(ending.error.suffix(1_000))")
        #expect(ending.output.hasPrefix("MUST: "))
        #expect(!ending.output.contains("Profile seen"))
        await server.stop()
    }

    private func passed(_ result: CertificationResult) -> [String] {
        result.requirements.filter { $0.verdict == .pass }.map(\.requirement.id)
    }

    private static func newKey(of base: String) async throws -> String {
        let answer = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: base + "/_control/providers",
                headers: [HTTPHeader("Content-Type", "application/json")], body: Array("{}".utf8)))
        return try #require(try JSONValue(parsing: answer.body)["apiKey"]?.stringValue)
    }
}
