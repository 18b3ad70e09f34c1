// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Sign-up")
struct SignUpTests {
    static let young: JSONObject = [
        "email": "jeune@example.com", "publicName": "Jeune", "firstName": "Jean", "lastName": "Neuf",
        "postalCode": "93100", "password": "Azerty123456!@", "contact_ok": "true", "phoneNumber": "0612345678",
        "dateOfBirth": "2000-05-01T00:00:00Z",
    ]
    static let professional: JSONObject = [
        "email": "pro@example.com", "publicName": "Pro Un", "firstName": "Paule", "lastName": "Un",
        "password": "Azerty123456!@", "contact_ok": "true", "siren": "349974931",
        "address": "12 boulevard de Pesaro", "postalCode": "92000", "city": "Nanterre", "name": "Crédit Coopératif",
    ]
    static let weak =
        #"{"password":["Le mot de passe doit faire au moins 12 caractères et contenir à minima 1 majuscule, "#
        + #"1 minuscule, 1 chiffre et 1 caractère spécial parmi _-&?~#|^@=+.$,<>%*!:;"]}"#

    /// A change to an accepted body, and the 400 that follows; `.none` takes the key away.
    static let refusals: [([String: JSONValue?], String)] = [
        (["email": .none], #"{"email":["Vous devez renseigner un email."]}"#),
        (["email": .some(.null)], #"{"email":["Vous devez renseigner un email."]}"#),
        (["email": .none, "contact_ok": .none, "password": .none], #"{"email":["Vous devez renseigner un email."]}"#),
        (["contact_ok": .none], #"{"contact_ok":["Vous devez obligatoirement cocher cette case."]}"#),
        (["contact_ok": "false"], #"{"contact_ok":["Vous devez obligatoirement cocher cette case."]}"#),
        (["contact_ok": false], #"{"contact_ok":["Vous devez obligatoirement cocher cette case."]}"#),
        (["contact_ok": 1], #"{"contact_ok":["Vous devez obligatoirement cocher cette case."]}"#),
        (
            ["contact_ok": "vrai", "password": .none],
            #"{"contact_ok":["Vous devez obligatoirement cocher cette case."]}"#
        ),
        (["password": .none], #"{"password":["Vous devez renseigner un mot de passe."]}"#),
        (["password": ""], #"{"password":["Vous devez renseigner un mot de passe."]}"#),
        (["password": "weakpassword"], weak), (["password": "azerty123456!"], weak),
        (["password": "AZERTY123456!"], weak), (["password": "Azertyuiopqs!"], weak), (["password": "Az1!"], weak),
        (["password": "Azerty123456/"], weak), (["password": 123_456_789_012], weak),
        (["password": "Azerty1234!"], weak),
        (["password": "faible", "dateOfBirth": "x", "email": "x"], weak),
        (["dateOfBirth": "01/05/2000", "publicName": .none], #"{"dateOfBirth":["Format de date invalide"]}"#),
        (["dateOfBirth": .some(.null)], #"{"dateOfBirth":["Format de date invalide"]}"#),
        (["publicName": .none], #"{"publicName":["Cette information est obligatoire"]}"#),
        (["publicName": "ab"], #"{"publicName":["Vous devez saisir au moins 3 caractères."]}"#),
        (["publicName": " ab "], #"{"publicName":["Vous devez saisir au moins 3 caractères."]}"#),
        (
            ["publicName": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
            #"{"publicName":["Vous devez saisir moins de 30 caractères"]}"#
        ),
        (["publicName": 123], #"{"publicName":["doit être une chaîne de caractères"]}"#),
        (["email": "pasdarobase"], #"{"email":["Le-mail doit contenir un @."]}"#),
        (
            ["email": .string("@" + String(repeating: "x", count: 120))],
            #"{"email":["Vous devez saisir moins de 120 caractères"]}"#
        ),
        (
            ["email": "x", "publicName": .none, "firstName": .string(String(repeating: "x", count: 36))],
            #"{"email":["Le-mail doit contenir un @."],"firstName":["Vous devez saisir moins de 35 caractères"],"#
                + #""publicName":["Cette information est obligatoire"]}"#
        ),
        (
            ["lastName": .string(String(repeating: "x", count: 36)), "phoneNumber": "012345678901234567890"],
            #"{"lastName":["Vous devez saisir moins de 35 caractères"],"#
                + #""phoneNumber":["Vous devez saisir moins de 20 caractères"]}"#
        ),
    ]

    static func changed(_ body: JSONObject, _ changes: [String: JSONValue?]) -> JSONValue {
        var body = body
        for (key, value) in changes { body[key] = value }
        return .object(body)
    }

    @Test("What is wrong is told in the contract's order", arguments: refusals)
    func refusedToAll(changes: [String: JSONValue?], expected: String) async {
        for (path, body) in [
            ("/users/signup/webapp", Self.young), ("/users/signup/pro", Self.professional),
            ("/users/signup", Self.young), ("/users/signup", Self.professional),
        ] {
            let service = DomainService()
            let answer = await service.send("POST", path, json: Self.changed(body, changes))
            #expect(answer.line == "400 " + expected, "\(path)")
            #expect(service.events.isEmpty)
        }
    }

    @Test(
        "A professional's structure is checked too",
        arguments: [
            (["siren": "34997493"], #"{"siren":["Ce code SIREN est invalide"]}"#),
            (["siren": "349 974 931"], #"{"siren":["Vous devez saisir moins de 9 caractères"]}"#),
            (["siren": .some(.null)], #"{"siren":["Ce code SIREN est invalide"]}"#),
            (["siren": 349_974_931], #"{"siren":["doit être une chaîne de caractères"]}"#),
            (["name": .none], #"{"name":["Cette information est obligatoire"]}"#),
            (["postalCode": .none], #"{"postalCode":["Cette information est obligatoire"]}"#),
            (["city": .none], #"{"city":["Cette information est obligatoire"]}"#),
            (["postalCode": "9200"], #"{"postalCode":["Ce code postal est invalide"]}"#),
            (["postalCode": "ABCDE"], #"{"postalCode":["Ce code postal est invalide"]}"#),
            (["postalCode": "920000"], #"{"postalCode":["Vous devez saisir moins de 5 caractères"]}"#),
            (["iban": "FR7630006000011234567890189"], #"{"bic":["Le BIC es manquant"]}"#),
            (
                ["publicName": .none, "name": .none, "siren": "1"],
                #"{"name":["Cette information est obligatoire"],"publicName":["Cette information est obligatoire"],"#
                    + #""siren":["Ce code SIREN est invalide"]}"#
            ),
        ] as [([String: JSONValue?], String)])
    func structureRefused(changes: [String: JSONValue?], expected: String) async {
        let service = DomainService()
        let answer = await service.send("POST", "/users/signup/pro", json: Self.changed(Self.professional, changes))
        #expect(answer.line == "400 " + expected)
    }

    @Test func aMissingSIRENIsAWrongOne() async {
        let answer = await DomainService().send(
            "POST", "/users/signup/pro", json: Self.changed(Self.professional, ["siren": .none]))
        #expect(answer.line == #"400 {"siren":["Ce code SIREN est invalide"]}"#)
    }

    @Test(arguments: [(Profile.observed, "499.99"), (.documented, "499.00")])
    func aYoungPersonIsCreditedAtOnceAndNotSignedIn(profile: Profile, wallet: String) async {
        let service = DomainService(profile)
        let answer = await service.send("POST", "/users/signup/webapp", json: .object(Self.young))
        #expect(
            answer.text == #"{"canBookFreeOffers":true,"dateCreated":"2018-12-03T10:00:00.123456Z","#
                + #""dateOfBirth":"2000-05-01T00:00:00Z","departementCode":"00","email":"jeune@example.com","#
                + #""firstName":"Jean","firstThumbDominantColor":null,"id":"AE","isAdmin":false,"lastName":"Neuf","#
                + #""modelName":"User","phoneNumber":"0612345678","postalCode":"93100","publicName":"Jeune","#
                + #""thumbCount":0,"wallet_balance":\#(wallet),"wallet_is_activated":true}"# + "\n")
        #expect(answer.status == 201)
        #expect(answer.headers.isEmpty)
    }

    @Test func aProfessionalHasNoCreditButAnEditorsLinkAndAVirtualVenue() async {
        let service = DomainService()
        let answer = await service.send("POST", "/users/signup/pro", json: .object(Self.professional))
        #expect(answer.status == 201)
        #expect(answer.json["canBookFreeOffers"] == false)
        #expect(answer.text.contains(#""wallet_balance":0,"wallet_is_activated":false"#))
        let offerer = service.offererID()
        #expect(service.state.venues(of: offerer).map(\.name) == ["Offre en ligne"])
        #expect(service.state.offerers[offerer]?.isValidated == true)
        #expect(service.state.rights(of: Identifier(1), on: offerer) == .editor)
    }

    @Test func neitherRightsNorCreditCanBeAssignedAtSignUp() async {
        let service = DomainService()
        let body = Self.changed(
            Self.young,
            ["isAdmin": true, "canBookFreeOffers": false, "departementCode": "75", "id": "MQ", "bidon": 1])
        let answer = await service.send("POST", "/users/signup/webapp", json: body)
        #expect(answer.status == 201)
        #expect(answer.json["isAdmin"] == false)
        #expect(answer.json["canBookFreeOffers"] == true)
        #expect(answer.json["departementCode"] == "00")
        #expect(answer.json["id"] == "AE")
    }

    @Test func whatIsOptionalMayBeLeftOut() async {
        let service = DomainService()
        let body: JSONValue = [
            "email": "peu@example.com", "publicName": "Jeune", "password": "Azerty12345!", "contact_ok": "TRUE",
        ]
        let answer = await service.send("POST", "/users/signup/webapp", json: body)
        #expect(answer.status == 201)
        for key in ["dateOfBirth", "firstName", "lastName", "phoneNumber", "postalCode"] {
            #expect(answer.json[key] == .null)
        }
    }

    @Test("E-mails are exact but for blanks around them, and the empty one passes")
    func emailsAreExact() async {
        let service = DomainService()
        let emails: [(JSONValue, String)] = [
            ("jeune@example.com", "201 jeune@example.com"), ("JEUNE@EXAMPLE.COM", "201 JEUNE@EXAMPLE.COM"),
            ("  espaces@example.com ", "201 espaces@example.com"),
            ("jeune+tag@example.com", "201 jeune+tag@example.com"),
            ("", "201 "), ("jeune@example.com", #"400 {"email":["Un compte lié à cet email existe déjà"]}"#),
            (" jeune@example.com", #"400 {"email":["Un compte lié à cet email existe déjà"]}"#),
        ]
        for (email, expected) in emails {
            let answer = await service.send(
                "POST", "/users/signup/webapp", json: Self.changed(Self.young, ["email": email]))
            #expect(
                answer.status == 201
                    ? "201 \(answer.json["email"]?.stringValue ?? "")" == expected : answer.line == expected)
        }
    }

    @Test("Whoever names a known SIREN joins that structure, whose data stay as they are")
    func aKnownSIRENIsJoined() async {
        let service = DomainService()
        await service.professional()
        let answer = await service.send(
            "POST", "/users/signup/pro",
            json: Self.changed(
                Self.professional, ["email": "pro2@example.com", "name": "Autre", "city": .none, "iban": "x"]))
        #expect(answer.status == 201)
        let offerer = service.state.offerers[service.offererID()]
        #expect(offerer?.name == "Crédit Coopératif")
        #expect(service.state.rights(of: Identifier(2), on: service.offererID()) == .editor)
        #expect(service.state.offerers.count == 1)
    }

    @Test(
        "Bank details of a new structure are kept where the service kept them, and left to the administrator elsewhere")
    func bankDetails() async {
        let body = Self.changed(Self.professional, ["iban": "FR7630006000011234567890189", "bic": "BDFEFRPP"])
        for (profile, bic) in [(Profile.observed, "BDFEFRPP"), (.documented, nil)] {
            let service = DomainService(profile)
            #expect(await service.send("POST", "/users/signup/pro", json: body).status == 201)
            #expect(service.state.offerers[service.offererID()]?.bankDetails?.bic == bic)
        }
    }

    @Test func theValidationLinkWorksOnce() async throws {
        let service = DomainService()
        _ = await service.send("POST", "/users/signup/webapp", json: .object(Self.young))
        let token = try #require(service.state.user(email: "jeune@example.com")?.validationToken)
        let signIn: JSONValue = ["identifier": "jeune@example.com", "password": "Azerty123456!@"]
        var answer = await service.send("POST", "/users/signin", json: signIn)
        #expect(answer.line == #"401 {"identifier":["Ce compte n'est pas validé."]}"#)
        answer = await service.send("GET", "/validate/user/\(token)")
        #expect(answer.line == "202 {}")
        answer = await service.send("GET", "/validate/user/\(token)")
        #expect(answer.line == #"404 {"global":["Ce lien est invalide"]}"#)
        answer = await service.send("POST", "/users/signin", json: signIn)
        #expect(answer.status == 200)
    }

    @Test("The older route signs in at once, with one cookie, and tells professionals by their SIREN")
    func theOlderRoute() async {
        for (body, isProfessional) in [(Self.young, false), (Self.professional, true)] {
            let service = DomainService()
            let answer = await service.send("POST", "/users/signup", json: .object(body))
            #expect(answer.status == 201)
            #expect(answer.json["canBookFreeOffers"] == .bool(!isProfessional))
            #expect(answer.json["expenses"] == nil)
            #expect(answer.headers.count == 1)
            #expect(answer.headers.allSatisfy { $0.name == "Set-Cookie" && $0.value.hasPrefix("session=") })
            #expect(service.state.users[Identifier(1)]?.validationToken == nil)
            #expect(service.state.sessions[Identifier(1)]?.userID == Identifier(1))
        }
    }

    @Test(arguments: ["/users/signup", "/users/signup/webapp", "/users/signup/pro", "/users/signin"])
    func bodiesMustBeJSON(path: String) async {
        let service = DomainService()
        #expect(await service.send("POST", path, raw: Array("a=1".utf8)).line == "400 JSON data expected")
        let malformed = await service.send(
            "POST", path, raw: Array("{".utf8), headers: [("Content-Type", "application/json")])
        #expect(malformed.line == "400 (page)")
    }
}
