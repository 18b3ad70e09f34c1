// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import TestSupport
import Testing

@testable import Conformance

/// `passculture certify till` as a vendor runs it: a till that is a program, and one at which a person sits.
@Suite(.timeLimit(.minutes(5)))
struct CertifyTillTests {
    private let passculture = Program("passculture")

    /// All checks but those that wait for a slow platform, which `make certify-tills` runs.
    private static func quick(_ edition: ContractEdition) -> [String] {
        TillSuite.checks(edition).map(\.id).filter { !$0.hasPrefix("till/slow") && !$0.hasPrefix("till/drops") }
            .flatMap { ["--only", $0] }
    }

    @Test(arguments: ContractEdition.allCases)
    func `our own desk is a till that holds`(edition: ContractEdition) async throws {
        let desk = ["\(try Program.folder)/passculture", "desk", "--stdio", "--outbox", "{}/till.db"]
        // Whoever was somebody else before is not in the way.
        let ending = try await passculture.run(
            ["certify", "till", "--watch", "0", "--edition", edition.rawValue] + Self.quick(edition) + ["--"] + desk,
            environment: [
                "PASSCULTURE_KEY": "another", "PASSCULTURE_EMAIL": "another@example.org", "LANG": "fr_FR.UTF-8",
            ])
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(ending.output.hasPrefix("MUST : "))
        #expect(ending.output.contains("Toutes les exigences MUST applicables ont été jugées et tenues."))
    }

    @Test func `a till that hands everything over holds nothing of it, and the report says what to see again`()
        async throws
    {
        let script =
            #"for word in valid validated; do read -r line; n=$((n+1)); curl -sS -m 5 -o /dev/null -u "$PASSCULTURE_EMAIL:$PASSCULTURE_PASSWORD" "$PASSCULTURE_URL/bookings/token/MAGEDE"; echo '{"id":'$n',"outcome":"'$word'","cashier":{"fr":"Bon film !"}}'; done"#
        let ending = try await passculture.run([
            "certify", "till", "--only", "PC-TL-002", "--", "sh", "-c", script,
        ])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("✗ till/used"))
        #expect(ending.output.contains(#"told for instance "Contremarque déjà validée : ne remettez rien.""#))
        #expect(
            ending.output.contains(
                #"the till told check: good "Bon film !", validate: good "Bon film !"; the local platform saw GET /bookings/token/MAGEDE 410"#
            ))
        let french = try await passculture.run([
            "certify", "till", "--only", "PC-TL-002", "--lang", "fr", "--", "sh", "-c", script,
        ])
        #expect(
            french.output.contains(
                "vu : la caisse a dit vérifier : c'est bon « Bon film ! », valider : c'est bon « Bon film ! » ; la plateforme locale a vu GET "
                    + "/bookings/token/MAGEDE 410"))
        #expect(
            french.output.contains(
                "attendu : rien n'est remis ; dit par exemple « Contremarque déjà validée : ne remettez rien. »"))
        #expect(ending.output.contains("/bookings/token/MAGEDE' -H \"Authorization: Basic ${BASIC:?"))
    }

    @Test func `a till that never asks is not judged by what it tells`() async throws {
        let script =
            #"n=0; while read -r line; do n=$((n+1)); echo '{"id":'$n',"outcome":"refused"}'; done"#
        let ending = try await passculture.run(
            ["certify", "till", "--only", "till/cancelled", "--only", "till/check", "--", "sh", "-c", script])
        #expect(ending.code == 4, "\(ending.output)")
        #expect(
            ending.output.contains(
                "inconclusive: MAGECA did not take place as meant; the local platform saw nothing (check: refused, validate: refused)."
            ))
    }

    @Test func `a program that breaks off fails, and one that is none is 2`() async throws {
        let broken = try await passculture.run(["certify", "till", "--only", "till/used", "--", "sh", "-c", "exit 7"])
        #expect(broken.code == 1)
        #expect(broken.output.contains("the program ended (exit code 7) instead of answering check"))
        let none = try await passculture.run(["certify", "till", "--", "/no/such/till"])
        #expect(none.code == 2)
        #expect(none.error.contains("\"/no/such/till\" cannot be started"))
        #expect(none.output.isEmpty)
    }

    @Test func `whoever sits at the till is told what to type, and may pass over`() async throws {
        let ending = try await passculture.run(
            ["certify", "till", "--only", "till/used", "--only", "till/unknown", "--json"],
            input: "x\n 2 Déjà utilisée\n2\n0\n")
        #expect(ending.code == 4, "\(ending.output)\(ending.error)")
        #expect(ending.error.contains("PASSCULTURE_EMAIL=caisse@librairie.example"))
        #expect(ending.error.contains("type  MAGEDE  and press CHECK"))
        #expect(ending.error.contains("1, 2, 3 or 0, please."))
        #expect(ending.error.contains("type  MAGENE  and press CHECK"))
        let report = try JSONValue(parsing: Array(ending.output.utf8))
        let checks = try #require(report["checks"]?.arrayValue)
        #expect(checks.map { $0["verdict"]?.stringValue }.prefix(1) == ["inconclusive"])
        #expect(report["suite"]?.stringValue == "till")
    }

    @Test func `once nobody answers any more, the rest is not judged`() async throws {
        let ending = try await passculture.run(["certify", "till"])
        #expect(ending.code == 4, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("inconclusive: Nobody answers any more."))
        #expect(!ending.output.contains("passed over"))
    }

    @Test func `what is passed over is no pass beside what holds`() async throws {
        // Of PC-TL-016, the first scenario is told as refused, and the others are passed over.
        let script =
            #"n=0; while read -r line; do n=$((n+1)); curl -sS -m 5 -o /dev/null -u "$PASSCULTURE_EMAIL:$PASSCULTURE_PASSWORD" "$PASSCULTURE_URL/bookings/token/MAGEDE"; echo '{"id":'$n',"outcome":"refused"}'; done"#
        let ending = try await passculture.run(["certify", "till", "--only", "PC-TL-016", "--", "sh", "-c", script])
        #expect(ending.code == 4, "\(ending.output)")
        #expect(ending.output.contains("inconclusive: MAGECA did not take place as meant"))
    }

    @Test func `a till whose log-in is refused is not judged by its refusals`() async throws {
        let script =
            #"n=0; while read -r line; do n=$((n+1)); curl -sS -m 5 -o /dev/null -u "$PASSCULTURE_EMAIL:wrong" "$PASSCULTURE_URL/bookings/token/MAGEDE"; echo '{"id":'$n',"outcome":"refused"}'; done"#
        let ending = try await passculture.run(["certify", "till", "--only", "till/used", "--", "sh", "-c", script])
        #expect(ending.code == 4, "\(ending.output)")
        #expect(ending.output.contains("The till's log-in or key is refused"))
    }

    @Test func `a key that a till tells stands in no report`() async throws {
        let script = #"read -r line; echo "key $PASSCULTURE_KEY for $PASSCULTURE_VENUE""#
        let ending = try await passculture.run([
            "certify", "till", "--edition", "publicV1", "--only", "till/used", "--json", "--", "sh", "-c", script,
        ])
        #expect(ending.code == 1, "\(ending.output)")
        #expect(ending.output.contains("key *** for 2"))
        #expect(!ending.output.contains("local_"))
    }

    @Test func `a signal ends the till too, and takes its folder away`() async throws {
        let scratch = try ScratchFolder()
        let told = scratch.path("told")
        #expect(mkfifo(told, 0o600) == 0)
        let script = #"trap '' HUP; read -r line || exit; echo "$$ $1" > "$2"; read -r line; sleep 1000"#
        let certifying = try passculture.start([
            "certify", "till", "--only", "till/used", "--", "sh", "-c", script, "sh", "{}", told,
        ])
        let words = try await Thread.run { () throws(SystemCallError) in
            guard let file = fopen(told, "r") else { throw SystemCallError(call: "fopen") }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 4_096)
            guard fgets(&line, Int32(line.count), file) != nil else { throw SystemCallError(call: "fgets") }
            return String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split { $0 == " " || $0 == "\n" }.map(String.init)
        }
        let id = try #require(words.first.flatMap { Int32($0) })
        #expect(try await certifying.stop() == 128 + SIGTERM)
        #expect(kill(id, 0) != 0)
        #expect(access(words[1], F_OK) != 0, "\(words[1])")
    }

    @Test func `an edition that there is not, and a port that is taken, are told`() async throws {
        let edition = try await passculture.run(["certify", "till", "--edition", "2018"])
        #expect(edition.code == 3)
        let crowded = try CrowdedPort()
        let port = try await passculture.run(["certify", "till", "--port", "\(crowded.port)"])
        #expect(port.code == 2, "\(port.error)")
        #expect(port.output.isEmpty)
    }
}
