// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Where links in mails lead")
struct MailLinkTests {
    /// Has the mails of a forgotten password and of a young person's sign-up written, as asked for from an origin.
    private func write(from origin: String?, in service: Service) throws {
        try RequestOrigin.$current.withValue(origin) {
            try service.perform(
                .signUp(SignUp(purpose: .young, email: "jeune@example.com", passwordHash: "", publicName: "Jeune"))
            ) { _, _ in }
            try service.perform(.requestPasswordReset(email: "jeune@example.com")) { _, _ in }
        }
    }

    /// What the mailbox of a platform shows over HTTP.
    private func mails(at base: String) async -> String {
        await RawExchange.send("GET", "/_control/mails", to: base).text
    }

    @Test("in a fork, and in a fork of that, to the copy; in the platform itself to where they led")
    func forks() async throws {
        try await withServer { server in
            try write(from: server.baseURL.replacing("127.0.0.1", with: "localhost"), in: server.service)
            var bases = [server.baseURL]
            for _ in 0..<2 {
                let forked = await RawExchange.send("POST", "/_control/forks", to: bases[bases.count - 1])
                bases.append(try #require(forked.json?["base"]?.stringValue))
            }
            for base in bases.dropFirst() {
                let text = await mails(at: base)
                #expect(text.contains(base + "/validate/user/") && text.contains(base + "/mot-de-passe-perdu"))
                for other in bases where other != base { #expect(!text.contains(other + "/")) }
                #expect(!text.contains("localhost"))
            }
            let text = await mails(at: server.baseURL)
            #expect(text.contains(server.baseURL + "/validate/user/") && text.contains("localhost"))
        }
    }

    @Test(
        "after a restart on another port to that one, as whatever the platform was spelt; a portal stays a portal",
        arguments: [
            (nil, true), ("http://127.0.0.1:1", true), ("http://localhost:1", true), ("http://[::1]:1", true),
            ("http://localhost:3001", false), ("http://localhost:11", false),
        ] as [(String?, Bool)])
    func restarts(origin: String?, isOwn: Bool) async throws {
        let data = try TemporaryData()
        let service = try data.open()
        service.listens(at: "http://127.0.0.1:1")
        try write(from: origin, in: service)
        await service.closeData()
        let again = try data.open()
        again.listens(at: "http://127.0.0.1:2")
        let mails = again.mails()
        #expect(mails.count == 2)
        #expect(mails.first?.html.contains("http://127.0.0.1:2/validate/user/") == true)
        let portal = isOwn ? "http://127.0.0.1:2" : origin ?? ""
        #expect(mails.last?.html.contains(portal + "/mot-de-passe-perdu") == true, "\(mails.last?.html ?? "")")
        await again.closeData()
    }
}
