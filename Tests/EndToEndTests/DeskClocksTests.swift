// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import TestSupport
import Testing

/// By whose clocks a till reads what names a time without its zone: a day list, and the platform's "too early".
@Suite(.timeLimit(.minutes(1)))
struct DeskClocksTests {
    private static let todays = ["--key-file", "KEY", "--venue-id", "1234"]
    private static let portal = ["--email", "caisse@librairie.example"]

    @Test(
        "a day list is read by the clocks of the account's edition, in the request's département or else the command's",
        arguments: [
            (todays + ["--department", "974"], nil, "2026-12-03T16:30:00Z"),
            (todays, "974", "2026-12-03T16:30:00Z"),
            (todays + ["--department", "974"], "988", "2026-12-03T09:30:00Z"),
            (todays, nil, "2026-12-03T19:30:00Z"),
            (portal + ["--department", "974"], nil, "2026-12-03T23:30:00Z"),
            (portal, "974", "2026-12-03T23:30:00Z"),
            (portal, nil, "2026-12-03T19:30:00Z"),
        ] as [([String], String?, String)])
    func clocks(options: [String], department: String?, begins: String) async throws {
        // 20:30 on 3 December 2026, at the venue.
        let (scratch, closed) = (try ScratchFolder(), try ClosedPort())
        try scratch.write("key", Array("test_key_clocks".utf8))
        var request: JSONObject = [
            "do": "loadDayList",
            "content": .string(
                "Offre;Date;Nom;Prénom;Mail;Contremarque;État du paiement\r\n"
                    + "Concert;03/12/2026 20:30;Moreau;Léa;l@x.fr;LYSYU9;À valider\r\n"),
        ]
        request["department"] = department.map { .string($0) }
        let ending = try await Program("passculture").run(
            ["desk", "--stdio", "--outbox", scratch.path("till.db")]
                + options.map { $0 == "KEY" ? scratch.path("key") : $0 },
            environment: [
                "PASSCULTURE_URL": "http://127.0.0.1:\(closed.port)", "PASSCULTURE_PASSWORD": "a password for tests",
            ],
            input: JSONValue.object(request).text + "\n" + #"{"do":"check","countermark":"LYSYU9"}"# + "\n")
        let answers = try ending.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        try #require(answers.count == 2, "\(ending.error)")
        #expect(answers[0]["bookings"] == 1, "\(answers[0])")
        #expect(answers[1]["outcome"] == "provisional", "\(answers[1])")
        #expect(answers[1]["dayList"]?["begins"] == .string(begins))
    }

    @Test func `what is too early waits until the hour that the platform named, for reconcile too`() async throws {
        let (scratch, server) = (
            try ScratchFolder(), try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        )
        let provider = try await server.control("/providers")
        let providerID = try provider["id"].orThrow("provider")
        try scratch.write("key", Array(try provider["apiKey"].flatMap(\.stringValue).orThrow("key").utf8))
        let venueID = try await server.control("/venues", ["providerId": providerID, "postalCode": "98800"])["id"]
            .orThrow("venue")
        let order: JSONObject = ["state": "eventWindowOpen", "providerId": providerID, "venueId": venueID]
        let code = try await server.control("/bookings", order)["token"].flatMap(\.stringValue).orThrow("token")
        let environment = ["PASSCULTURE_URL": server.baseURL]
        let file = scratch.path("till.db")
        let account = [
            "--key-file", scratch.path("key"), "--venue-id", "\(venueID.intValue ?? 0)", "--department", "988",
        ]
        let passculture = Program("passculture")
        let asked = try await passculture.run(
            ["desk", "--stdio", "--outbox", file] + account, environment: environment,
            input: """
                {"do":"check","countermark":"\(code)"}
                {"do":"validateLater","countermark":"\(code)","kind":"show","begins":"2099-01-01T00:00:00Z"}
                """)
        let answers = try asked.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        try #require(answers.count == 2, "\(asked.error)")
        #expect(answers[0]["reason"] == "too-early" && answers[1]["outcome"] == "provisional", "\(answers)")
        let settled = try await passculture.run(
            ["outbox", "reconcile", "--file", file] + account, environment: environment)
        #expect(settled.code == 0, "\(settled.error)")
        let kept = try await passculture.run(["outbox", "list", "--json", "--file", file])
        let notBefore = try JSONValue(parsing: kept.output)[0]?["notBefore"]
        #expect(notBefore != nil && notBefore == answers[0]["validFrom"])
        // Two days after it was booked, which was just now, and not as many hours off as the venue is from Paris.
        let now = try await server.control("/clock", method: "GET")["now"]?.stringValue.flatMap { Instant(iso8601: $0) }
        let from = try #require(notBefore?.stringValue.flatMap { Instant(iso8601: $0) })
        let expected = try #require(now) + .hours(48)
        #expect(from > expected - Span.minutes(5) && from <= expected, "\(from.iso8601)")
        await server.stop()
    }
}
