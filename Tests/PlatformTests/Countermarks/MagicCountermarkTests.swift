// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

@Suite("Magic countermarks")
struct MagicCountermarkTests {
    private static let open = "email=jeune%40example.com&offer_id=AE"

    private func ask(
        _ method: String, _ code: String, _ query: String, _ service: DomainService, by actor: Actor = .anonymous
    ) async -> Answer {
        await service.send(method, "/bookings/token/\(code)?\(query)", by: actor)
    }

    @Test(
        "each answers what the table says, to a partner and to somebody without a log-in, again and again",
        arguments: Profile.allCases)
    func table(profile: Profile) async {
        for magic in MagicCountermark.all where magic.code != "MAGEPE" {
            let service = DomainService(profile)
            let partner = Actor.user(await service.young("quelqu.un@example.com"))
            for actor in [partner, .anonymous, partner, .anonymous] {
                let isPartner = actor != .anonymous
                for (method, words) in [("GET", magic.checkWords), ("PATCH", magic.validationWords)] {
                    let answer = await ask(method, magic.code, isPartner ? "" : Self.open, service, by: actor)
                    let note = "\(magic.code) \(method) by \(isPartner ? "a partner" : "nobody")"
                    if words == "no answer" {
                        #expect(answer.strike?.fault.delivery?.form == .dropped, "\(note)")
                        continue
                    }
                    let statuses = words.split(whereSeparator: { " ,;".contains($0) }).compactMap { Int($0) }
                        .filter { $0 >= 100 }
                    // Not yours: only who is logged in can be told so.
                    let expected = isPartner ? statuses.first : words == "403" ? 204 : statuses.last
                    #expect(answer.status == expected, "\(note)")
                }
            }
        }
    }

    @Test("what goes wrong goes wrong")
    func broken() async throws {
        let service = DomainService()
        for method in ["GET", "PATCH"] {
            let slow = await ask(method, "MAGELE", Self.open, service)
            #expect(slow.strike?.fault.delivery == Delivery(wait: .seconds(MagicCountermark.slowness)))
            let waiting = await ask(method, "MAGE4A", Self.open, service)
            #expect(waiting.headers.contains { $0 == ("Retry-After", "30") })
            let mute = await ask(method, "MAGE4M", Self.open, service)
            #expect(mute.headers.isEmpty && mute.status == 429)
            let page = await ask(method, "MAGEHM", Self.open, service)
            #expect(page.contentType == "text/html" && page.body.starts(with: Array("<html>".utf8)))
            let json = await ask(method, "MAGEJM", Self.open, service)
            #expect(json.contentType == "application/json" && (try? JSONValue(parsing: json.body)) == nil)
            let type = await ask(method, "MAGETY", Self.open, service)
            #expect(type.contentType == "text/html")
            let parsed = try JSONValue(parsing: type.body)
            #expect(parsed["isUsed"] == false)
            let cut = await ask(method, "MAGECU", Self.open, service)
            #expect(cut.strike?.fault.delivery?.form == .cut(afterBodyBytes: 10) && cut.body.count > 10)
        }
    }

    @Test(
        "the lost answer: valid, then validated without a word, then already validated, and valid again in two minutes")
    func lost() async throws {
        let service = DomainService()
        func statuses() async -> [Int] {
            var statuses: [Int] = []
            for method in ["GET", "PATCH"] { statuses.append(await ask(method, "MAGEPE", Self.open, service).status) }
            return statuses
        }
        for _ in 0..<2 {
            #expect(await ask("GET", "MAGEPE", Self.open, service).status == 204)
            let lost = await ask("PATCH", "MAGEPE", Self.open, service)
            #expect(lost.strike?.note.isApplied == true && lost.strike?.note.sent == .nothing)
            #expect(await statuses() == [410, 410])
            service.advance(by: MagicMemory.span - .seconds(1))
            #expect(await statuses() == [410, 410])
            service.advance(by: .seconds(1))
        }
        let note = await ask("PATCH", "MAGEPA", Self.open, service).strike?.note
        #expect(note?.isApplied == false && note?.sent == .nothing)
    }

    @Test("the contract's checks come first, in the profile's words", arguments: Profile.allCases)
    func checks(profile: Profile) async {
        let service = DomainService(profile)
        #expect(await ask("GET", "MAGEVA", "", service).status == 400)
        #expect(await ask("GET", "MAGE5A", "", service).status == 400)
        #expect(await ask("GET", "MAGEVA", "offer_id=1", service).status == 404)
        expect(await ask("GET", "MAGENE", Self.open, service), CountermarkCheckTests.unknown(profile))
        // Validating, what is unknown comes before what is missing.
        #expect(await ask("PATCH", "MAGENE", "", service).status == 404)
        let missing = await ask("PATCH", "MAGEVA", "", service)
        let real = WireErrorText.missing(profile)
        #expect(String(decoding: missing.body, as: UTF8.self) == real)
        for method in ["GET", "PATCH"] {
            #expect(await ask(method, "MAGEVA", Self.open, service, by: .refused(.wrongPassword)).status == 401)
            // Compared exactly, as all are.
            #expect(await ask(method, "mageva", Self.open, service).status == 404)
            #expect(await ask(method, "MAGEZZ", Self.open, service).status == 404)
        }
    }

    private enum WireErrorText {
        static func missing(_ profile: Profile) -> String {
            String(
                decoding: CountermarkSentences.missing(email: true, offerID: true, under: Rules(profile: profile))
                    .answer
                    .body, as: UTF8.self)
        }
    }

    @Test("over the wire: the first validation is lost, a reset of the platform forgets it, and the journal knows")
    func wire() async throws {
        try await withServer { server in
            let target = "/bookings/token/MAGEPE?\(Self.open)"
            for _ in 0..<2 {
                let lost = try await server.ask("PATCH", target)
                #expect(lost.text.isEmpty && lost.ending == .reset)
                #expect(await RawExchange.send("GET", target, to: server.baseURL).status == 410)
                let journal = await RawExchange.send("GET", "/_control/journal", to: server.baseURL).json
                #expect(
                    journal?["entries"]?[0]?["fault"] == [
                        "rule": .null, "kind": "applyThenDrop", "applied": true, "answered": 204, "sent": "nothing",
                    ])
                server.service.reset()
            }
            let cut = try await server.ask("GET", "/bookings/token/MAGECU?\(Self.open)")
            #expect(cut.text.hasSuffix("\r\n\r\n{\"bookingI") && cut.ending == .closed)
        }
    }

    @Test("codes are countermarks that a generator could draw, differ, and are listed where people look")
    func codes() throws {
        #expect(Set(MagicCountermark.all.map(\.code)).count == MagicCountermark.all.count)
        for magic in MagicCountermark.all {
            #expect(TextMarker.isCountermark(Array(magic.code.utf8)[...]), "\(magic.code)")
            #expect(ReservedCountermarks.contains(magic.code))
        }
        #expect(MagicCountermark.tableJSON.arrayValue?.count == MagicCountermark.all.count)
    }

    @Test("the page and the table say the same")
    func page() throws {
        let page = try #require(Page.read("Mocks/Documentation/MagicCountermarks.md"))
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("| `MAGE") }
        let rows = lines.prefix(MagicCountermark.all.count)
        let expected = MagicCountermark.all.map {
            "| `\($0.code)` | \($0.checkWords) | \($0.validationWords) | \($0.english) | \($0.french) |"
        }
        #expect(rows.map(String.init) == expected)
        let today = MagicCountermark.all.map { "| `\($0.code)` | \($0.todaysWords.joined(separator: " | ")) |" }
        #expect(lines.dropFirst(rows.count).map(String.init) == today)
    }
}
