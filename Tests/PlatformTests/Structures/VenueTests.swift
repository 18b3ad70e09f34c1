// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Venues")
struct VenueTests {
    static let hall: JSONObject = [
        "name": "Grande salle", "siret": "34997493100011", "managingOffererId": "AE", "address": "1 place Y",
        "postalCode": "93100", "city": "Montreuil", "bookingEmail": "lieu@example.com", "latitude": "48.86",
        "longitude": "2.44",
    ]
    static let technical =
        #"{"global":["Une erreur technique s'est produite. Elle a été notée, et nous allons investiguer au plus vite."]}"#

    static let refusals: [([String: JSONValue?], String)] = [
        (["name": .none], #"400 {"name":["Cette information est obligatoire"]}"#),
        (["address": .none], "400 " + technical), (["city": .none], "400 " + technical),
        (["postalCode": .some(.null)], "400 " + technical),
        (["siret": .none], "400 " + technical), (["comment": "pas de SIRET"], "400 " + technical),
        (["managingOffererId": .none], #"400 {"managingOffererId":["Ce champ est obligatoire"]}"#),
        (["managingOffererId": .none, "name": .none], #"400 {"name":["Cette information est obligatoire"]}"#),
        (["managingOffererId": "1"], #"404 {"global":["La page que vous recherchez n'existe pas"]}"#),
        (
            ["managingOffererId": "GWS8SA9"],
            #"400 {"managingOffererId":["Aucun objet ne correspond à cet identifiant dans notre base de données"]}"#
        ),
        (
            ["siret": "99999999900011"],
            #"400 {"siret":["Le code SIRET doit correspondre à un établissement de votre structure"]}"#
        ),
        (["siret": "3499749310001"], #"400 {"siret":["Ce code SIRET est invalide : 3499749310001"]}"#),
        (["siret": "349974931000111"], #"400 {"siret":["Vous devez saisir moins de 14 caractères"]}"#),
        (["postalCode": "931"], #"400 {"postalCode":["Ce code postal est invalide"]}"#),
        (
            ["latitude": "91", "longitude": "-181"],
            #"400 {"latitude":["La latitude doit être comprise entre -90.0 et +90.0"],"#
                + #""longitude":["La longitude doit être comprise entre -180.0 et +180.0"]}"#
        ),
        (
            ["latitude": "90.00000001", "name": .none],
            #"400 {"latitude":["La latitude doit être comprise entre -90.0 et +90.0"]}"#
        ),
        (
            ["latitude": "abc", "longitude": "48,86", "managingOffererId": "1"],
            #"400 {"latitude":["Format incorrect"],"longitude":["Format incorrect"]}"#
        ),
        (["latitude": true], #"400 {"latitude":["Format incorrect"]}"#),
        (["latitude": ""], #"400 {"latitude":["Saisissez un nombre valide"]}"#),
        (["iban": OffererTests.iban], #"400 {"bic":["Le BIC es manquant"]}"#),
        (
            ["iban": "FR7630006000011234567890180", "bic": "BDFEFRPP"],
            #"400 {"iban":["L'IBAN saisi est invalide"]}"#
        ),
        (
            ["siret": .none, "isVirtual": true],
            #"400 {"isVirtual":["Un lieu pour les offres numériques existe déjà pour cette structure"]}"#
        ),
        (
            [
                "name": .string(String(repeating: "x", count: 141)),
                "bookingEmail": .string(String(repeating: "x", count: 121)),
            ],
            #"400 {"bookingEmail":["Vous devez saisir moins de 120 caractères"],"#
                + #""name":["Vous devez saisir moins de 140 caractères"]}"#
        ),
        (
            [
                "city": .string(String(repeating: "x", count: 51)),
                "address": .string(String(repeating: "x", count: 201)),
            ],
            #"400 {"address":["Vous devez saisir moins de 200 caractères"],"#
                + #""city":["Vous devez saisir moins de 50 caractères"]}"#
        ),
    ]

    @Test("A new venue is checked: coordinates, identifiers, fields, row", arguments: refusals)
    func refused(changes: [String: JSONValue?], expected: String) async {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send(
            "POST", "/venues", by: .user(pro), json: SignUpTests.changed(Self.hall, changes))
        #expect(answer.line == expected)
        #expect(service.state.venues.count == 1)
    }

    @Test("A venue with a SIRET is valid at once")
    func creation() async {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send("POST", "/venues", by: .user(pro), json: .object(Self.hall))
        let date = #""2018-12-03T10:00:00.123456Z""#
        #expect(
            answer.line
                == #"201 {"address":"1 place Y","bic":null,"bookingEmail":"lieu@example.com","city":"Montreuil","#
                + #""comment":null,"dateModifiedAtLastProvider":\#(date),"departementCode":"93","#
                + #""firstThumbDominantColor":null,"iban":null,"id":"A9","idAtProviders":null,"isValidated":true,"#
                + #""isVirtual":false,"lastProviderId":null,"latitude":48.86000,"longitude":2.44000,"managingOfferer":{"#
                + #""address":"12 boulevard de Pesaro","city":"Nanterre","dateCreated":\#(date),"#
                + #""dateModifiedAtLastProvider":\#(date),"firstThumbDominantColor":null,"id":"AE","#
                + #""idAtProviders":null,"isActive":true,"lastProviderId":null,"modelName":"Offerer","#
                + #""name":"Crédit Coopératif","postalCode":"92000","siren":"349974931","thumbCount":0},"#
                + #""managingOffererId":"AE","modelName":"Venue","name":"Grande salle","postalCode":"93100","#
                + #""siret":"34997493100011","thumbCount":0,"venueProviders":[]}"#)
        #expect(await service.send("GET", "/venues/A9", by: .user(pro)).body == answer.body)
        let again = await service.send("POST", "/venues", by: .user(pro), json: .object(Self.hall))
        #expect(
            again.line == #"400 {"siret":["Une entrée avec cet identifiant existe déjà dans notre base de données"]}"#)
    }

    @Test func coordinatesAndContactMayBeLeftOut() async {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send(
            "POST", "/venues", by: .user(pro),
            json: SignUpTests.changed(
                Self.hall, ["latitude": .none, "longitude": .some(.null), "bookingEmail": .none]))
        #expect(answer.status == 201)
        #expect(answer.json["latitude"] == .null)
        #expect(answer.json["longitude"] == .null)
        #expect(answer.json["bookingEmail"] == .null)
    }

    @Test(
        "The department is the postal code without its last three characters",
        arguments: [("97300", "97"), ("2A004", "2A"), ("75011", "75")])
    func department(postalCode: String, code: String) async {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send(
            "POST", "/venues", by: .user(pro),
            json: SignUpTests.changed(Self.hall, ["postalCode": .string(postalCode), "latitude": 0]))
        #expect(answer.json["departementCode"] == .string(code))
        #expect(answer.json["latitude"]?.text == "0.00000")
    }

    @Test("A venue without SIRET awaits the team, whose link works once")
    func withoutSIRET() async throws {
        let service = DomainService()
        let pro = await service.professional()
        let answer = await service.send(
            "POST", "/venues", by: .user(pro),
            json: SignUpTests.changed(Self.hall, ["siret": .none, "comment": "Sans adresse fixe"]))
        #expect(answer.status == 201)
        #expect(answer.json["isValidated"] == false)
        #expect(answer.json["comment"] == "Sans adresse fixe")
        let token = try #require(service.state.venues[Identifier(2)]?.validationToken)
        #expect(!answer.text.contains(token))
        let links: [(String, String)] = [
            ("/validate/venue/", #"400 {"token":["Vous devez fournir un jeton de validation"]}"#),
            ("/validate/venue?token=x", #"404 {"token":["Jeton inconnu"]}"#),
            ("/validate/venue/?token=\(token)", "202 Validation effectuée"),
            ("/validate/venue/?token=\(token)", #"404 {"token":["Jeton inconnu"]}"#),
        ]
        for (target, expected) in links { #expect(await service.send("GET", target).line == expected) }
        #expect(await service.send("GET", "/venues/A9", by: .user(pro)).json["isValidated"] == true)
    }

    @Test("Whoever makes or reads a venue needs rights on its structure")
    func rights() async {
        let service = DomainService()
        let pro = await service.professional()
        let other = await service.professional("autre@example.com", siren: "999999999")
        let young = await service.young()
        let team = await service.teamMember()
        for (actor, expected) in [
            (.user(other), OffererTests.forbidden), (.user(young), OffererTests.forbidden),
            (.anonymous, OffererTests.anonymous),
        ] as [(Actor, String)] {
            #expect(await service.send("POST", "/venues", by: actor, json: .object(Self.hall)).line == expected)
            #expect(await service.send("GET", "/venues/AE", by: actor).line == expected)
            #expect(await service.send("PATCH", "/venues/AE", by: actor, json: ["name": "x"]).line == expected)
        }
        #expect(await service.send("POST", "/venues", by: .user(team), json: .object(Self.hall)).status == 201)
        #expect(await service.send("GET", "/venues/GWS8SA9", by: .user(pro)).line == "404 (page)")
        #expect(await service.send("GET", "/venues/AE", by: .user(pro)).json["isVirtual"] == true)
    }

    static let refusedChanges: [(JSONValue, String)] = [
        (["siret": "1"], #"400 {"siret":["Vous ne pouvez pas modifier le siret d'un lieu"]}"#),
        (
            ["managingOffererId": "AE", "siret": "1"],
            #"400 {"managingOffererId":["Vous ne pouvez pas changer la structure d'un lieu"]}"#
        ),
        (["latitude": "abc"], #"400 {"latitude":["Format incorrect"]}"#),
        (["name": .null], #"400 {"name":["Cette information est obligatoire"]}"#),
        (["postalCode": "1"], #"400 {"postalCode":["Ce code postal est invalide"]}"#),
        (["comment": "deux"], "400 " + technical), (["address": .null], "400 " + technical),
        (["bic": "BDFEFRPP"], #"400 {"iban":["L'IBAN es manquant"]}"#),
    ]

    @Test("A change is checked", arguments: refusedChanges)
    func changeRefused(body: JSONValue, expected: String) async {
        let service = DomainService()
        let pro = await service.professional()
        _ = await service.send("POST", "/venues", by: .user(pro), json: .object(Self.hall))
        let before = service.state.venues[Identifier(2)]
        #expect(await service.send("PATCH", "/venues/A9", by: .user(pro), json: body).line == expected)
        #expect(service.state.venues[Identifier(2)] == before)
    }

    @Test func whatIsLeftOutStays() async {
        let service = DomainService()
        let pro = await service.professional()
        _ = await service.send("POST", "/venues", by: .user(pro), json: .object(Self.hall))
        let answer = await service.send(
            "PATCH", "/venues/A9", by: .user(pro),
            json: ["name": "Petite salle", "siret": .null, "longitude": .null, "bookingEmail": .null, "id": "MQ"])
        #expect(answer.status == 200)
        #expect(answer.json["id"] == "A9")
        #expect(answer.json["name"] == "Petite salle")
        #expect(answer.json["siret"] == "34997493100011")
        #expect(answer.json["latitude"]?.text == "48.86000")
        #expect(answer.json["longitude"] == .null)
        #expect(answer.json["bookingEmail"] == .null)
        #expect(answer.json["address"] == "1 place Y")
    }

    @Test("An editor enters a venue's bank details where the service let them, and nowhere else")
    func bankDetails() async throws {
        let bank: JSONValue = ["iban": OffererTests.iban, "bic": "BDFEFRPP"]
        let observed = DomainService(.observed)
        let editor = await observed.professional()
        _ = await observed.send("POST", "/venues", by: .user(editor), json: .object(Self.hall))
        let answer = await observed.send("PATCH", "/venues/A9", by: .user(editor), json: bank)
        #expect(answer.json["bic"] == "BDFEFRPP")
        let half = await observed.send("PATCH", "/venues/A9", by: .user(editor), json: ["bic": .null])
        #expect(half.line == #"400 {"bic":["Le BIC es manquant"]}"#)

        let documented = DomainService(.documented)
        let pro = await documented.professional()
        _ = await documented.send("POST", "/venues", by: .user(pro), json: .object(Self.hall))
        let refused = await documented.send("PATCH", "/venues/A9", by: .user(pro), json: bank)
        #expect(refused.line == OffererTests.forbidden)
        _ = await documented.send("POST", "/offerers", by: .user(pro), json: .object(OffererTests.theatre))
        try documented.nameAdministrator("pro@example.com", siren: "222222222")
        let created = await documented.send(
            "POST", "/venues", by: .user(pro),
            json: SignUpTests.changed(
                Self.hall,
                [
                    "managingOffererId": "A9", "siret": "22222222200011", "iban": OffererTests.iban, "bic": "BDFEFRPP",
                ]))
        #expect(created.status == 201)
        #expect(created.json["iban"] == OffererTests.iban)
        #expect(documented.state.venue(siret: "22222222200011")?.bankDetails?.isAccepted == false)
    }

    @Test("Bank details and links are in no nested object")
    func nothingLeaks() async {
        let service = DomainService(.observed)
        let pro = await service.professional()
        _ = await service.send("POST", "/offerers", by: .user(pro), json: .object(OffererTests.theatre))
        _ = await service.send(
            "PATCH", "/offerers/A9", by: .user(pro), json: ["iban": OffererTests.iban, "bic": "BDFEFRPP"])
        let venue = await service.send(
            "POST", "/venues", by: .user(pro),
            json: SignUpTests.changed(
                Self.hall, ["managingOffererId": "A9", "siret": .none, "comment": "aucun"]))
        #expect(venue.status == 201)
        let nested = venue.json["managingOfferer"]?.text ?? ""
        #expect(!nested.contains("iban") && !nested.contains("bic") && !nested.contains("oken"))
        let offerer = await service.send("GET", "/offerers/A9", by: .user(pro))
        let venues = offerer.json["managedVenues"]?.text ?? ""
        #expect(!venues.contains("iban") && !venues.contains("bic") && !venues.contains("oken"))
    }
}
