// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// The guide's money: G30 to G35; the administrator's six steps are in ``GuideAdministratorTests``.
@Suite("The guide, money") struct GuideMoneyTests {
    @Test(
        "G30: the administrator files a RIB with the IBAN; the team accepts both, and nothing is transferred before",
        arguments: [false, true])
    func rib(isVenue: Bool) async throws {
        let shop = await Shop(.documented)
        let colleague = Actor.user(await shop.service.professional("collegue@example.com"))
        let path = (isVenue ? "/venues/\(shop.venue)" : "/offerers/\(shop.offererID)") + "/rib"
        let payee: Payee = isVenue ? .venue(Identifier(2)) : .offerer(shop.offerer)
        let accept: Command =
            isVenue ? .acceptVenueBankDetails(Identifier(2)) : .acceptOffererBankDetails(shop.offerer)
        let young = Actor.user(await shop.service.young())
        _ = await shop.validate(shop.book(young, shop.stock(shop.thing())).token)
        expect(await shop.file(rib: Shop.rib, at: path), Said.noRights)
        try shop.service.nameAdministrator("pro@example.com", siren: "349974931")
        expect(await shop.file(rib: Shop.rib, at: path), Said.field("rib", "Saisissez d'abord l'IBAN et le BIC"))
        try await shop.enterBankDetails(venue: isVenue)
        expect(await shop.file(rib: nil, at: path), Said.field("rib", "Vous devez fournir un RIB"))
        let bad = Said.field("rib", "Le RIB doit être un fichier PDF, PNG ou JPEG")
        for file in [Array("GIF89a".utf8), Pictures.gif, Array("<html>".utf8), Array("%PDF".utf8)] {
            expect(await shop.file(rib: file, at: path), bad)
        }
        expect(
            await shop.file(rib: Shop.rib + Array(repeating: 0, count: 5 << 20), at: path),
            Said.field("rib", "Le RIB ne doit pas dépasser 5 Mo"))
        expect(await shop.file(rib: Shop.rib, at: path, by: .anonymous), Said.notSignedIn)
        for actor in [colleague, young] { expect(await shop.file(rib: Shop.rib, at: path, by: actor), Said.noRights) }
        expect(await shop.send("GET", path), Said.page)
        #expect(throws: Refusal.noRIB) { try shop.service.perform(accept) { _, _ in } }
        #expect(try shop.transferred() == [])

        let filed = await shop.file(rib: Shop.rib, at: path)
        #expect(filed.status == 201 && filed.json["type"] == "application/pdf" && filed.json["isAccepted"] == false)
        #expect(filed.json["byteCount"] == .number(JSONNumber(Shop.rib.count)))
        let shown = await shop.send("GET", path)
        #expect(shown.body == Shop.rib && shown.contentType == "application/pdf")
        expect(await shop.service.send("GET", path, by: colleague), Said.noRights)
        #expect(try shop.transferred() == [])
        try shop.service.perform(accept) { _, _ in }
        #expect(try shop.transferred() == [10_00])

        // The same file again changes nothing; another one, or another account, is to be accepted anew.
        func isAccepted() -> Bool? { shop.service.state.bankDetails(of: payee)?.isAccepted }
        #expect(await shop.file(rib: Shop.rib, at: path).json["isAccepted"] == true)
        #expect(await shop.file(rib: Pictures.jpeg, at: path).json["type"] == "image/jpeg")
        #expect(isAccepted() == false)
        try shop.service.perform(accept) { _, _ in }
        try await shop.enterBankDetails("FR1420041010050500013M02606", venue: isVenue)
        #expect(isAccepted() == false)
        expect(await shop.send("GET", path), Said.page)
        #expect(throws: Refusal.noRIB) { try shop.service.perform(accept) { _, _ in } }
    }

    @Test("G30: the team refuses bank details, and may accept them later")
    func refusal() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let refuse = Command.refuseBankDetails(.offerer(shop.offerer), reason: "Le RIB est illisible")
        try shop.service.perform(refuse) { _, _ in }
        let young = Actor.user(await shop.service.young())
        _ = await shop.validate(shop.book(young, shop.stock(shop.thing())).token)
        #expect(try shop.transferred() == [])
        try shop.service.perform(.acceptOffererBankDetails(shop.offerer)) { _, _ in }
        #expect(try shop.transferred() == [10_00])
    }

    @Test("G30, G33, G34: under observed the guide's routes are not there, as they were not in the service")
    func observed() async throws {
        let stage = await Booked(.observed)
        let shop = stage.shop
        let date = await shop.date(await shop.event(), in: .hours(1))
        for path in [
            "/offerers/\(shop.offererID)/rib", "/venues/\(shop.venue)/rib", "/offerers/\(shop.offererID)/transfers",
            "/eventOccurrences/\(date)/attendees", "/offers/\(stage.offer)/conversion",
        ] { expect(await shop.send("GET", path), Said.page) }
        expect(await shop.file(rib: Shop.rib, at: "/offerers/\(shop.offererID)/rib"), Said.page)
        let list = await shop.send("GET", "/offerers/\(shop.offererID)/bookings?format=csv")
        #expect(list.contentType == "application/json" && list.json[0]?["table"] == nil)
        try await shop.enterBankDetails()
        try shop.service.perform(.acceptOffererBankDetails(shop.offerer)) { _, _ in }
    }

    @Test("G31: all validated bookings show on the screen of bookings")
    func validatedBookings() async {
        let stage = await Booked(.documented)
        _ = await stage.shop.validate(stage.token)
        let list = await stage.shop.send("GET", "/offerers/\(stage.shop.offererID)/bookings").json.arrayValue ?? []
        #expect(list.map { $0["isUsed"] } == [true])
        #expect(list[0]["reimbursed_amount"]?.numberValue?.text == "10.00")
    }

    @Test("G32: every two weeks a transfer goes to the venue's IBAN, failing that to the structure's")
    func fortnight() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let online = await shop.stock(await shop.digital(), price: 7)
        try shop.service.perform(.setOfferEligible(Identifier(1), true)) { _, _ in }
        let own = "FR1420041010050500013M02606"
        try await shop.enterBankDetails(own, venue: true)
        #expect(await shop.file(rib: Shop.rib, at: "/venues/\(shop.venue)/rib").status == 201)
        try shop.service.perform(.acceptVenueBankDetails(Identifier(2))) { _, _ in }
        for stock in [online, await shop.stock(await shop.thing(), price: 9)] {
            _ = await shop.validate(shop.book(young, stock).token)
        }
        shop.service.advance(by: .days(15))
        let offerer = shop.offerer
        let transfers = shop.service.read { state, _ in state.transfers(of: offerer) }
        #expect(transfers.map(\.amount.cents).sorted() == [7_00, 9_00])
        #expect(transfers.first { $0.amount.cents == 9_00 }?.bankDetails.iban == own)
        #expect(transfers.allSatisfy { $0.executedAt.iso8601 == "2018-12-15T00:00:00Z" })
    }

    @Test("G33: the partner consults its transfers: amount, account, offers, in JSON, CSV and HTML")
    func transfers() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let (first, second) = await (shop.thing("Le Petit Prince"), shop.thing("Vol de nuit"))
        let (dear, cheap) = await (shop.stock(first, price: "12.50"), shop.stock(second, price: 3))
        for stock in [dear, cheap, dear] { _ = await shop.validate(shop.book(young, stock).token) }
        _ = try shop.transferred()
        let path = "/offerers/\(shop.offererID)/transfers"
        let list = await shop.send("GET", path)
        #expect(list.json.arrayValue?.count == 1)
        let transfer = list.json[0]
        #expect(transfer?["amount"]?.numberValue?.text == "28.00")
        #expect(transfer?["iban"] == "FR7630006000011234567890189" && transfer?["bic"] == "BDFEFRPP")
        #expect(transfer?["label"] == "pass Culture Pro - remboursement 1ère quinzaine 12-2018")
        let offers = transfer?["offers"]?.arrayValue ?? []
        #expect(offers.map { $0["name"] } == ["Le Petit Prince", "Vol de nuit"])
        #expect(offers.map { $0["amount"]?.numberValue?.text } == ["25.00", "3.00"])
        #expect(offers.map { $0["bookings"]?.arrayValue?.count } == [2, 1])
        let csv = await shop.send("GET", path + "?format=csv").text
        #expect(csv.contains("03/12/2018;28,00 €;FR7630006000011234567890189;BDFEFRPP;"))
        #expect(await shop.send("GET", path + "?format=html").text.contains("<td>25,00 €</td>"))
        #expect(await shop.send("GET", path + "?page=2").json == [])
        let stranger = await Shop(.documented, shop.service, email: "autre@example.com", siren: "552081317")
        for actor in [stranger.pro, young] { expect(await shop.service.send("GET", path, by: actor), Said.noRights) }
        expect(await shop.service.send("GET", path), Said.notSignedIn)
    }

    /// Two structures that share an account, of which one sold for 4 EUR and the other for a price.
    private func twoOnOneAccount(otherPrice: JSONValue) async throws -> (Shop, Shop) {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let other = await Shop(.documented, shop.service, email: "autre@example.com", siren: "552081317")
        let id = shop.service.offererID(siren: "552081317")
        try shop.service.nameAdministrator("autre@example.com", siren: "552081317")
        let same: JSONValue = ["iban": "FR7630006000011234567890189", "bic": "BDFEFRPP"]
        #expect(await other.send("PATCH", "/offerers/\(other.offererID)", json: same).status == 200)
        #expect(await other.file(rib: Shop.rib, at: "/offerers/\(other.offererID)/rib").status == 201)
        try shop.service.perform(.acceptOffererBankDetails(id)) { _, _ in }
        let young = Actor.user(await shop.service.young())
        for (owner, price) in [(shop, 4), (other, otherPrice)] as [(Shop, JSONValue)] {
            _ = await owner.validate(owner.book(young, owner.stock(owner.thing(), price: price)).token)
        }
        return (shop, other)
    }

    @Test("G33: of a transfer to an account that two structures share, each sees its own part")
    func sharedAccount() async throws {
        let (shop, other) = try await twoOnOneAccount(otherPrice: 6)
        _ = try shop.transferred()
        #expect(shop.service.state.transfers.count == 1)
        for (owner, amount) in [(shop, "4.00"), (other, "6.00")] {
            let list = await owner.send("GET", "/offerers/\(owner.offererID)/transfers").json
            #expect(list.arrayValue?.map { $0["amount"]?.numberValue?.text } == [amount])
        }
    }

    @Test("G34: the bookings have the guide's three groups of columns, in JSON, CSV and HTML")
    func bookingTable() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let ana = await shop.youngPerson("Ana", "Bernard")
        let offer = await shop.event("Conférence", type: "EventType.CONFERENCE_DEBAT_DEDICACE")
        let seats = await shop.seats(await shop.date(offer, in: .days(10)), price: 5, ["available": 10])
        let booking = await shop.book(ana, seats, quantity: 4)
        let dropped = await shop.book(ana, seats)
        _ = await shop.cancel(dropped.id, by: ana)
        let path = "/offerers/\(shop.offererID)/bookings"
        func states() async -> [JSONValue?] {
            (await shop.send("GET", path).json.arrayValue ?? []).map { $0["table"]?["reimbursement"]?["paymentState"] }
        }
        let table = await shop.send("GET", path).json[0]?["table"]
        #expect(
            table?["offer"] == [
                "date": "2018-12-13T10:00:00.123456Z", "category": "Conférence — Débat — Dédicace",
                "offerer": "Crédit Coopératif", "venue": "Grande salle", "type": "Personne",
            ])
        #expect(
            table?["booking"] == ["cancellationLimit": "2018-12-10T10:00:00.123456Z", "sold": "4 / 10"])
        #expect(table?["reimbursement"]?["debited"]?.numberValue?.text == "20.00")
        #expect(await states() == ["À valider", "Annulée"])
        _ = await shop.validate(booking.token)
        #expect(await states() == ["En attente du prochain virement", "Annulée"])
        _ = try shop.transferred()
        #expect(await states() == ["OK", "Annulée"])
        let csv = await shop.send("GET", path + "?format=csv&order=desc").text.split(separator: "\r\n")
        #expect(csv.count == 3)
        let columns = "Offre;Date;Catégorie;Structure;Lieu;Type;Nom;Prénom;Mail;Contremarque;"
        #expect(csv[0] == "\u{FEFF}" + columns + "Date limite d'annulation;Taux écoulé;Prélevé;État du paiement")
        let line = "Conférence;13/12/2018 11:00;Conférence — Débat — Dédicace;Crédit Coopératif;Grande salle;Personne;"
        let rest = "Bernard;Ana;ana@example.com;\(booking.token);10/12/2018 11:00;4 / 10;20,00 €;OK"
        #expect(csv[2] == line + rest)
        let page = await shop.service.send("GET", path, by: shop.pro, headers: [("Accept", "text/html")]).text
        for group in ["OFFRE", "RÉSERVATION", "REMBOURSEMENT"] { #expect(page.contains(">\(group)</th>")) }
    }

    @Test("G34: a booking tells why its reimbursement waits, or never comes")
    func paymentStates() async throws {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        for stock in await [shop.stock(shop.digital()), shop.stock(shop.thing())] {
            _ = await shop.validate(shop.book(young, stock).token)
        }
        let waiting = ["Non remboursable", "En attente de coordonnées bancaires validées"] as [JSONValue]
        for _ in 0..<2 {
            let list = await shop.send("GET", "/offerers/\(shop.offererID)/bookings").json.arrayValue ?? []
            #expect(list.map { $0["table"]?["reimbursement"]?["paymentState"] } == waiting)
            _ = try shop.transferred()
        }
    }

    @Test(
        "G34: a booking that is paid nothing is not reimbursed, though its payment goes along with another's transfer")
    func paidNothing() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        for stock in await [shop.stock(shop.thing("Gratuit"), price: 0), shop.stock(shop.thing())] {
            _ = await shop.validate(shop.book(young, stock).token)
        }
        #expect(try shop.transferred() == [10_00])
        #expect(shop.service.state.transfers.records.map(\.paymentIDs.count) == [2])
        let list = await shop.send("GET", "/offerers/\(shop.offererID)/bookings").json.arrayValue ?? []
        #expect(list.map { $0["table"]?["reimbursement"]?["paymentState"] } == ["Non remboursable", "OK"])
        let transfer = await shop.send("GET", "/offerers/\(shop.offererID)/transfers").json[0]
        #expect(transfer?["offers"]?.arrayValue?.map { $0["name"] } == ["Le Petit Prince"])
    }

    @Test(
        "G33: a transfer that brings a structure nothing, since it pays another of the same account, is not listed to it"
    )
    func nothingOfASharedTransfer() async throws {
        let (shop, other) = try await twoOnOneAccount(otherPrice: 0)
        #expect(try shop.transferred() == [4_00])
        #expect(await other.send("GET", "/offerers/\(other.offererID)/transfers").json == [])
        let bookings = await other.send("GET", "/offerers/\(other.offererID)/bookings").json
        #expect(bookings[0]?["table"]?["reimbursement"]?["paymentState"] == "Non remboursable")
    }

    @Test("G35: the desk shows user, offer and date of a countermark of six characters, then validates it")
    func desk() async {
        let shop = await Shop(.documented)
        let ana = await shop.youngPerson("Ana", "Bernard")
        let seats = await shop.seats(await shop.date(await shop.event(), in: .days(1)))
        let booking = await shop.book(ana, seats)
        let shown = await shop.send("GET", "/bookings/token/\(booking.token)").json
        #expect(shown["userName"] == "Ana Bernard" && shown["offerName"] == "Grand concert")
        #expect(shown["date"] == "2018-12-04T10:00:00.123456Z")
        // One of six characters missing is none at all.
        #expect(await shop.send("GET", "/bookings/token/\(booking.token.dropLast())").status == 404)
        #expect(await shop.validate(booking.token).status == 204)
    }
}
