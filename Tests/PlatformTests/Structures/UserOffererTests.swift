// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Attachments to structures")
struct UserOffererTests {
    @Test func onesOwnAreListedWith201() async {
        let service = DomainService()
        let pro = await service.professional()
        let young = await service.young()
        #expect(
            await service.send("GET", "/userOfferers/AE", by: .user(pro)).line
                == #"201 [{"id":"AE","modelName":"UserOfferer","offererId":"AE","rights":"editor","userId":"AE"}]"#)
        #expect(await service.send("GET", "/userOfferers/AE", by: .user(young)).line == "201 []")
        #expect(await service.send("GET", "/userOfferers/MQ", by: .user(pro)).line == "201 []")
        #expect(await service.send("GET", "/userOfferers/AE").line == OffererTests.anonymous)
        #expect(
            await service.send("GET", "/userOfferers/a", by: .user(pro)).line
                == #"404 {"global":["La page que vous recherchez n'existe pas"]}"#)
    }

    @Test("Only an administrator attaches people")
    func attaching() async throws {
        let service = DomainService()
        let pro = await service.professional()
        let young = await service.young()
        _ = await service.send("POST", "/offerers", by: .user(pro), json: .object(OffererTests.theatre))
        try service.nameAdministrator("pro@example.com", siren: "222222222")
        let mine = WireJSON.id(service.offererID(siren: "222222222"))
        let them = WireJSON.id(young)
        let unknown = "Aucun objet ne correspond à cet identifiant dans notre base de données"
        let technical =
            #"400 {"global":["Une erreur technique s'est produite. Elle a été notée, et nous allons investiguer au plus "#
            + #"vite."]}"#
        let cases: [(Actor, JSONValue, String)] = [
            (.anonymous, [:], OffererTests.anonymous),
            (.user(young), ["userId": them, "offererId": mine, "rights": "editor"], OffererTests.forbidden),
            (.user(pro), ["userId": them, "offererId": "AE", "rights": "editor"], OffererTests.forbidden),
            (.user(pro), ["userId": them, "rights": "editor"], #"400 {"offererId":["Ce champ est obligatoire"]}"#),
            (.user(pro), ["offererId": mine, "rights": "editor"], #"400 {"userId":["Ce champ est obligatoire"]}"#),
            (.user(pro), ["userId": them, "offererId": mine], technical),
            (.user(pro), ["userId": them, "offererId": mine, "rights": "owner"], technical),
            (
                .user(pro), ["userId": "GWS8SA9", "offererId": mine, "rights": "editor"],
                #"400 {"userId":["\#(unknown)"]}"#
            ),
            (
                .user(pro), ["userId": "1", "offererId": mine, "rights": "editor"],
                #"404 {"global":["La page que vous recherchez n'existe pas"]}"#
            ),
        ]
        for (actor, body, expected) in cases {
            #expect(await service.send("POST", "/userOfferers", by: actor, json: body).line == expected)
        }
        let body: JSONValue = ["userId": them, "offererId": mine, "rights": "editor"]
        for _ in 0..<2 {
            #expect(
                await service.send("POST", "/userOfferers", by: .user(pro), json: body).line
                    == #"201 {"id":"AM","modelName":"UserOfferer","offererId":"A9","rights":"editor","userId":"A9"}"#)
        }
    }
}
