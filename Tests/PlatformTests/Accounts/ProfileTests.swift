// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@Suite("One's own account")
struct ProfileTests {
    @Test func whatMayChangeChanges() async {
        let service = DomainService()
        let id = await service.young()
        let answer = await service.send(
            "PATCH", "/users/current", by: .user(id),
            json: [
                "publicName": " Jeune Renommé ", "phoneNumber": "07", "postalCode": "75011", "departementCode": "75",
                "email": "neuf@example.com",
            ])
        #expect(answer.status == 200)
        #expect(answer.json["publicName"] == "Jeune Renommé")
        #expect(answer.json["phoneNumber"] == "07")
        #expect(answer.json["postalCode"] == "75011")
        #expect(answer.json["departementCode"] == "75")
        #expect(answer.json["email"] == "neuf@example.com")
        #expect(answer.json["expenses"] != nil)
        #expect(service.state.user(email: "neuf@example.com")?.id == id)
    }

    @Test(
        arguments: [
            (["isAdmin": true, "publicName": "xyz"], #"{"isAdmin":["Vous ne pouvez pas changer cette information"]}"#),
            (
                ["canBookFreeOffers": true, "id": "AE", "publicName": "x"],
                #"{"canBookFreeOffers":["Vous ne pouvez pas changer cette information"],"#
                    + #""id":["Vous ne pouvez pas changer cette information"]}"#
            ),
            (["publicName": "x"], #"{"publicName":["Vous devez saisir au moins 3 caractères."]}"#),
            (["publicName": .null], #"{"publicName":["Cette information est obligatoire"]}"#),
            (["email": .null], #"{"email":["Cette information est obligatoire"]}"#),
            (["email": "x"], #"{"email":["Le-mail doit contenir un @."]}"#),
            (
                ["email": "autre@example.com"],
                #"{"email":["Une entrée avec cet identifiant existe déjà dans notre base de données"]}"#
            ),
            (
                ["postalCode": "123456", "departementCode": "9999", "phoneNumber": 7],
                #"{"departementCode":["Vous devez saisir moins de 3 caractères"],"#
                    + #""phoneNumber":["doit être une chaîne de caractères"],"#
                    + #""postalCode":["Vous devez saisir moins de 5 caractères"]}"#
            ),
        ] as [(JSONValue, String)])
    func otherChangesAreRefused(body: JSONValue, expected: String) async {
        let service = DomainService()
        let id = await service.young()
        await service.young("autre@example.com")
        let before = service.state.users[id]
        let answer = await service.send("PATCH", "/users/current", by: .user(id), json: body)
        #expect(answer.line == "400 " + expected)
        #expect(service.state.users[id] == before)
    }

    @Test func whatMayBeEmptyCanBeErased() async {
        let service = DomainService()
        let id = await service.young()
        let answer = await service.send(
            "PATCH", "/users/current", by: .user(id), json: ["phoneNumber": .null, "postalCode": .null])
        #expect(answer.json["phoneNumber"] == .null)
        #expect(answer.json["postalCode"] == .null)
        #expect(answer.json["publicName"] == "Jeune")
    }

    @Test func nobodyChangesNothing() async {
        let service = DomainService()
        let answer = await service.send("PATCH", "/users/current", json: ["publicName": "abc"])
        #expect(answer.line == "403 API key or login required")
    }
}
