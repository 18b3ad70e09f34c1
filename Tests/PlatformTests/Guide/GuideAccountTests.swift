// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// The guide's principles, accounts and venues: G1 to G14.
@Suite("The guide, accounts and venues") struct GuideAccountTests {
    private func signUp(_ changes: [String: JSONValue?] = [:], _ service: DomainService) async -> Answer {
        var body = SignUpTests.professional
        for (key, value) in changes { body[key] = value }
        return await service.send("POST", "/users/signup/pro", json: .object(body))
    }

    @Test("G1: a professional account is free and needs a SIREN, nothing more to pay or to sign")
    func freeAccount() async {
        let service = DomainService()
        #expect(await signUp([:], service).status == 201)
        #expect(service.state.user(email: "pro@example.com")?.credit == .zero)
        expect(
            await signUp(["email": "autre@example.com", "siren": .none], service),
            Said.field("siren", "Ce code SIREN est invalide"))
    }

    @Test("G2: a validated professional sees the young people's offers, its own included, and books none")
    func professionalsLook() async {
        let shop = await Shop(.documented)
        let (free, paid) = await (shop.thing("Gratuit"), shop.thing("Payant"))
        let stocks = await [shop.stock(free, price: 0), shop.stock(paid, price: 5)]
        for offer in [free, paid] { _ = await shop.teaser(offer) }
        #expect(await Set(shop.feed(shop.pro)) == [free, paid])
        for (stock, field) in zip(stocks, ["cannotBookFreeOffers", "insufficientFunds"]) {
            let answer = await shop.send("POST", "/bookings", json: ["stockId": .string(stock), "quantity": 1])
            #expect(answer.status == 400 && answer.keys == [field], "\(answer.line)")
        }
    }

    @Test("G3: a booking makes a countermark of six letters and digits, good for one user and one offer")
    func countermark() async {
        let stage = await Booked(.documented)
        #expect(stage.token.count == 6 && stage.token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
        let second = await stage.shop.book(stage.young, stage.stock)
        #expect(second.token != stage.token)
        #expect(await stage.check("email=jeune@example.com&offer_id=\(stage.offer)").status == 204)
        #expect(await stage.check("email=autre@example.com&offer_id=\(stage.offer)").status == 404)
        #expect(await stage.check("email=jeune@example.com&offer_id=\(stage.otherOffer)").status == 404)
    }

    @Test("G4: a countermark is validated at the desk, or through the API")
    func twoWays() async {
        let stage = await Booked(.documented)
        let second = await stage.shop.book(stage.young, stage.stock)
        #expect(await stage.shop.validate(stage.token).status == 204)
        let open = "email=jeune@example.com&offer_id=\(stage.offer)"
        #expect(await stage.validate(open, token: second.token).status == 204)
        #expect(await stage.shop.validate(second.token).status == 410)
    }

    @Test("G5: the user of an online offer is sent to the partner's site")
    func partnerSite() async {
        let shop = await Shop(.documented)
        let stock = await shop.stock(await shop.digital(url: "https://site.example/entree"))
        let young = Actor.user(await shop.service.young())
        let answer = await shop.service.send(
            "POST", "/bookings", by: young, json: ["stockId": .string(stock), "quantity": 1])
        #expect(answer.json["completedUrl"] == "https://site.example/entree")
    }

    @Test("G6: the whole path can be tried, and a young account has 499 euros at once")
    func integration() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let current = await shop.service.send("GET", "/users/current", by: young)
        #expect(current.json["wallet_balance"]?.numberValue?.text == "499.00")
        let offer = await shop.event()
        let seats = await shop.seats(await shop.date(offer))
        _ = await shop.teaser(offer)
        #expect(await shop.feed(young) == [offer])
        #expect(await shop.validate(shop.book(young, seats).token).status == 204)
    }

    @Test(
        "G7: every field of the portal's form is mandatory",
        arguments: ["email", "password", "lastName", "firstName", "publicName", "siren"])
    func mandatory(field: String) async {
        let service = DomainService()
        for value in [.none, .some(.null), .some("")] as [JSONValue?] {
            let answer = await signUp([field: value], service)
            #expect(answer.status == 400 && answer.keys == [field], "\(answer.line)")
        }
        #expect(service.state.users.count == 0)
        #expect(await signUp([:], service).status == 201)
    }

    @Test("G7: under observed, names may be missing, as they might in the service")
    func namesObserved() async {
        #expect(await signUp(["lastName": .none, "firstName": .none], DomainService(.observed)).status == 201)
    }

    @Test("G8: the structure's legal name and details are there after the sign-up")
    func structureDetails() async {
        let shop = await Shop(.documented)
        let structure = await shop.send("GET", "/offerers").json[0]
        #expect(structure?["siren"] == "349974931" && structure?["name"] == "Crédit Coopératif")
        #expect(structure?["city"] == "Nanterre" && structure?["postalCode"] == "92000")
    }

    @Test("G9: consent to be contacted is mandatory and never presumed; the newsletter is a choice")
    func consent() async {
        let service = DomainService()
        let words = Said.field("contact_ok", "Vous devez obligatoirement cocher cette case.")
        for value in [.none, .some(false)] as [JSONValue?] {
            expect(await signUp(["contact_ok": value], service), words)
        }
        #expect(await signUp(["newsletter": true], service).status == 201)
    }

    @Test("G10: after the sign-up further structures can be attached")
    func furtherStructures() async {
        let shop = await Shop(.documented)
        let answer = await shop.send("POST", "/offerers", json: .object(OffererTests.theatre))
        #expect(answer.status == 201)
        #expect(await shop.send("GET", "/offerers").json.arrayValue?.count == 2)
    }

    @Test("G11: without a venue only digital offers can be added")
    func digitalWithoutVenue() async {
        let shop = await Shop(.documented)
        _ = await shop.digital()
        for (route, type) in [("/things", "ThingType.LIVRE_EDITION"), ("/events", "EventType.CINEMA")] {
            let answer = await shop.send(
                "POST", route,
                json: ["name": "x", "type": .string(type), "venueId": .string(shop.virtual), "durationMinutes": 90])
            #expect(answer.status == 400, "\(answer.line)")
        }
    }

    @Test("G12: a venue has its SIRET, its coordinates and who receives its bookings")
    func venueFields() async {
        let shop = await Shop(.documented)
        let venue = await shop.send("GET", "/venues/\(shop.venue)").json
        #expect(venue["siret"] == "34997493100011" && venue["bookingEmail"] == "lieu@example.com")
        #expect(venue["latitude"]?.numberValue?.text == "48.86000" && venue["city"] == "Montreuil")
        #expect(venue["isValidated"] == true)
    }

    @Test("G13: without a SIRET the comment says why, and is mandatory")
    func commentInsteadOfSIRET() async {
        let shop = await Shop(.documented)
        var body: JSONObject = [
            "name": "Chapiteau", "managingOffererId": .string(shop.offererID), "address": "1 place Y",
            "postalCode": "93100", "city": "Montreuil", "bookingEmail": "lieu@example.com",
        ]
        #expect(await shop.send("POST", "/venues", json: .object(body)).status == 400)
        body["comment"] = "Lieu itinérant"
        let venue = await shop.send("POST", "/venues", json: .object(body))
        #expect(venue.status == 201 && venue.json["isValidated"] == false)
    }

    @Test("G14: the creation of a venue is confirmed, and offers can be made there")
    func confirmation() async {
        let shop = await Shop(.documented)
        var hall = VenueTests.hall
        hall["managingOffererId"] = .string(shop.offererID)
        hall["siret"] = "34997493100029"
        let answer = await shop.send("POST", "/venues", json: .object(hall))
        #expect(answer.status == 201)
        #expect(await !shop.thing(venue: answer.json["id"]?.stringValue ?? "").isEmpty)
    }
}
