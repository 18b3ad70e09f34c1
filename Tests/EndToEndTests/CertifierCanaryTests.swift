// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import JSON
import Platform
import Synchronization
import TestSupport
import Testing

/// Keys, countermarks and birth dates in no report of the certifier, of sound and of broken platforms and partners.
///
/// What may show them, and why, is named where it is left out:
///
/// - keys that nobody has: what is asked with them is asked again with them;
/// - addresses and passwords of accounts: the certifier makes them up, and a line of curl that lacks them repeats nothing;
/// - the birth date in calls to vendors: that of nobody, and the same in every run.
@Suite("A canary, certified", .serialized, .timeLimit(.minutes(5)))
struct CertifierCanaryTests {
    /// What a platform's answers are turned into.
    enum Breakage: String, CaseIterable {
        case none
        /// Another status on every countermark and every list, the body as it was.
        case status
        /// The body inside a sentence, where no field has a name.
        case prose
    }

    /// Where a countermark is asked about, or bookings are listed.
    private static func isTold(_ call: ForwardedCall) -> Bool {
        call.path.contains("/token/") || call.path.contains("bookings")
    }

    /// A platform behind a proxy that learns every secret that goes over the wire, and breaks answers.
    private func stand(
        before server: PlatformServer, _ breakage: Breakage, _ canaries: Canaries
    ) throws -> (MutatingProxy, String) {
        let proxy = MutatingProxy { call in
            var reply = call.reply()
            if let body = reply.json { canaries.learn(from: body) }
            if let key = call.request.header("Authorization")?.split(separator: " ").last,
                !key.hasPrefix("test_inconnu_")
            {
                canaries.add(String(key), .key)
            }
            guard Self.isTold(call), !call.path.hasPrefix("/_control") else { return reply }
            switch breakage {
            case .none: break
            case .status: reply.status = 418
            case .prose:
                let target = call.request.target
                reply = ForwardedCall.Reply(200, "<p>\(target) \(reply.body)</p>", cookies: reply.cookies)
            }
            return reply
        }
        return (proxy, try proxy.stand(before: server.baseURL))
    }

    /// Everything that a run says.
    private func said(_ configuration: CertificationConfiguration) async -> (result: CertificationResult, text: String)
    {
        let lines = Lines()
        let result = await CertificationRun(configuration).run { progress in
            lines.add(TerminalReport(language: .french).line(progress, verbose: true))
        }
        let text = [
            lines.text, TerminalReport(language: .french).text(result), TerminalReport(language: .english).text(result),
            JSONReport.text(result), JUnitReport.text(result, language: .french),
            HTMLReport(language: .french, kit: "1", at: .epoch).text(result), "\(result)", "\(configuration)",
            String(reflecting: configuration),
        ]
        return (result, text.joined(separator: "\n"))
    }

    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var text: String { lines.withLock { $0.joined(separator: "\n") } }
    }

    @Test(arguments: [Edition.prototype2018, .publicV1], Breakage.allCases)
    func `hides in every report about a platform, sound or broken`(edition: Edition, breakage: Breakage) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: edition, randomSeed: 7))
        let canaries = Canaries()
        let (proxy, url) = try stand(before: server, breakage, canaries)
        var configuration = CertificationConfiguration(url: url, seed: 11)
        if edition == .publicV1 {
            configuration.subject = .publicV1(apiKey: nil)
        } else {
            // Where countermarks go over the wire; the rest of 2018 would only take its time.
            configuration.selection = Selection(only: ["countermark/*", "bookings/*", "privacy/*", "screens/*"])
        }
        let (result, text) = await said(configuration)
        #expect(breakage == .none || result.exitCode != 0)
        #expect(canaries.countermarkCount > 20)
        #expect(canaries.seen(in: text, but: [.email, .password]) == [])
        proxy.stop()
        await server.stop()
    }

    @Test(arguments: [Edition.prototype2018, .publicV1], Breakage.allCases)
    func `hides in the story of a journey, the wire included`(edition: Edition, breakage: Breakage) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: edition, randomSeed: 7))
        let canaries = Canaries()
        let (proxy, url) = try stand(before: server, breakage, canaries)
        let journey =
            edition == .publicV1 ? ["--edition", "publicV1", "--only", "book-by-ean"] : ["--category", "books"]
        for option in ["--verbose", "--json"] {
            let ending = try await Program("passculture").run(["journey", "--against", url, option] + journey)
            #expect((ending.code == 0) == (breakage == .none))
            #expect(canaries.seen(in: ending.output + ending.error, but: [.email, .password]) == [])
        }
        #expect(breakage != .none || canaries.countermarkCount > 0)
        proxy.stop()
        await server.stop()
    }

    @Test(arguments: Breakage.allCases)
    func `hides the vendor's own key where there is no control API`(breakage: Breakage) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1, randomSeed: 7))
        let canaries = Canaries()
        let provider = try await server.control("/providers")
        let booking = try await server.control(
            "/bookings", ["providerId": try provider["id"].orThrow("provider"), "state": "confirmedProduct"])
        canaries.learn(from: booking)
        canaries.add(booking["email"]?.stringValue ?? "", .email)
        let key = try provider["apiKey"].flatMap(\.stringValue).orThrow("key")
        canaries.add(key, .key)
        let (proxy, url) = try stand(before: server, breakage, canaries)
        let (_, text) = await said(
            CertificationConfiguration(url: url, subject: .publicV1(apiKey: APIKey(key)), useControl: false, seed: 11))
        // Here the people may be real ones.
        #expect(canaries.seen(in: text) == [])
        proxy.stop()
        await server.stop()
    }

    @Test(arguments: [200, 401, 500])
    func `hides the HMAC key in reports about vendors, whatever they echo`(status: Int) async throws {
        let key = "cle-hmac-qui-chante+été"
        let canaries = Canaries()
        canaries.add(key, .hmacKey)
        let server = try SocketServer.answering { request in
            let body = String(decoding: request.body, as: UTF8.self)
            return "HTTP/1.1 \(status) Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        let signing = try #require(SigningKey(key))
        for subject in [
            Subject.receiver(VendorSetting(key: signing, countURL: server.url + "/count")),
            .ticketing(VendorSetting(key: signing, cancelURL: server.url + "/cancel")),
        ] {
            let (_, text) = await said(CertificationConfiguration(url: server.url, subject: subject, seed: 7))
            #expect(canaries.seen(in: text) == [])
        }
        server.stop()
    }
}
