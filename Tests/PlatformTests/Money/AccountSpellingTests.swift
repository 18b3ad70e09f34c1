// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// An account is what a bank reads, however somebody typed it.
@Suite("The spelling of accounts")
struct AccountSpellingTests {
    private static let iban = "FR7630006000011234567890189"
    private static let small: JSONValue = ["iban": "fr7630006000011234567890189", "bic": "BDFEFRPP"]

    @Test(
        "guide G30: the same account in small letters keeps its RIB and what the team accepted",
        arguments: [false, true])
    func kept(isVenue: Bool) async throws {
        let shop = await Shop(.documented)
        try await shop.enterBankDetails(venue: isVenue)
        let path = isVenue ? "/venues/\(shop.venue)" : "/offerers/\(shop.offererID)"
        #expect(await shop.file(rib: Shop.rib, at: path + "/rib").status == 201)
        try shop.service.perform(
            isVenue ? .acceptVenueBankDetails(Identifier(2)) : .acceptOffererBankDetails(shop.offerer)
        ) { _, _ in }
        #expect(await shop.send("PATCH", path, json: Self.small).status == 200)
        let payee: Payee = isVenue ? .venue(Identifier(2)) : .offerer(shop.offerer)
        #expect(shop.service.state.bankDetails(of: payee)?.isAccepted == true)
        #expect(await shop.send("GET", path + "/rib").body == Shop.rib)
        let other: JSONValue = ["iban": "fr1420041010050500013m02606", "bic": "BDFEFRPP"]
        #expect(await shop.send("PATCH", path, json: other).status == 200)
        #expect(shop.service.state.bankDetails(of: payee)?.isAccepted == false)
    }

    @Test("contract 2018-12 §9.5: what was typed in small letters is spelt in every list as in the order to the bank")
    func lists() async throws {
        let shop = await Shop(.documented)
        try shop.service.nameAdministrator("pro@example.com", siren: "349974931")
        let path = "/offerers/\(shop.offererID)"
        #expect(await shop.send("PATCH", path, json: Self.small).status == 200)
        #expect(await shop.file(rib: Shop.rib, at: path + "/rib").status == 201)
        try shop.service.perform(.acceptOffererBankDetails(shop.offerer)) { _, _ in }
        let young = Actor.user(await shop.service.young())
        _ = await shop.validate(shop.book(young, shop.stock(shop.thing())).token)
        #expect(try shop.transferred() == [10_00])
        let state = shop.service.state
        let batch = try #require(state.batches[Identifier(1)])
        #expect(PaymentDetails(batch, in: state).text.contains(",\"\(Self.iban)\","))
        let row = try #require(TransferRow(Identifier(1), in: state)).json
        #expect(row["iban"] == .string(Self.iban) && row["bic"] == "BDFEFRPP")
        let seen = await shop.send("GET", path + "/transfers").json[0]
        #expect(seen?["iban"] == .string(Self.iban) && seen?["bic"] == "BDFEFRPP")
        #expect(await shop.send("GET", path + "/transfers?format=csv").text.contains(";\(Self.iban);BDFEFRPP;"))
    }
}
