// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

@Suite("Signing in and out")
struct SessionTests {
    @Test(
        arguments: [
            ([:], #"{"identifier":["Identifiant manquant"],"password":["Mot de passe manquant"]}"#),
            (["password": "x"], #"{"identifier":["Identifiant manquant"]}"#),
            (["identifier": .null, "password": "x"], #"{"identifier":["Identifiant manquant"]}"#),
            (["identifier": "jeune@example.com"], #"{"password":["Mot de passe manquant"]}"#),
            (["identifier": "nul@example.com", "password": "x"], #"{"identifier":["Identifiant incorrect"]}"#),
            (["identifier": "", "password": "x"], #"{"identifier":["Identifiant incorrect"]}"#),
            (["identifier": 1, "password": "x"], #"{"identifier":["Identifiant incorrect"]}"#),
            (
                ["identifier": "JEUNE@EXAMPLE.COM", "password": "Azerty123456!@"],
                #"{"identifier":["Identifiant incorrect"]}"#
            ),
            (
                ["identifier": " jeune@example.com", "password": "Azerty123456!@"],
                #"{"identifier":["Identifiant incorrect"]}"#
            ),
            (["identifier": "jeune@example.com", "password": "x"], #"{"password":["Mot de passe incorrect"]}"#),
            (["identifier": "jeune@example.com", "password": 1], #"{"password":["Mot de passe incorrect"]}"#),
        ] as [(JSONValue, String)])
    func wrongLogInsAre401(body: JSONValue, expected: String) async {
        let service = DomainService()
        await service.young()
        let answer = await service.send("POST", "/users/signin", json: body)
        #expect(answer.line == "401 " + expected)
        #expect(answer.headers.allSatisfy { $0.name == "Hint" })
    }

    @Test("Whether the address was validated is told before the password is looked at")
    func validationPrecedesThePassword() async {
        let service = DomainService()
        _ = await service.send("POST", "/users/signup/webapp", json: .object(SignUpTests.young))
        let answer = await service.send(
            "POST", "/users/signin", json: ["identifier": "jeune@example.com", "password": "x"])
        #expect(answer.line == #"401 {"identifier":["Ce compte n'est pas validé."]}"#)
    }

    @Test func signingInAnswersThePersonWithExpensesAndBothCookies() async throws {
        let service = DomainService(.observed)
        let id = await service.young()
        let answer = await service.send(
            "POST", "/users/signin",
            json: ["identifier": "jeune@example.com", "password": .string(DomainService.password)])
        #expect(answer.status == 200)
        #expect(
            answer.text.contains(
                #""expenses":{"all":{"actual":0,"max":500},"digital":{"actual":0,"max":200},"#
                    + #""physical":{"actual":0,"max":100}}"#))
        #expect(answer.headers.map { String($0.value.prefix { $0 != "=" }) } == ["session", "remember_token"])
        let current = await service.send("GET", "/users/current", by: .user(id))
        #expect(current.body == answer.body)
        #expect(current.headers.isEmpty)
    }

    @Test func signingOutClosesTheSession() async throws {
        let service = DomainService()
        let id = await service.young()
        _ = await service.send(
            "POST", "/users/signin",
            json: ["identifier": "jeune@example.com", "password": .string(DomainService.password)])
        let session = try #require(service.state.sessions[Identifier(1)])
        let answer = await service.send("GET", "/users/signout", by: .user(id), session: session.id)
        #expect(answer.line == #"200 {"global":"Deconnecté"}"#)
        #expect(service.state.session(session.id, secret: session.secret, at: service.now()) == nil)
    }

    @Test(arguments: ["/users/current", "/users/signout"])
    func onlyPeopleWhoAreSignedInMay(path: String) async {
        let service = DomainService()
        #expect(await service.send("GET", path).line == #"401 {"global":["Authentification nécessaire"]}"#)
        let refused = await service.send("GET", path, by: .refused(.wrongPassword))
        #expect(refused.line == #"401 {"password":["Mot de passe incorrect"]}"#)
    }

    @Test("Open routes do not look at who asks")
    func openRoutesTakeRefusedLogIns() async {
        let service = DomainService()
        #expect(await service.send("GET", "/health", by: .refused(.wrongPassword)).text == "\"ok\"\n")
        #expect(await service.send("GET", "/providers", by: .refused(.unknownIdentifier)).line == "200 []")
    }

    @Test func providersOfAVenue() async {
        let service = DomainService()
        let id = await service.young()
        let actor = Actor.user(id)
        #expect(await service.send("GET", "/venueProviders").line == "403 API key or login required")
        #expect(
            await service.send("GET", "/venueProviders", by: actor).line
                == #"400 {"venueId":["Vous devez obligatoirement fournir le paramètre venueId"]}"#)
        #expect(await service.send("GET", "/venueProviders?venueId=AE", by: actor).line == "200 []")
        #expect(
            await service.send("POST", "/venueProviders", by: actor, json: ["venueId": "AE"]).line
                == #"401 {"localClass":["Ce fournisseur n' est pas activé"]}"#)
    }
}
