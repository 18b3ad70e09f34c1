// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// `GET /offerers/{id}/bookings`: guide G27, contract 2018-12 §9.6.
@Suite struct ReceivedBookingsTests {
    @Test(arguments: Profile.allCases)
    func `the structure sees who booked, and the countermark when its profile shows it`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let route = "/offerers/\(stage.shop.offererID)/bookings"
        let before = await stage.shop.send("GET", route)
        #expect(
            before.json[0]?.objectValue?.keys.sorted() == [
                "amount", "dateCreated", "id", "isCancelled", "isUsed", "modelName", "quantity", "recommendationId",
                "reimbursed_amount", "reimbursement_rule", "stock", "stockId",
            ] + (profile == .documented ? ["table"] : []) + ["token", "user", "userId"])
        #expect(before.json[0]?["user"] == ["email": "jeune@example.com", "firstName": nil, "lastName": nil])
        #expect(before.text.contains(#""reimbursed_amount":10.00"#))
        #expect(before.json[0]?["reimbursement_rule"] == "Remboursement total pour les offres physiques")
        #expect(before.json[0]?["token"] == (profile == .documented ? .string(stage.token) : .null))
        _ = await stage.validate("", by: stage.shop.pro)
        #expect(await stage.shop.send("GET", route).json[0]?["token"] == .string(stage.token))
        let thing = before.json[0]?["stock"]?["resolvedOffer"]?["thing"]
        #expect(thing?["type"] == "ThingType.LIVRE_EDITION" && thing?["offerType"]?["label"] == "Livre — Édition")
        #expect(before.json[0]?["stock"]?["resolvedOffer"]?["venue"] == nil)
    }

    @Test func `pages have ten bookings and any column sorts`() async {
        let stage = await Booked(.observed)
        let shop = stage.shop
        for price in [3, 1, 2] as [Int64] {
            let stock = await shop.stock(stage.offer, price: .number(JSONNumber(price)))
            for _ in 0..<3 { _ = await shop.book(stage.young, stock) }
        }
        let disc = await shop.stock(await shop.thing("Un disque", type: "ThingType.AUDIOVISUEL"), price: 4)
        _ = await shop.book(stage.young, disc)
        let route = "/offerers/\(shop.offererID)/bookings"
        func column(_ query: String, _ key: String = "amount") async -> [String] {
            let answer = await shop.send("GET", route + query)
            return answer.json.arrayValue?.compactMap { $0[key].map { $0.text } } ?? [answer.line]
        }
        #expect(await column("") == ["10.00", "3.00", "3.00", "3.00", "1.00", "1.00", "1.00", "2.00", "2.00", "2.00"])
        #expect(await column("?page=2") == ["4.00"])
        #expect(await column("?page=3") == [])
        #expect(await column("?page=0").count == 10)
        #expect(await column("?order_by_column=amount").prefix(4) == ["1.00", "1.00", "1.00", "2.00"])
        #expect(await column("?order_by_column=amount&order=desc").prefix(3) == ["10.00", "4.00", "3.00"])
        #expect(await column("?order_by_column=booking_id&order=desc").first == "4.00")
        #expect(await column("?order_by_column=category").first == "4.00")
        #expect(await column("?order_by_column=date&order=asc").first == "10.00")
        #expect(await column("?order_by_column=venue_name&order=desc").first == "10.00")
        #expect(await shop.send("GET", route + "?order_by_column=password").status == 400)
        #expect(await shop.send("GET", route + "?order=drop").status == 400)
        #expect(await shop.send("GET", route + "?page=x").status == 400)
    }

    @Test(arguments: Profile.allCases) func `only the structure's own people see the list`(profile: Profile) async {
        let stage = await Booked(profile)
        let service = stage.shop.service
        let stranger = await Shop(profile, service, email: "autre@example.com", siren: "552081317")
        let route = "/offerers/\(stage.shop.offererID)/bookings"
        for actor in [stage.young, stranger.pro] { expect(await service.send("GET", route, by: actor), Said.noRights) }
        expect(await service.send("GET", route), Said.notSignedIn)
        expect(await stage.shop.send("GET", "/offerers/GWS8SA9/bookings"), Said.noRights)
        expect(await stage.shop.send("GET", "/offerers/1/bookings"), Said.badID)
        let team = Actor.user(await service.teamMember())
        #expect(await service.send("GET", route, by: team).json.arrayValue?.count == 1)
        expect(await service.send("GET", "/offerers/GWS8SA9/bookings", by: team), Said.page)
    }
}
