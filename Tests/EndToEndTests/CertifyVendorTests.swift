// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import TestSupport
import Testing

/// The vendors' suites as a user runs them, against partners that this process plays.
@Suite(.timeLimit(.minutes(2)))
struct CertifyVendorTests {
    private let passculture = Program("passculture")

    private func serving(_ partner: some PartnerDouble) throws -> SocketServer {
        try SocketServer.answering { request in
            let answer = partner.answer(
                PartnerRequest(
                    method: request.method, target: request.target, signature: request.header("PassCulture-Signature"),
                    body: request.body))
            let body = answer.body.text
            return "HTTP/1.1 \(answer.status) Answered\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }

    @Test func `a sound receiver is 0, and the key stays out of the report`() async throws {
        let server = try serving(ReceiverDouble(key: "s3cr3t-key") { _ in })
        defer { server.stop() }
        let folder = try Scratch()
        let key = try folder.write(Array("s3cr3t-key\n".utf8), to: "hmac.key")
        let ending = try await passculture.run([
            "certify", "receiver", "--url", server.url + "/n", "--hmac-key-file", key, "--count-url",
            server.url + "/count", "--booked-after", "0", "--json",
        ])
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(try JSONValue(parsing: ending.output)["suite"] == "receiver")
        #expect(!ending.output.contains("s3cr3t-key") && !ending.error.contains("s3cr3t-key"))
    }

    @Test func `a ticketing system that oversells is 1, and what it did is shown`() async throws {
        let server = try serving(TicketingDouble(flaw: .oversells, key: "k") { _ in })
        defer { server.stop() }
        let folder = try Scratch()
        let ending = try await passculture.run([
            "certify", "ticketing", "--booking-url", server.url + "/book", "--cancel-url", server.url + "/cancel",
            "--hmac-key-file", try folder.write(Array("k".utf8), to: "k"), "--payload",
            try folder.write(Array("{\"stock_id\": 7}".utf8), to: "p"),
        ])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("PC-V1-050 MUST"))
        #expect(ending.output.contains("409 {\"error\":\"sold_out\",\"remainingQuantity\":0}"))
    }

    @Test func `the report is written to files as well, whatever it says, and one that cannot be is 2`() async throws {
        let server = try serving(ReceiverDouble(key: "k") { _ in })
        defer { server.stop() }
        let folder = try ScratchFolder()
        try folder.write("k", Array("k".utf8))
        try folder.write("r.xml", Array("of before".utf8))
        let (junit, html) = (folder.path("r.xml"), folder.path("r.html"))
        func judge(_ address: String, _ files: [String]) async throws -> Program.Ending {
            let key = folder.path("k")
            return try await passculture.run(
                ["certify", "receiver", "--url", address, "--hmac-key-file", key, "--lang", "fr"] + files)
        }
        func text(_ name: String) throws -> String { String(decoding: try folder.bytes(name), as: UTF8.self) }
        let partial = try await judge(server.url + "/n", ["--junit", junit, "--html", html])
        #expect(partial.code == 4, "\(partial.output)\(partial.error)")
        #expect(partial.output.contains("Résultat partiel"))
        #expect(try text("r.xml").contains("<error type=\"exit code 4\" message=\"Résultat partiel"))
        #expect(try text("r.xml").contains("classname=\"passculture.receiver-"))
        #expect(try text("r.html").hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
        let unreached = try await judge("http://127.0.0.1:1/n", ["--junit", junit, "--html", html])
        #expect(try text("r.xml").contains("<property name=\"exitCode\" value=\"\(unreached.code)\"/>"))
        #expect(try text("r.html").hasSuffix("</html>\n"))
        let same = try await judge(server.url + "/n", ["--html", html, "--junit", html])
        #expect(same.code == 3 && same.error.contains("chacun son fichier"))
        #expect(try text("r.html").hasSuffix("</html>\n"))
        let unwritten = try await judge(server.url + "/n", ["--html", folder.path("none/r.html")])
        #expect(unwritten.code == 2 && unwritten.output.isEmpty)
        #expect(unwritten.error.contains("none/r.html ne peut pas être écrit : "))
    }

    @Test func `a key file that is not there is 2, an empty one 3`() async throws {
        let folder = try Scratch()
        for (path, code) in [(folder.path("none"), Int32(2)), (try folder.write(Array("\n".utf8), to: "e"), 3)] {
            let ending = try await passculture.run([
                "certify", "receiver", "--url", "http://127.0.0.1:1", "--hmac-key-file", path,
            ])
            #expect(ending.code == code, "\(ending.error)")
        }
    }
}
