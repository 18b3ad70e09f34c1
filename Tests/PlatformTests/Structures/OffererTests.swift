// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import Testing

@testable import PlatformDomain

@Suite("Structures")
struct OffererTests {
    static let theatre: JSONObject = [
        "name": "Théâtre Deux", "siren": "222222222", "postalCode": "75011", "city": "Paris", "address": "2 rue X",
    ]
    static let iban: JSONValue = "FR7630006000011234567890189"
    static let forbidden = #"403 {"global":["Cette structure n'est pas enregistrée chez cet utilisateur."]}"#
    static let anonymous = #"401 {"global":["Authentification nécessaire"]}"#

    @Test func aStructureIsShownWithItsVenues() async {
        let service = DomainService()
        let id = await service.professional()
        let answer = await service.send("GET", "/offerers/AE", by: .user(id))
        let date = #""2018-12-03T10:00:00.123456Z""#
        #expect(
            answer.line
                == #"200 {"address":"12 boulevard de Pesaro","bic":null,"city":"Nanterre","dateCreated":\#(date),"#
                + #""dateModifiedAtLastProvider":\#(date),"firstThumbDominantColor":null,"iban":null,"id":"AE","#
                + #""idAtProviders":null,"isActive":true,"isValidated":true,"lastProviderId":null,"managedVenues":[{"#
                + #""address":null,"bookingEmail":null,"city":null,"comment":null,"dateModifiedAtLastProvider":\#(date),"#
                + #""departementCode":null,"firstThumbDominantColor":null,"id":"AE","idAtProviders":null,"#
                + #""isVirtual":true,"lastProviderId":null,"latitude":null,"longitude":null,"managingOffererId":"AE","#
                + #""modelName":"Venue","nOffers":0,"name":"Offre en ligne","postalCode":null,"siret":null,"#
                + #""thumbCount":0}],"modelName":"Offerer","nOffers":0,"name":"Crédit Coopératif","postalCode":"92000","#
                + #""siren":"349974931","thumbCount":0}"#)
        #expect(await service.send("GET", "/offerers/AF", by: .user(id)).body == answer.body)
        #expect(await service.send("GET", "/offerers", by: .user(id)).json == .array([answer.json]))
    }

    @Test("Rights are judged before existence, so that only the team learns what does not exist")
    func whoMaySeeAStructure() async {
        let service = DomainService()
        let pro = await service.professional()
        let other = await service.professional("autre@example.com", siren: "999999999")
        let young = await service.young()
        let team = await service.teamMember()
        let cases: [(Actor, String, String)] = [
            (.user(other), "AE", Self.forbidden), (.user(young), "AE", Self.forbidden),
            (.anonymous, "AE", Self.anonymous),
            (.user(pro), "GWS8SA9", Self.forbidden), (.user(team), "GWS8SA9", "404 (page)"),
            (.user(pro), "1", #"404 {"global":["La page que vous recherchez n'existe pas"]}"#),
        ]
        for (actor, id, expected) in cases {
            #expect(await service.send("GET", "/offerers/\(id)", by: actor).line == expected)
        }
        #expect(await service.send("GET", "/offerers/AE", by: .user(team)).status == 200)
    }

    @Test func theListIsOfOnesOwnStructuresByName() async {
        let service = DomainService()
        let pro = await service.professional()
        let young = await service.young()
        let team = await service.teamMember()
        for (index, name) in ["Zénith", "atelier", "Bobino"].enumerated() {
            let answer = await service.send(
                "POST", "/offerers", by: .user(pro),
                json: SignUpTests.changed(Self.theatre, ["name": .string(name), "siren": .string("11111111\(index)")]))
            #expect(answer.status == 201)
        }
        func names(_ actor: Actor, _ query: String = "") async -> [String] {
            let answer = await service.send("GET", "/offerers" + query, by: actor)
            return (answer.json.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
        }
        let all = ["atelier", "Bobino", "Crédit Coopératif", "Zénith"]
        #expect(await names(.user(pro)) == all)
        #expect(await names(.user(pro), "?validated=true&page=1") == all)
        #expect(await names(.user(pro), "?page=2").isEmpty)
        #expect(await names(.user(pro), "?keywords=ZEN").isEmpty)
        #expect(await names(.user(pro), "?keywords=z%C3%89n") == ["Zénith"])
        #expect(await names(.user(pro), "?keywords=rue+bob") == ["Bobino"])
        #expect(await names(.user(young)).isEmpty)
        #expect(await names(.user(team)) == all)
        #expect(await names(.user(team), "?validated=false") == ["atelier", "Bobino", "Zénith"])
        #expect(await service.send("GET", "/offerers").line == Self.anonymous)
        #expect(
            await service.send("GET", "/offerers?page=x", by: .user(pro)).line
                == #"400 {"page":["doit être un entier"]}"#)
        #expect(
            await service.send("GET", "/offerers?validated=maybe", by: .user(pro)).line
                == #"400 {"validated":["Le paramètre 'validated' doit être 'true' ou 'false'"]}"#)
    }

    @Test func pagesAreOfTen() async {
        let service = DomainService()
        let pro = await service.young()
        for index in 10..<22 {
            _ = await service.send(
                "POST", "/offerers", by: .user(pro),
                json: SignUpTests.changed(Self.theatre, ["name": "T\(index)", "siren": .string("1111111\(index)")]))
        }
        let first = await service.send("GET", "/offerers", by: .user(pro)).json.arrayValue ?? []
        let second = await service.send("GET", "/offerers?page=2", by: .user(pro)).json.arrayValue ?? []
        #expect(first.count == 10)
        #expect(second.map { $0["name"] } == ["T20", "T21"])
        let far = await service.send("GET", "/offerers?page=9223372036854775807", by: .user(pro))
        #expect(far.line == "200 []")
    }

    @Test("Somebody whose attachment awaits validation sees name and number alone")
    func awaitingAttachment() async {
        let service = DomainService()
        await service.professional()
        let young = await service.young()
        service.happen(
            .userOffererCreated(
                UserOfferer(
                    id: service.state.userOfferers.nextID, userID: young, offererID: service.offererID(),
                    rights: .editor,
                    validationToken: "jeton")))
        #expect(await service.send("GET", "/offerers", by: .user(young)).line == "200 []")
        #expect(await service.send("GET", "/offerers/AE", by: .user(young)).line == Self.forbidden)
        #expect(
            await service.send("GET", "/offerers?validated=false", by: .user(young)).line
                == #"200 [{"modelName":"Offerer","name":"Crédit Coopératif","siren":"349974931"}]"#)
        #expect(
            await service.send("GET", "/validate?modelNames=Offerer,UserOfferer&token=jeton").line
                == "202 Validation effectuée")
        #expect(await service.send("GET", "/offerers/AE", by: .user(young)).status == 200)
    }

    static let refusals: [([String: JSONValue?], String)] = [
        (["name": .none], #"{"name":["Cette information est obligatoire"]}"#),
        (["city": .none], #"{"city":["Cette information est obligatoire"]}"#),
        (["postalCode": .none], #"{"postalCode":["Cette information est obligatoire"]}"#),
        (["postalCode": "75"], #"{"postalCode":["Ce code postal est invalide"]}"#),
        (["postalCode": "7C011"], #"{"postalCode":["Ce code postal est invalide"]}"#),
        (["postalCode": "7501111"], #"{"postalCode":["Vous devez saisir moins de 6 caractères"]}"#),
        (["siren": "12"], #"{"siren":["Ce code SIREN est invalide"]}"#),
        (["siren": .none], #"{"siren":["Ce code SIREN est invalide"]}"#),
        (
            ["siren": "349974931"],
            #"{"siren":["Une entrée avec cet identifiant existe déjà dans notre base de données"]}"#
        ),
        (["iban": iban], #"{"bic":["Le BIC es manquant"]}"#),
        (["bic": "BDFEFRPP"], #"{"iban":["L'IBAN es manquant"]}"#),
        (["iban": "FR7630006000011234567890180", "bic": "BDFEFRPP"], #"{"iban":["L'IBAN saisi est invalide"]}"#),
        (["iban": iban, "bic": "ZZZZFRPP"], #"{"bic":["Le BIC saisi est inconnu"]}"#),
        (["iban": iban, "bic": "BNPAFRPPXXX"], #"{"bic":["Le BIC saisi est inconnu"]}"#),
        (["iban": iban, "bic": "X"], #"{"bic":["Le BIC saisi est invalide"]}"#),
        (
            ["iban": "FR76 3000 6000 0112 3456 7890 189", "bic": "BDFEFRPP"],
            #"{"iban":["Vous devez saisir moins de 27 caractères"]}"#
        ),
        (
            ["iban": iban, "bic": "BDFEFRPPCCTX"],
            #"{"bic":["Vous devez saisir moins de 11 caractères"]}"#
        ),
        (
            ["name": .some(.null), "city": 1, "iban": "x"],
            #"{"bic":["Le BIC es manquant"],"city":["doit être une chaîne de caractères"],"#
                + #""iban":["L'IBAN saisi est invalide"],"name":["Cette information est obligatoire"]}"#
        ),
    ]

    @Test("A new structure's fields are checked", arguments: refusals)
    func refused(changes: [String: JSONValue?], expected: String) async {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send(
            "POST", "/offerers", by: .user(pro), json: SignUpTests.changed(Self.theatre, changes))
        #expect(answer.line == "400 " + expected)
        #expect(service.state.offerers.count == 1)
    }

    @Test(
        "Whoever makes a structure edits it, its bank details left to the administrator; observed, they are that themselves"
    )
    func rightsOfWhoeverMakes() async throws {
        for (profile, rights) in [(.documented, .editor), (.observed, .admin)] as [(Profile, Rights)] {
            let service = DomainService(profile)
            let pro = await service.professional()
            let body = SignUpTests.changed(Self.theatre, ["iban": Self.iban, "bic": "BDFEFRPP"])
            let answer = await service.send("POST", "/offerers", by: .user(pro), json: body)
            #expect(answer.status == 201)
            let id = service.offererID(siren: "222222222")
            #expect(service.state.rights(of: pro, on: id) == rights)
            #expect((service.state.offerers[id]?.bankDetails == nil) == (profile == .documented))
            #expect((answer.json["iban"] == .null) == (profile == .documented))
        }
    }

    @Test("Whoever makes a structure may edit it at once, and the team's link validates it once")
    func creation() async throws {
        let service = DomainService()
        let pro = await service.professional()
        #expect(
            await service.send("POST", "/offerers", json: .object(Self.theatre)).line == "403 API key or login required"
        )
        let answer = await service.send("POST", "/offerers", by: .user(pro), json: .object(Self.theatre))
        #expect(answer.status == 201)
        #expect(answer.json["isValidated"] == false)
        #expect(answer.json["managedVenues"]?[0]?["name"] == "Offre en ligne")
        let id = service.offererID(siren: "222222222")
        #expect(service.state.rights(of: pro, on: id) != nil)
        let token = try #require(service.state.offerers[id]?.validationToken)
        #expect(!answer.text.contains(token))
        let nothing = "404 Aucun(e) objet ne correspond à ce code de validation ou l'objet est déjà validé"
        let links: [(String, String)] = [
            ("?modelNames=Offerer", #"400 {"token":["Vous devez fournir un jeton de validation"]}"#),
            ("", #"400 {"token":["Vous devez fournir un jeton de validation"]}"#),
            ("?token=\(token)", #"400 {"modelNames":["Vous devez fournir des noms de classes"]}"#),
            ("?token=abc&modelNames=Offerer", nothing), ("?token=\(token)&modelNames=UserOfferer", nothing),
            ("?token=\(token)&modelNames=Nothing", nothing),
            ("?token=\(token)&modelNames=UserOfferer,Offerer", "202 Validation effectuée"),
            ("?token=\(token)&modelNames=Offerer", nothing),
        ]
        for (query, expected) in links {
            #expect(await service.send("GET", "/validate" + query).line == expected)
        }
        #expect(service.state.offerers[id]?.isValidated == true)
    }

    @Test func theTeamsStructuresNeedNoValidation() async {
        let service = DomainService()
        let team = await service.teamMember()
        let answer = await service.send("POST", "/offerers", by: .user(team), json: .object(Self.theatre))
        #expect(answer.json["isValidated"] == true)
        #expect(service.state.userOfferers.count == 0)
    }

    @Test("Bank details are the administrator's alone", arguments: Profile.allCases)
    func bankDetails(profile: Profile) async throws {
        let service = DomainService(profile)
        let pro = await service.professional()
        let other = await service.professional("autre@example.com", siren: "999999999")
        let team = await service.teamMember()
        _ = await service.send("POST", "/offerers", by: .user(pro), json: .object(Self.theatre))
        let mine = "/offerers/" + HumanizedID.encode(service.offererID(siren: "222222222"))
        try service.nameAdministrator("pro@example.com", siren: "222222222")
        let bank: JSONValue = ["iban": Self.iban, "bic": "BDFEFRPP"]
        let cases: [(Actor, String, JSONValue, String)] = [
            (.anonymous, mine, bank, "403 API key or login required"),
            (.user(pro), "/offerers/AE", bank, Self.forbidden),
            (.user(other), mine, bank, Self.forbidden), (.user(pro), "/offerers/GWS8SA9", bank, Self.forbidden),
            (.user(team), "/offerers/GWS8SA9", bank, "404 (page)"),
            (.user(pro), mine, ["name": "X"], #"400 {"name":["Vous ne pouvez pas modifier ce champ"]}"#),
            (
                .user(pro), mine, ["siren": "1", "city": "X", "iban": "x"],
                #"400 {"city":["Vous ne pouvez pas modifier ce champ"],"siren":["Vous ne pouvez pas modifier ce champ"]}"#
            ),
            (.user(pro), mine, ["iban": Self.iban], #"400 {"bic":["Le BIC es manquant"]}"#),
            (.user(pro), mine, ["bic": "BDFEFRPP"], #"400 {"iban":["L'IBAN es manquant"]}"#),
            (.user(pro), mine, ["isActive": "oui"], #"400 {"isActive":["doit être un booléen"]}"#),
        ]
        for (actor, path, body, expected) in cases {
            #expect(await service.send("PATCH", path, by: actor, json: body).line == expected)
        }
        let answer = await service.send("PATCH", mine, by: .user(pro), json: bank)
        #expect(answer.status == 200)
        #expect(answer.json["iban"] == Self.iban)
        #expect(answer.json["bic"] == "BDFEFRPP")
        let details = service.state.offerer(siren: "222222222")?.bankDetails
        #expect(details?.isAccepted == (profile == .observed))
        let half = await service.send("PATCH", mine, by: .user(pro), json: ["bic": .null])
        #expect(half.line == #"400 {"bic":["Le BIC es manquant"]}"#)
        let moved = await service.send("PATCH", mine, by: .user(pro), json: ["bic": "BNPAFRPP"])
        #expect(moved.json["bic"] == "BNPAFRPP")
        let erased = await service.send("PATCH", mine, by: .user(pro), json: ["iban": .null, "bic": .null])
        #expect(erased.json["iban"] == .null)
        #expect(erased.json["bic"] == .null)
    }

    @Test(
        "What the team accepted stays accepted when nothing or the same is sent, and no longer when something else is")
    func acceptance() async throws {
        let service = DomainService(.documented)
        let pro = await service.professional()
        _ = await service.send("POST", "/offerers", by: .user(pro), json: .object(Self.theatre))
        let id = service.offererID(siren: "222222222")
        try service.nameAdministrator("pro@example.com", siren: "222222222")
        let mine = "/offerers/" + HumanizedID.encode(id)
        let bank: JSONValue = ["iban": Self.iban, "bic": "BDFEFRPP"]
        _ = await service.send("PATCH", mine, by: .user(pro), json: bank)
        let rib = RIB(form: .pdf, byteCount: 9, digest: "a", filedAt: service.now())
        try service.perform(.fileRIB(by: .user(pro), .offerer(id), rib)) { _, _ in }
        try service.perform(.acceptOffererBankDetails(id)) { _, _ in }
        for (body, isAccepted) in [
            (["isActive": false], true), (bank, true), (["bic": "BNPAFRPP"], false),
        ] as [(JSONValue, Bool)] {
            #expect(await service.send("PATCH", mine, by: .user(pro), json: body).status == 200)
            #expect(service.state.offerers[id]?.bankDetails?.isAccepted == isAccepted)
        }
        #expect(service.state.offerers[id]?.isActive == false)
    }
}
