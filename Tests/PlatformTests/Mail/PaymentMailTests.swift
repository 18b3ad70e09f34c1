// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("The mails of a batch")
struct PaymentMailTests {
    @Test("the order, the details and the balances, each under its own subject with its own file")
    func mails() throws {
        let world = try RecordedBatch()
        let before = world.service.mails().count
        _ = try world.run()
        let mails = world.service.mails().dropFirst(before)
        #expect(
            mails.map(\.heading) == [
                "pass Culture Pro <passculture@beta.gouv.fr> | Virements pass Culture Pro - 2026-11-23",
                "pass Culture Pro <passculture@beta.gouv.fr> | Détails des paiements pass Culture Pro - 2026-11-23",
                "pass Culture Pro <passculture@beta.gouv.fr> | Soldes des utilisateurs pass Culture Pro - 2026-11-23",
            ])
        #expect(mails.allSatisfy { $0.to == ["passculture-dev@beta.gouv.fr"] && $0.html.isEmpty && $0.text.isEmpty })
        #expect(
            mails.flatMap(\.attachments).map(\.name) == [
                "transaction_banque_de_france_20261123.xml", "details_des_paiements_20261123.csv",
                "soldes_des_utilisateurs_20261123.csv",
            ])
    }

    @Test("a batch that finds nothing to transfer sends its two lists and no order")
    func nothing() async throws {
        let service = try makeService()
        try await service.advance(.toNext)
        #expect(
            service.mails().map(\.subject) == [
                "Détails des paiements pass Culture Pro - 2018-12-15",
                "Soldes des utilisateurs pass Culture Pro - 2018-12-15",
            ])
    }
}

@Suite("Mails and batches through the control API")
struct MoneyControlTests {
    private func get(_ path: String, _ server: PlatformServer, method: String = "GET") async -> RawExchange {
        await RawExchange.send(method, "/_control" + path, to: server.baseURL)
    }

    @Test("a mail is listed with its sender, its text and its attachments, which are fetched one by one")
    func attachments() async throws {
        try await withServer { server in
            let town = try Town(in: server.service)
            _ = try town.book()
            try server.service.perform(.runPayments) { _, _ in }
            let mails = try #require(await get("/mails", server).json?.arrayValue)
            #expect(mails.compactMap { $0["number"]?.text } == (1...mails.count).map(String.init))
            let booked = try #require(mails.first { $0["to"]?[0] == "lecteur@example.com" })
            #expect(booked["from"] == ["name": "Pass Culture", "email": "passculture-dev@beta.gouv.fr"])
            #expect(booked["text"]?.stringValue?.hasPrefix("Bonjour Dupont & fils,\n\nNous vous confirmons") == true)
            #expect(booked["attachments"] == [])
            let number = booked["number"]?.text ?? ""
            #expect(await get("/mails/\(number)", server).json == booked)
            let details = try #require(mails.dropLast().last)
            let file = try #require(details["attachments"]?[0])
            #expect(file["name"] == "details_des_paiements_20181203.csv")
            #expect(file["type"] == "text/csv")
            let href = try #require(file["href"]?.stringValue)
            let fetched = await RawExchange.send("GET", href, to: server.baseURL)
            #expect(fetched.status == 200)
            #expect(fetched.header("content-type") == "text/csv")
            #expect(
                fetched.header("content-disposition")
                    == "attachment; filename=\"details_des_paiements_20181203.csv\"")
            #expect(fetched.text.hasPrefix("\"ID de l'utilisateur\","))
            let head = await RawExchange.send("HEAD", href, to: server.baseURL)
            #expect(head.header("content-length") == "\(fetched.body.count)")
            let paths = [
                "/mails/0", "/mails/999", "/mails/x", "/mails/\(Int.min)", "/mails/\(Int.max)",
                "/mails/\(number)/attachments/1", href + "9", "\(href.dropLast())\(Int.min)", "\(href.dropLast())0",
            ]
            for path in paths {
                let path = path.replacing("/_control", with: "")
                let refused = await get(path, server)
                #expect(refused.status == 404, "\(path)")
                #expect(refused.json?["hint"] != nil, "\(path)")
            }
        }
    }

    @Test("the batches are listed, and give their files; a file that there is not is a sentence")
    func batches() async throws {
        try await withServer { server in
            #expect(await get("/batches", server).json == [])
            let town = try Town(in: server.service)
            let query = CountermarkQuery(token: try town.book().token, email: nil, offerID: nil)
            try server.service.perform(.validateCountermark(by: .user(town.bookseller), query)) { _, _ in }
            try server.service.perform(.runPayments) { _, _ in }
            let first = try #require(await get("/batches", server).json?[0])
            #expect(
                first == [
                    "number": 1, "at": "2018-12-03T07:15:00Z", "messageId": "passCulture-SCT-20181203-071500",
                    "payments": 1, "retried": 0, "unprocessable": 1, "transfers": 0, "amount": first["amount"] ?? .null,
                    "files": [
                        "transfers": nil, "details": "/_control/batches/1/details.csv",
                        "wallets": "/_control/batches/1/wallets.csv",
                    ],
                ])
            #expect(first["amount"]?.text == "0.00")
            for _ in 0..<3 { try server.service.perform(.runPayments) { _, _ in } }
            for (query, numbers) in [
                ("", "1 2 3 4"), ("?after=1&limit=2", "2 3"), ("?after=4", ""), ("?after=-9&limit=1", "1"),
                ("?limit=0", ""), ("?after=9223372036854775807", ""),
            ] {
                let rows = await get("/batches\(query)", server).json?.arrayValue ?? [.null]
                #expect(rows.compactMap { $0["number"]?.text }.joined(separator: " ") == numbers, "\(query)")
            }
            for _ in 4..<1_001 { try server.service.perform(.runPayments) { _, _ in } }
            #expect(await get("/batches", server).json?.arrayValue?.count == 1_000, "a page, unless told")
            #expect(await get("/batches/1/wallets.csv", server).text.hasSuffix("2,489.00,489.00\r\n"))
            for path in [
                "/batches/1/transfers.xml", "/batches/9999/details.csv", "/batches/1/x", "/batches/x/details.csv",
            ] {
                let refused = await get(path, server)
                #expect(refused.status == 404, "\(path)")
                #expect(refused.json?["hint"] != nil, "\(path)")
            }
        }
    }
}
