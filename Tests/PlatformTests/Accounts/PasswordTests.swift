// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Passwords")
struct PasswordTests {
    static let weak =
        #"{"newPassword":["Le mot de passe doit faire au moins 12 caractères et contenir à minima 1 majuscule, "#
        + #"1 minuscule, 1 chiffre et 1 caractère spécial parmi _-&?~#|^@=+.$,<>%*!:;"]}"#
    static let invalidLink = #"400 {"token":["Votre lien de changement de mot de passe est invalide."]}"#

    static let refusedChanges: [(JSONValue, String)] = [
        ([:], #"{"oldPassword":["Ancien mot de passe manquant"]}"#),
        (["newPassword": "x"], #"{"oldPassword":["Ancien mot de passe manquant"]}"#),
        (["oldPassword": "x"], #"{"newPassword":["Nouveau mot de passe manquant"]}"#),
        (["oldPassword": "x", "newPassword": "x"], weak),
        (["oldPassword": "x", "newPassword": 12], weak),
        (
            ["oldPassword": "x", "newPassword": "Azerty123456!@2"],
            #"{"oldPassword":["Votre ancien mot de passe est incorrect"]}"#
        ),
        (
            ["oldPassword": "Azerty123456!@", "newPassword": "Azerty123456!@"],
            #"{"newPassword":["Votre nouveau mot de passe est identique à l'ancien"]}"#
        ),
    ]

    @Test(arguments: refusedChanges)
    func aChangeIsCheckedInOrder(body: JSONValue, expected: String) async {
        let service = DomainService()
        let id = await service.young()
        let answer = await service.send("POST", "/users/current/change-password", by: .user(id), json: body)
        #expect(answer.line == "400 " + expected)
    }

    @Test func aChangedPasswordIsTheOnlyOne() async {
        let service = DomainService()
        let id = await service.young()
        let body: JSONValue = ["oldPassword": "Azerty123456!@", "newPassword": "Azerty123456!@2"]
        #expect(await service.send("POST", "/users/current/change-password", json: body).status == 401)
        let answer = await service.send("POST", "/users/current/change-password", by: .user(id), json: body)
        #expect(answer.line == "204")
        #expect(answer.contentType == "text/html; charset=utf-8")
        #expect(await signIn(service, "Azerty123456!@").line == #"401 {"password":["Mot de passe incorrect"]}"#)
        #expect(await signIn(service, "Azerty123456!@2").status == 200)
    }

    private func signIn(_ service: DomainService, _ password: String) async -> Answer {
        await service.send(
            "POST", "/users/signin", json: ["identifier": "jeune@example.com", "password": .string(password)])
    }

    @Test(
        arguments: [
            ([:], #"400 {"email":["L'email est manquant"]}"#),
            (["email": ""], #"400 {"email":["L'email renseigné est vide"]}"#),
            (["email": .null], #"400 {"email":["L'email renseigné est vide"]}"#), (["email": "nul@example.com"], "204"),
            (["email": "jeune@example.com"], "204"),
        ] as [(JSONValue, String)])
    func askingForALinkTellsNothing(body: JSONValue, expected: String) async {
        let service = DomainService()
        await service.young()
        #expect(await service.send("POST", "/users/reset-password", json: body).line == expected)
    }

    @Test func aForgottenPasswordIsReplacedOnce() async throws {
        let service = DomainService()
        let id = await service.young()
        _ = await service.send("POST", "/users/reset-password", json: ["email": "jeune@example.com"])
        let token = try #require(service.state.users[id]?.passwordReset?.token)
        let link = JSONValue.string(token)
        let good: JSONValue = ["token": link, "newPassword": "Nouveau123456!"]
        let cases: [(JSONValue, String)] = [
            (["newPassword": "Nouveau123456!"], Self.invalidLink),
            (["token": "XX", "newPassword": "x"], Self.invalidLink),
            (["token": "", "newPassword": "x"], Self.invalidLink),
            (["token": 1, "newPassword": "x"], Self.invalidLink),
            (["token": link], #"400 {"newPassword":["Vous devez renseigner un nouveau mot de passe."]}"#),
            (["token": link, "newPassword": "x"], "400 " + Self.weak), (good, "204"), (good, Self.invalidLink),
        ]
        for (body, expected) in cases {
            #expect(await service.send("POST", "/users/new-password", json: body).line == expected)
        }
        #expect(await signIn(service, "Nouveau123456!").status == 200)
    }

    @Test("A link works for 24 hours, and its age is told before the new password is looked at")
    func linksExpire() async throws {
        let service = DomainService()
        let id = await service.young()
        _ = await service.send("POST", "/users/reset-password", json: ["email": "jeune@example.com"])
        let token = try #require(service.state.users[id]?.passwordReset?.token)
        service.advance(by: .hours(24) + .milliseconds(1))
        let answer = await service.send(
            "POST", "/users/new-password", json: ["token": .string(token), "newPassword": "x"])
        #expect(
            answer.line
                == #"400 {"token":["Votre lien de changement de mot de passe est périmé. Veuillez effecture une nouvelle demande."]}"#
        )
    }
}
