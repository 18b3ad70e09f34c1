// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// `GET /bookings` and `GET /bookings/{id}`: contract 2018-12 §7.3, §6.5.
@Suite struct BookingReadTests {
    @Test(arguments: Profile.allCases) func `a person sees their own bookings, cancelled ones included`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let service = stage.shop.service
        let second = await stage.shop.book(stage.young, stage.stock)
        _ = await service.send("PATCH", "/bookings/\(second.id)", by: stage.young, json: ["isCancelled": true])
        let own = await service.send("GET", "/bookings", by: stage.young)
        #expect(own.json.arrayValue?.map { $0["isCancelled"] } == [false, true])
        #expect(own.json[0]?["token"] == .string(stage.token))
        #expect(await service.send("GET", "/bookings", by: stage.shop.pro).line == "200 []")
        expect(await service.send("GET", "/bookings"), Said.notSignedIn)
    }

    @Test(arguments: Profile.allCases) func `nobody reads another person's booking`(profile: Profile) async {
        let stage = await Booked(profile)
        let service = stage.shop.service
        let other = Actor.user(await service.young("jeune2@example.com"))
        let own = await service.send("GET", "/bookings/\(stage.id)", by: stage.young)
        #expect(own.json["token"] == .string(stage.token))
        expect(await service.send("GET", "/bookings/\(stage.id)", by: other), Said.noRights)
        expect(await service.send("GET", "/bookings/\(stage.id)"), Said.notSignedIn)
        expect(await service.send("GET", "/bookings/1", by: stage.young), Said.badID)
        expect(await service.send("GET", "/bookings/GWS8SA9", by: stage.young), Said.page)
    }

    @Test(arguments: [
        (
            "https://presse.example/acces?email={email}&offre={offerId}&jeton={token}&encore={token}",
            "https://presse.example/acces?email=j+2@ex.fr&offre=@OFFER&jeton=@TOKEN&encore=@TOKEN"
        ),
        ("http://presse.example/{Token}/{TOKEN}/{", "http://presse.example/{Token}/{TOKEN}/{"),
    ]) func `the address of a digital offer is filled in, the e-mail as it is`(template: String, filled: String) async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young("j+2@ex.fr"))
        let offer = await shop.digital(url: template)
        let booked = await shop.book(young, await shop.stock(offer, price: 5))
        let expected = filled.split(separator: "@OFFER", omittingEmptySubsequences: false).joined(separator: offer)
            .split(separator: "@TOKEN", omittingEmptySubsequences: false).joined(separator: booked.token)
        let answer = await shop.service.send("GET", "/bookings/\(booked.id)", by: young)
        #expect(answer.json["completedUrl"] == .string(expected))
    }

    @Test func `an address without scheme, as the integration document has it, gets one`() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.digital(url: "www.urldemonsite.fr/?token={token}")
        let booked = await shop.book(young, await shop.stock(offer, price: 5))
        let answer = await shop.service.send("GET", "/bookings/\(booked.id)", by: young)
        #expect(answer.json["completedUrl"] == .string("http://www.urldemonsite.fr/?token=\(booked.token)"))
    }
}
