// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

/// By whose clocks a till that speaks JSON reads the times of a day list: 20:30 on 3 December 2026, at the venue.
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
}
