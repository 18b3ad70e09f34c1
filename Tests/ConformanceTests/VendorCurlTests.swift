// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import TestSupport
import Testing

@testable import Conformance

/// What a vendor's failure shows can be sent again, and tells nobody's birthday.
@Suite("The command line of a vendor's failure")
struct VendorCurlTests {
    private static let key = "a-shared-key-of-tests"

    /// The evidence of a booking that a vendor refuses.
    private func curl(_ fields: JSONObject = [:], said: String = "{}") async throws -> String {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 500 Said\r\nContent-Length: \(said.utf8.count)\r\n\r\n\(said)"
        }
        defer { server.stop() }
        let setting = VendorSetting(key: try #require(SigningKey(Self.key)), fields: fields)
        let result = await CertificationRun(
            CertificationConfiguration(
                url: server.url, subject: .receiver(setting), selection: Selection(only: ["receiver/book"]), seed: 7)
        ).run()
        let evidence = try #require(result.checks.first?.evidence)
        #expect(!evidence.seen.english.contains("1999-09-09"))
        return try #require(evidence.curl)
    }

    /// The text that a command line sends inside a string of JSON.
    private func inner(of curl: String) throws -> String {
        let words = curl.split(separator: "--data-binary '")
        try #require(words.count == 2)
        let quoted = String(words[1].dropLast()).split(separator: "'\\''", omittingEmptySubsequences: false)
        return try #require(try JSONValue(parsing: Array(quoted.joined(separator: "'").utf8)).stringValue)
    }

    /// The payload of a command line, once its signature is found to be that of the text.
    private func payload(of curl: String) throws -> JSONValue {
        let inner = try inner(of: curl)
        let right = try #require(SigningKey(Self.key)).signature(of: inner)
        #expect(curl.contains("PassCulture-Signature: \(right)"), "\(curl)")
        return try JSONValue(parsing: inner)
    }

    @Test func `what the certifier made up stands there as it was sent`() async throws {
        #expect(try payload(of: await curl())["user_birth_date"] == "2007-01-01")
    }

    @Test func `what was stored unsigned is shown with each wrong signature, and not with the right one`() async throws
    {
        let result = try await VendorTrial.judge(.storesBeforeVerifying)
        let check = try #require(result.checks.first { $0.id == "receiver/signature/nothing-stored" })
        let lines = try #require(check.evidence?.curl).split(separator: "\n").map(String.init)
        #expect(check.verdict == .fail && lines.count == WebhookSigning.wrong.count + 1)
        for line in lines {
            let right = try #require(SigningKey(VendorTrial.key)).signature(of: try inner(of: line))
            #expect(!line.contains(right), "\(line)")
        }
    }

    @Test func `somebody's birth date is hidden, and the body signed as it is shown`() async throws {
        let said = #"{"message":"nobody is born on 1999-09-09"}"#
        let curl = try await curl(["user_birth_date": "1999-09-09"], said: said)
        #expect(try payload(of: curl)["user_birth_date"] == "***")
    }
}
