// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

/// The magic countermarks at today's four routes by countermark.
@Suite("Magic countermarks of today's edition")
struct MagicTokenTests {
    private static let acts = [
        ("GET", "token"), ("PATCH", "use/token"), ("PATCH", "keep/token"), ("PATCH", "cancel/token"),
    ]

    private func ask(_ act: Int, _ code: String, _ platform: TodayPlatform, key: String? = nil) async -> RawExchange {
        let (method, path) = Self.acts[act]
        return await platform.send(method, "/public/bookings/v1/\(path)/\(code)", key: key)
    }

    static let rows: [(code: String, answers: [String])] = [
        ("MAGEVA", ["200", "204", "F", "204"]), ("MAGEDE", ["C", "C", "204", "J"]), ("MAGECA", ["D", "D", "D", "I"]),
        ("MAGENE", ["A", "A", "A", "A"]), ("MAGEAU", ["A", "A", "A", "A"]), ("MAGEGU", ["200", "204", "F", "204"]),
        ("MAGEPA", ["200", "0", "F", "204"]), ("MAGERE", ["0", "0", "0", "0"]),
        ("MAGE5A", ["500", "500", "500", "500"]),
        ("MAGE4A", ["429", "429", "429", "429"]), ("MAGE4M", ["429", "429", "429", "429"]),
        ("MAGEHM", ["502", "502", "502", "502"]), ("MAGEJM", ["200", "200", "200", "200"]),
        ("MAGETY", ["200", "200", "200", "200"]),
    ]

    @Test("each answers the four routes in today's words, again and again, whatever its case", arguments: rows)
    func table(row: (code: String, answers: [String])) async throws {
        try await TodayPlatform.run { platform in
            for code in [row.code, row.code.lowercased()] {
                for (act, expected) in row.answers.enumerated() {
                    let answer = await ask(act, code, platform)
                    if let sentence = TokenTableTests.sentences[Character(String(expected.prefix(1)))] {
                        #expect(line(answer) == sentence, "\(code) \(Self.acts[act].1)")
                    } else {
                        #expect(answer.status == Int(expected), "\(code) \(Self.acts[act].1)")
                    }
                }
            }
        }
    }

    @Test("a valid one shows a booking of the provider's venue with every key, and a key is asked for first")
    func booking() async throws {
        try await TodayPlatform.run { platform in
            let magic = await ask(0, "MAGEVA", platform)
            let real = try await platform.booking("confirmedProduct")
            let shown = await ask(0, try #require(real["token"]?.stringValue), platform)
            let keys = Set(magic.json?.objectValue?.keys.map { $0 } ?? [])
            #expect(keys == Set(shown.json?.objectValue?.keys.map { $0 } ?? []) && keys.count == 22)
            #expect(magic.json?["venueId"]?.intValue == platform.venueID)
            #expect(magic.json?["status"] == "CONFIRMED")
            // A till that looks for it in a list must not find somebody's real booking.
            #expect(try #require(magic.json?["id"]?.intValue) > 1 << 40)
            let fault = await ask(0, "MAGE5A", platform)
            #expect(fault.json?["global"]?[0]?.stringValue?.hasPrefix("Il semble que nous ayons des problèmes") == true)
            #expect(fault.header("content-type") == "application/json")
            #expect(await ask(0, "MAGETY", platform).header("content-type") == "text/html")
            for code in ["MAGEVA", "MAGE5A", "MAGENE"] {
                for act in 0..<4 { #expect(await ask(act, code, platform, key: "nobody's").status == 401) }
            }
        }
    }

    @Test("a refusal for too many calls is today's, with the header or without")
    func tooMany() async throws {
        try await TodayPlatform.run { platform in
            let waiting = await ask(1, "MAGE4A", platform)
            #expect(waiting.header("retry-after") == "30")
            #expect(
                waiting.json?["global"]?[0]?.stringValue?.hasPrefix("Nombre de tentatives de connexion dépassé") == true
            )
            #expect(await ask(1, "MAGE4M", platform).header("retry-after") == nil)
        }
    }

    @Test("the lost validation is done: it is used until it is taken back or two minutes have passed")
    func lost() async throws {
        try await TodayPlatform.run { platform in
            for round in 0..<2 {
                #expect(await ask(0, "MAGEPE", platform).status == 200)
                #expect(line(await ask(2, "MAGEPE", platform)) == TokenTableTests.sentences["F"])
                #expect(await ask(1, "MAGEPE", platform).status == 0)
                for act in 0..<2 { #expect(line(await ask(act, "MAGEPE", platform)) == TokenTableTests.sentences["C"]) }
                #expect(line(await ask(3, "MAGEPE", platform)) == TokenTableTests.sentences["J"])
                if round == 0 {
                    #expect(await ask(2, "MAGEPE", platform).status == 204)
                } else {
                    await platform.control("POST", "/clock/advance", #"{"by": 120}"#)
                }
            }
            #expect(await ask(0, "MAGEPE", platform).status == 200)
        }
    }
}
