// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// The administrator's six steps, over HTTP with their mails (`guide G29`, `G30`).
@Suite("The guide, the administrator") struct GuideAdministratorTests {
    private struct Office {
        let server: PlatformServer

        func control(_ method: String, _ path: String, _ body: JSONValue? = nil) async -> RawExchange {
            await RawExchange.send(
                method, "/_control\(path)", to: server.baseURL, headers: [("Content-Type", "application/json")],
                body: body?.serialized())
        }

        func send(_ method: String, _ path: String, _ json: JSONValue, by email: String? = nil) async -> RawExchange {
            await RawExchange.send(
                method, path, to: server.baseURL, headers: [portal] + (email.map { [basic($0)] } ?? []), json: json.text
            )
        }

        func subjects(to address: String) async -> [String] {
            let mails = await control("GET", "/mails?to=\(address)").json?.arrayValue ?? []
            return mails.compactMap { $0["subject"]?.stringValue }
        }

        func file(rib: String, by email: String) async -> RawExchange {
            let body =
                "--x\r\nContent-Disposition: form-data; name=\"rib\"; filename=\"rib\"\r\n\r\n\(rib)\r\n--x--\r\n"
            return await RawExchange.send(
                "POST", "/offerers/AE/rib", to: server.baseURL,
                headers: [portal, basic(email), ("Content-Type", "multipart/form-data; boundary=x")],
                body: Array(body.utf8))
        }
    }

    private static let bank: JSONValue = ["iban": "FR7630006000011234567890189", "bic": "BDFEFRPP"]

    @Test("G29: asked by mail, answered, both mails validated, invited, signed up: administrator, and nobody else")
    func sixSteps() async throws {
        try await withServer { server in
            let office = Office(server: server)
            _ = try Town(in: server.service)
            let answer: JSONValue = ["offererId": "AE", "name": "Inès Petit", "email": "ines@example.com"]
            func validate(_ mail: String) async -> RawExchange {
                await office.control(
                    "POST", "/administrators/validate", ["offererId": "AE", "mail": .string(mail)])
            }
            #expect(await office.control("POST", "/administrators/answer", answer).status == 409)
            #expect(await validate("structure").status == 409)
            let asked = await office.control(
                "POST", "/administrators/ask", ["offererId": "AE", "email": "contact@example.com"])
            #expect(asked.status == 200 && asked.json?["structureMail"] == "contact@example.com")
            #expect(
                await office.subjects(to: "contact@example.com")
                    == ["Désignez l'administrateur de la structure Librairie <Martin>"])
            #expect(await validate("administrator").status == 409)
            #expect(await office.control("POST", "/administrators/answer", answer).status == 200)
            #expect(await validate("autre").status == 400)
            #expect(await validate("structure").json?["structureMailValidated"] == true)
            // One of the two is not enough: nobody is invited yet.
            #expect(await office.subjects(to: "ines@example.com") == [])
            let named = await validate("administrator").json
            #expect(named?["email"] == "ines@example.com" && named?["hasAccount"] == false)
            #expect(
                await office.subjects(to: "ines@example.com")
                    == ["Vous êtes administrateur de la structure Librairie <Martin>"])

            // Somebody else who signs up with the SIREN edits; the administrator, whenever they sign up, is the only one.
            func signUp(_ email: String) async {
                let body: JSONValue = [
                    "email": .string(email), "publicName": "Pro", "firstName": "Inès", "lastName": "Petit",
                    "password": .string(Town.password), "contact_ok": true, "siren": "732829320", "name": "x",
                    "address": "1 rue X", "postalCode": "93100", "city": "Montreuil",
                ]
                #expect(await office.send("POST", "/users/signup/pro", body).status == 201)
                let token = server.service.read { state, _ in state.user(email: email)?.validationToken } ?? ""
                let link = await RawExchange.send(
                    "GET", "/validate/user/\(token)", to: server.baseURL, headers: [portal])
                #expect(link.status == 202)
            }
            for email in ["autre@example.com", "ines@example.com"] { await signUp(email) }
            for email in ["autre@example.com", "libraire@example.com"] {
                #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: email).status == 403)
            }
            #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: "ines@example.com").status == 200)
            let known = await office.control("GET", "/administrators?offererId=AE").json
            #expect(known?["hasAccount"] == true && known?["name"] == "Inès Petit")

            // With another address it is the same person, and the old one is nobody's.
            let moved = await office.send(
                "PATCH", "/users/current", ["email": "petit@example.com"], by: "ines@example.com")
            #expect(moved.status == 200)
            let after = await office.control("GET", "/administrators?offererId=AE").json
            #expect(after?["email"] == "petit@example.com" && after?["administratorMail"] == "petit@example.com")
            #expect(after?["hasAccount"] == true && after?["administratorMailValidated"] == true)
            await signUp("ines@example.com")
            #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: "ines@example.com").status == 403)
            #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: "petit@example.com").status == 200)
        }
    }

    @Test("G29: an account that takes the address of who was named is the administrator from then on")
    func addressTakenLater() async throws {
        try await withServer { server in
            let office = Office(server: server)
            _ = try Town(in: server.service)
            _ = await office.control(
                "POST", "/administrators", ["offererId": "AE", "email": "direction@example.com"])
            let before = await office.send("PATCH", "/offerers/AE", Self.bank, by: "libraire@example.com")
            #expect(before.status == 403)
            let moved = await office.send(
                "PATCH", "/users/current", ["email": "direction@example.com"], by: "libraire@example.com")
            #expect(moved.status == 200)
            #expect(await office.control("GET", "/administrators?offererId=AE").json?["hasAccount"] == true)
            #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: "direction@example.com").status == 200)
        }
    }

    @Test("G29: the answer may change until it is validated, and asking again leaves who is administrator")
    func secondThoughts() async throws {
        try await withServer { server in
            let office = Office(server: server)
            let town = try Town(in: server.service)
            func step(_ name: String, _ body: JSONObject) async -> JSONValue? {
                var body = body
                body["offererId"] = "AE"
                return await office.control("POST", "/administrators\(name)", .object(body)).json
            }
            _ = await step("/ask", ["email": "contact@example.com"])
            _ = await step("/answer", ["email": "libraire@example.com"])
            _ = await step("/validate", ["mail": "administrator"])
            let changed = await step("/answer", ["email": "autre@example.com"])
            #expect(changed?["administratorMailValidated"] == false)
            _ = await step("/answer", ["email": "libraire@example.com"])
            for mail in ["structure", "administrator"] { _ = await step("/validate", ["mail": .string(mail)]) }
            func rights() -> Rights? {
                server.service.read { state, _ in state.rights(of: town.bookseller, on: town.offerer) }
            }
            #expect(rights() == .admin)
            _ = await step("/ask", ["email": "contact@example.com"])
            #expect(rights() == .admin)
            // The one-call shortcut does all steps at once.
            _ = await step("", ["email": "nouveau@example.com"])
            #expect(await office.control("GET", "/administrators?offererId=AE").json?["structureMail"] == .null)
            #expect(await office.subjects(to: "nouveau@example.com").count == 1)
        }
    }

    @Test("G30: the team sees the RIB, refuses with a reason that the administrator reads in a mail, then accepts")
    func refusedThenAccepted() async throws {
        try await withServer { server in
            let office = Office(server: server)
            _ = try Town(in: server.service)
            let email = "libraire@example.com"
            _ = await office.control("POST", "/administrators", ["offererId": "AE", "email": .string(email)])
            #expect(await office.send("PATCH", "/offerers/AE", Self.bank, by: email).status == 200)
            #expect(await office.control("GET", "/rib?offererId=AE").status == 404)
            let accept = { await office.control("POST", "/bankDetails/accept", ["offererId": "AE"]) }
            let early = await accept()
            #expect(early.status == 409 && early.text.contains("/offerers/{id}/rib"))
            #expect(await office.file(rib: "%PDF-1.4 flou", by: email).status == 201)
            #expect(await office.control("GET", "/rib?offererId=AE").text == "%PDF-1.4 flou")
            #expect(await office.subjects(to: MailWriter.team).contains { $0.contains("RIB à valider") })
            let listed = await office.control("GET", "/bankDetails").json?[0]
            #expect(listed?["isAccepted"] == false && listed?["rib"]?["type"] == "application/pdf")
            for body in [["offererId": "AE"], ["offererId": "AE", "reason": " "]] as [JSONValue] {
                #expect(await office.control("POST", "/bankDetails/refuse", body).status == 400)
            }
            let refusal: JSONValue = ["offererId": "AE", "reason": "Le RIB est <illisible>"]
            #expect(await office.control("POST", "/bankDetails/refuse", refusal).status == 200)
            let mail = await office.control("GET", "/mails?to=\(email)").json?.arrayValue?.last
            #expect(mail?["html"]?.stringValue?.contains("Motif : Le RIB est &lt;illisible&gt;") == true)
            #expect(await office.file(rib: "%PDF-1.4 net", by: email).status == 201)
            #expect(await accept().status == 200)
            #expect(await office.control("GET", "/bankDetails").json?[0]?["isAccepted"] == true)
            // A snapshot and a fork have the file too.
            let copy = await office.control("POST", "/forks").json?["base"]?.stringValue ?? ""
            let file = await RawExchange.send("GET", "/_control/rib?offererId=AE", to: copy)
            #expect(file.text == "%PDF-1.4 net")
        }
    }
}
