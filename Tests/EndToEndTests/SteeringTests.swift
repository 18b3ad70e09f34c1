// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture
import TestSupport
import Testing

/// Text of others on the terminal: it is read, and steers nothing.
@Suite(.timeLimit(.minutes(2)))
struct SteeringTests {
    private let passculture = Program("passculture")

    /// Whether nothing but the ends of lines steers a terminal.
    private func isStill(_ text: String) -> Bool {
        !text.unicodeScalars.contains { Visible.isControl($0) && $0 != "\n" }
    }

    private func answer(_ status: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test func `a name cannot take another's place where countermark verify tells it`() async throws {
        let body =
            #"{"bookingId":"A9","offerName":"Concert\u202e","userName":"Eve\r\u001b[2K  userName: Lectrice\n  x: y"}"#
        let server = try SocketServer.answering { [self] _ in answer("200 OK", body) }
        let ask = ["countermark", "verify", "LYSYU9", "--url", server.url, "--email", "a@b.fr"]
        let told = try await passculture.run(ask, environment: ["PASSCULTURE_PASSWORD": "x"])
        #expect(told.code == 0 && isStill(told.output), "\(told)")
        let shown = "  userName: Eve\u{FFFD}\u{FFFD}[2K  userName: Lectrice\u{FFFD}  x: y"
        #expect(told.output.split(separator: "\n").contains { $0 == shown }, "\(told)")
        // A program reads it as it was.
        let whole = try await passculture.run(ask + ["--json"], environment: ["PASSCULTURE_PASSWORD": "x"])
        #expect(try JSONValue(parsing: whole.output)["offerName"] == "Concert\u{202E}")
    }

    @Test(arguments: ["till", "button", "C", "Python"])
    func `a name steers nothing at the tills that a partner copies`(sample: String) async throws {
        let folder = try ScratchFolder()
        var till = LibrarySample(program: Program(sample))
        if ["C", "Python"].contains(sample) {
            guard let made = try await LibrarySample.made(in: sample, folder) else {
                print("not tried: there is no compiler or interpreter for \(sample) here")
                return
            }
            till = made
        }
        let body = [
            #"{"bookingId":"A9","offerName":"C\u00f4t\u00e9\u202e\u2066\u009b2J\u061c","#,
            #""userName":"Eve\r\u001b[2K\n\u007fL\u2028\u200e\u200fectrice"}"#,
        ].joined()
        let server = try SocketServer.answering { [self] _ in answer("200 OK", body) }
        let told = try await till.program.run(
            till.arguments,
            environment: [
                "PASSCULTURE_URL": server.url, "PASSCULTURE_EMAIL": "a@b.fr", "PASSCULTURE_PASSWORD": "x",
                "PASSCULTURE_OUTBOX": folder.path("till.db"), "LANG": "fr_FR.UTF-8",
            ].merging(till.environment) { $1 }, input: "LYSYU9\nn\n")
        #expect(isStill(told.output), "\(told)")
        let line = told.output.split(separator: "\n").first { $0.contains("Côté") }
        #expect(line?.contains("2J") == true && line?.hasSuffix("ectrice") == true, "\(told)")
    }

    @Test func `what a server says in a refusal or out of turn steers nothing`() async throws {
        let bodies = [
            ("410 Gone", #"{"booking":["Déjà validée\u001b[2J"]}"#), ("404 Not Found", #"{"global":["\u009b2J\r"]}"#),
            ("502 Bad \u{1B}[2JGateway", "\u{1B}[2J"),
        ]
        for (status, body) in bodies {
            let server = try SocketServer.answering { [self] _ in answer(status, body) }
            let told = try await passculture.run(
                ["countermark", "validate", "LYSYU9", "--url", server.url, "--email", "a@b.fr"],
                environment: ["PASSCULTURE_PASSWORD": "x"])
            #expect(told.code != 0 && isStill(told.output + told.error), "\(told)")
        }
    }

    @Test func `an outbox, a file of transfers and a seed are told on their own lines`() async throws {
        let scratch = try Scratch()
        let file = scratch.path("till.db")
        let wild = "Annexe\u{1B}[2J\n  Total"
        let server = try SocketServer.answering { _ in "HTTP/1.1 204 No Content\r\n\r\n" }
        let sold = try await passculture.run(
            ["desk", "--stdio", "--outbox", file, "--venue", wild],
            environment: ["PASSCULTURE_URL": server.url, "PASSCULTURE_EMAIL": "a@b.fr", "PASSCULTURE_PASSWORD": "x"],
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"LYSYU9\"}\n")
        #expect(sold.output.contains("validated"), "\(sold)")
        let listed = try await passculture.run(["outbox", "list", "--all", "--json", "--file", file])
        let planned = try JSONValue(parsing: listed.output)[0]?["plannedAt"]?.stringValue
        let day = CivilDate(try #require(planned.flatMap { Instant(iso8601: $0) }), in: .paris).iso8601
        let report = ["outbox", "report", "--file", file, "--day", day]
        let told = try await passculture.run(report)
        #expect(told.output.contains("\nAnnexe\u{FFFD}[2J\u{FFFD}  Total\n") && isStill(told.output), "\(told)")

        let odd = "Offre;Lieu;Contremarque;Prélevé;État du paiement\nFilm;L;ABCDEF;6,50 €;\u{1B}[2J\n"
        let refused = try await passculture.run(
            report + ["--transfers", scratch.write(Array(odd.utf8), to: "odd\u{1B}[2J.csv")])
        #expect(refused.code == 3 && isStill(refused.error), "\(refused)")

        let seed = #"{"title":{"fr":"x","en":"Shop\u001b[2J\u000a  ABCDEF  valid"},"steps":[],"show":[]}"#
        let mock = try passculture.start([
            "mock", "--port", "0", "--seed", scratch.write(Array(seed.utf8), to: "s.json"),
        ])
        var lines: [String] = []
        for _ in 0..<3 { lines.append(try await mock.line()) }
        #expect(lines.last == "Shop\u{FFFD}[2J\u{FFFD}  ABCDEF  valid")
        #expect(try await mock.stop() == 0)
    }
}
