// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

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
            ["certify", "till", "--edition", edition.rawValue] + Self.quick(edition) + ["--"] + desk,
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
            #"n=0; while read -r line; do n=$((n+1)); curl -sS -m 5 -o /dev/null -u "$PASSCULTURE_EMAIL:$PASSCULTURE_PASSWORD" "$PASSCULTURE_URL/bookings/token/MAGEDE"; echo '{"id":'$n',"outcome":"valid","cashier":{"fr":"Bon film !"}}'; done"#
        let ending = try await passculture.run([
            "certify", "till", "--only", "PC-TL-002", "--", "sh", "-c", script,
        ])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("✗ till/used"))
        #expect(ending.output.contains(#"told for instance "Contremarque déjà validée : ne remettez rien.""#))
        #expect(
            ending.output.contains(
                #"the till told check: good "Bon film !", validate: good "Bon film !"; the platform saw GET /bookings/token/MAGEDE 410"#
            ))
        #expect(ending.output.contains("/bookings/token/MAGEDE' -H \"Authorization: Basic ${BASIC:?"))
    }

    @Test func `a till that never asks is not judged by what it tells`() async throws {
        let script =
            #"n=0; while read -r line; do n=$((n+1)); echo '{"id":'$n',"outcome":"refused"}'; done"#
        let ending = try await passculture.run(
            ["certify", "till", "--only", "till/cancelled", "--only", "till/check", "--", "sh", "-c", script])
        #expect(ending.code == 1, "\(ending.output)")
        #expect(ending.output.contains("✗ till/check"))
        #expect(ending.output.contains("the platform saw nothing"))
        #expect(ending.output.contains("inconclusive: The platform got nothing from the till about MAGECA"))
    }

    @Test func `a program that breaks off fails, and one that is none is 2`() async throws {
        let broken = try await passculture.run(["certify", "till", "--only", "till/used", "--", "sh", "-c", "exit 7"])
        #expect(broken.code == 1)
        #expect(broken.output.contains("the program ended instead of answering check"))
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
        #expect(checks.map { $0["verdict"]?.stringValue } == ["inconclusive", "notJudged"])
        #expect(report["suite"]?.stringValue == "till")
    }

    @Test func `once nobody answers any more, the rest is not judged`() async throws {
        let ending = try await passculture.run(["certify", "till"])
        #expect(ending.code == 4, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("not judged: Nobody answers any more."))
        #expect(!ending.output.contains("passed over"))
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
