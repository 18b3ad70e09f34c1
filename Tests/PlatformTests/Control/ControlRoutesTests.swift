// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Controlling the platform")
struct ControlRoutesTests {
    private func call(
        _ method: String, _ path: String, _ body: JSONValue? = nil, at server: PlatformServer, base: String? = nil
    ) async -> RawExchange {
        await RawExchange.send(
            method, "/_control\(path)", to: base ?? server.baseURL,
            headers: [("Content-Type", "application/json")], body: body?.serialized())
    }

    @Test("the clock is read, set and advanced")
    func clock() async throws {
        try await withServer { server in
            let first = await call("GET", "/clock", at: server).json
            #expect(first?["now"] == "2018-12-03T07:15:00Z")
            #expect(first?["mode"] == "frozen")
            #expect(first?["nextDue"]?["at"] == "2018-12-15T00:00:00Z")
            let set = await call("PUT", "/clock", ["now": "2018-12-04T00:00:00Z"], at: server).json
            #expect(set?["now"] == "2018-12-04T00:00:00Z")
            let by = await call("POST", "/clock/advance", ["by": 3600], at: server).json
            #expect(by == ["now": "2018-12-04T01:00:00Z", "settled": [], "settledCount": 0])
            let next = await call("POST", "/clock/advance", ["toNext": true], at: server).json
            #expect(next?["now"] == "2018-12-15T00:00:00Z")
            #expect(next?["settledCount"] == 1)
            let years = await call("POST", "/clock/advance", ["to": "2218-12-15T00:00:00Z"], at: server).json
            #expect(years?["settledCount"] == 4_800)
            #expect(years?["settled"]?.arrayValue?.count == 1_000)
            let end = await call("POST", "/clock/advance", ["to": "9999-12-31T23:59:59.999999Z"], at: server).json
            #expect(end?["now"] == "9999-12-31T23:59:59.999999Z")
            #expect(await call("GET", "/clock", at: server).json?["nextDue"] == .null)
            #expect(await call("POST", "/clock/advance", ["toNext": true], at: server).status == 409)
            let ticking = await call("PUT", "/clock", ["mode": "ticking"], at: server).json
            #expect(ticking?["mode"] == "ticking")
        }
    }

    @Test(
        "time is advanced in one way",
        arguments: [
            ["toNext": true, "by": 5], ["to": "2018-12-04T00:00:00Z", "by": 5],
            ["to": "2018-12-04T00:00:00Z", "toNext": true],
        ] as [JSONValue])
    func oneWay(body: JSONValue) async throws {
        try await withServer { server in
            let answer = await call("POST", "/clock/advance", body, at: server)
            #expect(answer.status == 400 && answer.json?["hint"]?.stringValue?.isEmpty == false)
            #expect(await call("GET", "/clock", at: server).json?["now"] == "2018-12-03T07:15:00Z")
            #expect(await call("POST", "/clock/advance", ["toNext": false, "by": 5], at: server).status == 200)
        }
    }

    @Test("a clock that ticks is set and frozen in one go, at exactly that instant; in the past, it goes on ticking")
    func frozenAt() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration())
        let asked: JSONValue = ["now": "2100-01-01T00:00:00Z", "mode": "frozen"]
        #expect(
            await call("PUT", "/clock", ["now": "2001-01-01T00:00:00Z", "mode": "frozen"], at: server).status == 409)
        #expect(await call("GET", "/clock", at: server).json?["mode"] == "ticking")
        let clock = await call("PUT", "/clock", asked, at: server).json
        #expect(clock?["now"] == "2100-01-01T00:00:00Z")
        #expect(clock?["mode"] == "frozen")
        #expect(await call("GET", "/clock", at: server).json?["now"] == "2100-01-01T00:00:00Z")
        await server.stop()
    }

    @Test("from booking to transfer: administrator, bank details, the batch, the list of transfers")
    func money() async throws {
        try await withServer { server in
            let town = try Town(in: server.service)
            let booking = try town.book()
            let query = CountermarkQuery(token: booking.token, email: nil, offerID: nil)
            try server.service.perform(.validateCountermark(by: .user(town.bookseller), query)) { _, _ in }
            #expect(
                await call(
                    "POST", "/administrators", ["offererId": "AE", "email": "libraire@example.com"], at: server
                ).status == 200)
            #expect(await call("POST", "/bankDetails/accept", ["offererId": "AE"], at: server).status == 409)
            var changes = OffererChanges()
            changes.bankDetails = BankDetailsDraft(iban: "FR7630006000011234567890189", bic: "BDFEFR2LCCB")
            try server.service.perform(.updateOfferer(by: .user(town.bookseller), town.offerer, changes)) { _, _ in }
            #expect(await call("POST", "/bankDetails/accept", ["offererId": "AE"], at: server).status == 409)
            let rib = RIB(form: .pdf, byteCount: 9, digest: "a", filedAt: server.service.now())
            try server.service.perform(.fileRIB(by: .user(town.bookseller), .offerer(town.offerer), rib)) { _, _ in }
            #expect(await call("POST", "/bankDetails/accept", ["offererId": "AE"], at: server).status == 200)
            let run = await call("POST", "/payments/run", at: server).json
            let listed = await call("GET", "/transfers", at: server).json
            #expect(run?["transfers"] == listed)
            let transfer = try #require(listed?.arrayValue?.first)
            #expect(listed?.arrayValue?.count == 1)
            #expect(transfer["amount"]?.numberValue?.text == "10.00")
            #expect(transfer["iban"] == "FR7630006000011234567890189")
            #expect(transfer["recipientName"] == "Librairie <Martin>")
            #expect(transfer["recipientSiren"] == "732829320")
            #expect(transfer["label"] == "pass Culture Pro - remboursement 1ère quinzaine 12-2018")
            #expect(
                transfer["bookings"] == [
                    [
                        "bookingId": "AE", "amount": .number(JSONNumber(cents: 1000)),
                        "rule": "Remboursement total pour les offres physiques", "offerName": "Le Petit Prince",
                        "user": "lecteur@example.com",
                    ]
                ])
            let payments = await call("GET", "/payments", at: server).json
            #expect(payments?[0]?["statuses"]?.arrayValue?.map { $0["status"] } == ["PENDING", "SENT"])
            let again = await call("POST", "/payments/run", at: server).json
            #expect(again?["transfers"] == [])
        }
    }

    @Test("mails are listed newest last, and by recipient")
    func mails() async throws {
        try await withServer { server in
            let town = try Town(in: server.service)
            _ = try town.book()
            let all = try #require(await call("GET", "/mails", at: server).json?.arrayValue)
            let own = try #require(await call("GET", "/mails?to=lecteur%40example.com", at: server).json?.arrayValue)
            #expect(all.count > own.count)
            #expect(await call("GET", "/mails", at: server).header("x-dropped-mails") == "0")
            #expect(own.map { $0["subject"] } == ["Confirmation de votre commande pour Le Petit Prince"])
            #expect(own[0]["at"] == "2018-12-03T07:15:00Z")
            #expect(own[0]["to"] == ["lecteur@example.com"])
        }
    }

    @Test("the eligibility of an offer is the team's to decide")
    func eligibility() async throws {
        try await withServer { server in
            let town = try Town(in: server.service, url: "http://exemple.fr/{token}")
            let id = HumanizedID.encode(town.offer)
            let answer = await call("POST", "/offers/eligible", ["offerId": .string(id), "eligible": true], at: server)
            #expect(answer.json == ["offerId": .string(id), "eligible": true])
            #expect(server.service.read { state, _ in state.offers[town.offer]?.isEligible } == true)
        }
    }

    @Test("a snapshot restored over HTTP brings the old state back; a reset empties")
    func snapshots() async throws {
        try await withServer { server in
            let town = try Town(in: server.service)
            let taken = await call("POST", "/snapshots", at: server)
            #expect(taken.status == 201)
            let id = try #require(taken.json?["id"]?.stringValue)
            _ = try town.book()
            #expect(await call("GET", "/snapshots", at: server).json?.arrayValue?.count == 1)
            #expect(await call("POST", "/snapshots/\(id)/restore", at: server).status == 200)
            #expect(server.service.read { state, _ in state.bookings.count } == 0)
            #expect(await call("DELETE", "/snapshots/\(id)", at: server).status == 204)
            #expect(await call("POST", "/reset", at: server).status == 200)
            #expect(server.service.read { state, _ in state.users.count } == 0)
        }
    }

    @Test("64 snapshots are kept: the next one, taken or sent, is refused with a hint, and none is thrown away for it")
    func snapshotBound() async throws {
        try await withServer { server in
            let first = await call("POST", "/snapshots", at: server)
            let id = try #require(first.json?["id"]?.stringValue)
            let lines = await call("GET", "/snapshots/\(id)", at: server).body
            for _ in 1..<64 { #expect(await call("POST", "/snapshots", at: server).status == 201) }
            for body in [[], Array(lines)] {
                let refused = await RawExchange.send(
                    "POST", "/_control/snapshots", to: server.baseURL, headers: [], body: body)
                #expect(refused.status == 409)
                #expect(refused.json?["error"] == "64 snapshots are kept already")
                #expect(refused.json?["hint"]?.stringValue?.contains("DELETE /_control/snapshots") == true)
            }
            #expect(await call("GET", "/snapshots", at: server).json?.arrayValue?.count == 64)
            #expect(await call("POST", "/snapshots/\(id)/restore", at: server).status == 200)
            #expect(await call("DELETE", "/snapshots/\(id)", at: server).status == 204)
            #expect(await call("POST", "/snapshots", at: server).json?["id"] == "65")
        }
    }

    @Test("a fork listens on a port of its own, is apart from its platform, and ends with it or before")
    func forks() async throws {
        var base = ""
        try await withServer { server in
            let town = try Town(in: server.service)
            let started = await call("POST", "/forks", at: server)
            #expect(started.status == 201)
            base = try #require(started.json?["base"]?.stringValue)
            #expect(base != server.baseURL)
            #expect(await call("GET", "/forks", at: server).json?.arrayValue == [try #require(started.json)])
            #expect(await RawExchange.send("GET", "/health", to: base).status == 200)
            let session = await RawExchange.send(
                "GET", "/users/current", to: base, headers: [portal, basic("lecteur@example.com")])
            #expect(session.status == 200)
            _ = await call("POST", "/clock/advance", ["by": 86_400], at: server, base: base)
            #expect(await call("GET", "/clock", at: server).json?["now"] == "2018-12-03T07:15:00Z")
            _ = try town.book()
            #expect(await call("GET", "/mails", at: server, base: base).json?.arrayValue?.isEmpty == true)
            let second = try #require(await call("POST", "/forks", at: server).json)
            let id = second["id"]?.stringValue ?? ""
            #expect(await call("DELETE", "/forks/\(id)", at: server).status == 204)
            #expect(await RawExchange.send("GET", "/health", to: second["base"]?.stringValue ?? "").status == 0)
        }
        #expect(await RawExchange.send("GET", "/health", to: base).status == 0)
    }

    @Test("the journal has what was asked and answered, masked, and not the control of the platform")
    func journal() async throws {
        try await withServer { server in
            _ = try Town(in: server.service)
            _ = await RawExchange.send(
                "POST", "/users/signin", to: server.baseURL, headers: [portal],
                json: #"{"identifier":"lecteur@example.com","password":"Azerty123456!@"}"#)
            _ = await RawExchange.send(
                "GET", "/users/current?a=b", to: server.baseURL, headers: [portal, basic("lecteur@example.com")])
            let answer = await call("GET", "/journal", at: server)
            #expect(!answer.text.contains(Town.password))
            #expect(!answer.text.contains(basic("lecteur@example.com").1))
            let journal = try #require(answer.json)
            #expect(journal["recorded"] == 2)
            #expect(journal["dropped"] == 0)
            #expect(journal["entries"]?.arrayValue?.map { $0["path"] } == ["/users/signin", "/users/current"])
            #expect(journal["entries"]?[1]?["status"] == 200)
            #expect(journal["entries"]?[1]?["query"] == "a=b")
            #expect(await call("DELETE", "/journal", at: server).status == 204)
            #expect(await call("GET", "/journal", at: server).json?["recorded"] == 0)
        }
    }
}
