// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// `/exports`: contract 2018-12 §9.6.
@Suite("The team's exports")
struct ExportTests {
    private static let tables = [
        "models", "models/Venue", "offerers_siren", "offerers_siren_with_venue",
        "offerers_siren_with_not_virtual_venue",
        "offerers_with_venue",
    ]
    private static let token = "?token=le-jeton-de-l-equipe"

    @Test("tables are for whoever has the token, and say so in the service's words", arguments: tables)
    func needToken(table: String) async {
        let service = DomainService()
        let missing = "Vous devez préciser un jeton dans ladresse (token=XXX)"
        #expect(await service.send("GET", "/exports/\(table)").line == #"400 {"token":["\#(missing)"]}"#)
        for wrong in ["?token=", "?token=x", "?token=le-jeton-de-l-equipe%20"] {
            let answer = await service.send("GET", "/exports/\(table)\(wrong)")
            #expect(answer.line == #"400 {"token":["Le jeton est invalide"]}"#)
        }
        let answer = await service.send("GET", "/exports/\(table)\(Self.token)")
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/csv; charset=utf-8")
        #expect(answer.headers.contains { $0.name == "Content-Disposition" })
    }

    @Test("a platform that was started without a token has none that is right; with one, it opens")
    func tokenOfThePlatform() async throws {
        for token in [nil, "secret"] as [String?] {
            var configuration = PlatformConfiguration()
            configuration.exportToken = token
            let server = try await PlatformServer.start(configuration)
            let answer = await RawExchange.send("GET", "/exports/offerers_siren?token=secret", to: server.baseURL)
            #expect(answer.status == (token == nil ? 400 : 200))
            await server.stop()
        }
    }

    @Test("SIREN lists name those that they are about; every structure has its virtual venue")
    func sirenLists() async {
        let shop = await Shop(.documented)
        await shop.service.professional("autre@example.com", siren: "552100554")
        func lines(_ table: String) async -> [String] {
            await shop.send("GET", "/exports/\(table)\(Self.token)").text.split(separator: "\r\n").map(String.init)
        }
        #expect(await lines("offerers_siren") == ["\"siren\"", "\"349974931\"", "\"552100554\""])
        #expect(await lines("offerers_siren_with_venue").count == 3)
        #expect(await lines("offerers_siren_with_not_virtual_venue") == ["\"siren\"", "\"349974931\""])
        #expect(await lines("offerers_with_venue").count == 4)
        #expect(await lines("offerers_with_venue")[2].contains("\"Grande salle\",\"34997493100011\",\"93\""))
    }

    @Test("a table has the wire's columns, quotes doubled, and nothing secret; an unknown one is told")
    func modelTables() async {
        let shop = await Shop(.documented)
        _ = await shop.thing(#"=1+1 "x""#)
        let users = await shop.send("GET", "/exports/models/User\(Self.token)").text
        #expect(users.contains("\"email\""))
        #expect(!users.lowercased().contains("password") && !users.contains("hash of"))
        #expect(await shop.send("GET", "/exports/models/Booking\(Self.token)").line.hasPrefix(#"400 {"model":"#))
        let names = await shop.send("GET", "/exports/models\(Self.token)").text.split(separator: "\r\n")
        for name in names.dropFirst() {
            let table = await shop.send("GET", "/exports/models/\(name.filter { $0 != "\"" })\(Self.token)")
            #expect(table.status == 200)
            #expect(!table.text.contains("validationToken"))
        }
    }

    @Test("lists are for administrators alone")
    func lists() async {
        let shop = await Shop(.documented)
        let team = Actor.user(await shop.service.teamMember())
        for (method, path) in [("GET", "pending_validation"), ("POST", "venues"), ("POST", "offerers")] {
            let target = "/exports/\(path)"
            #expect(await shop.service.send(method, target).status == 401)
            #expect(await shop.send(method, target).line == #"403 {"isAdmin":["Vous devez être admin"]}"#)
            let list = await shop.service.send(method, target, by: team)
            #expect(list.status == 200)
            #expect(list.json.arrayValue?.count == (path == "pending_validation" ? 0 : path == "venues" ? 2 : 1))
        }
    }
}
