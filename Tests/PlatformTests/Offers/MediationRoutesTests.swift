// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// Teasers: guide G18, contract 2018-12 §6.6.
@Suite struct MediationRoutesTests {
    let noImage = Said.field("thumb", "Vous devez fournir une image d'accroche")
    let badImage = Said.field(
        "thumb", "Cet image manque d'une extension (.png, .jpg...) ou son format n'est pas autorisé")
    let badAddress = Said.field("thumbUrl", "L'adresse saisie n'est pas valide")

    @Test(arguments: Profile.allCases) func `a teaser is judged in the contract's order`(profile: Profile) async {
        let shop = await Shop(profile)
        let service = shop.service
        let offer = await shop.thing()
        let young = Actor.user(await service.young())
        let stranger = await Shop(profile, service, email: "autre@example.com", siren: "552081317")
        let form = ["offererId": shop.offererID, "offerId": offer, "credit": "Photo © X"]
        func post(
            _ changes: [String: String?] = [:], image: [UInt8]? = Pictures.png, filename: String = "affiche.png",
            by actor: Actor? = nil
        ) async -> Answer {
            let changed = form.merging(changes.compactMapValues { $0 }) { $1 }
                .filter { changes[$0.key] != .some(.none) }
            return await service.post(form: changed, image: image, filename: filename, by: actor ?? shop.pro)
        }
        expect(await post(by: .anonymous), Said.notSignedIn)
        expect(await post(image: nil), noImage)
        expect(await post(["thumb": "une image"], image: nil), noImage)
        expect(await post(["offererId": .none], filename: ""), noImage)
        expect(await post(["offererId": .none]), Said.badPage)
        expect(await post(["offererId": "1"]), Said.badID)
        expect(await post(["offererId": "GWS8SA9"]), Said.noRights)
        expect(await post(["offerId": .none], by: young), Said.noRights)
        expect(await post(["offerId": .none]), Said.badPage)
        expect(await post(["offerId": "1"]), Said.badID)
        for filename in ["affiche", "affiche.bmp", "affiche.png.exe", "png"] {
            expect(await post(filename: filename), badImage, filename)
        }
        expect(
            await post(["credit": String(repeating: "c", count: 256)]),
            Said.field("credit", "Vous devez saisir moins de 255 caractères"))
        expect(
            await post(["offerId": "GWS8SA9"]),
            Said.field("offerId", "Aucun objet ne correspond à cet identifiant dans notre base de données"))
        expect(await post(["offererId": stranger.offererID], by: stranger.pro), Said.noRights)
        for address in ["ftp://x/y.jpg", "x", "http://x.example/y.jpg"] {
            expect(await post(["thumbUrl": address], image: nil), badAddress, address)
        }
        expect(await post(image: Array("ceci n'est pas une image".utf8)), badImage)
        #expect(service.state.mediations.count == 0)
    }

    @Test func `the form must be one`() async {
        let shop = await Shop(.observed)
        let answer = await shop.send("POST", "/mediations", json: ["offerId": "AE"])
        expect(answer, noImage)
    }

    @Test func `a teaser is answered with the colour of its image, which is kept as it was sent`() async {
        let shop = await Shop(.observed)
        let service = shop.service
        let offer = await shop.thing()
        let form = ["offererId": shop.offererID, "offerId": offer, "credit": " Photo © X "]
        let answer = await service.post(form: form, image: Pictures.png, filename: "AFFICHE.PNG", by: shop.pro)
        let author = HumanizedID.encode(service.state.user(email: "pro@example.com")?.id.number ?? 0)
        expect(
            answer,
            #"201 {"authorId":"\#(author)","backText":null,"credit":"Photo © X","#
                + #""dateCreated":"2018-12-03T10:00:00.123456Z","#
                + #""dateModifiedAtLastProvider":"2018-12-03T10:00:00.123456Z","#
                + #""firstThumbDominantColor":[200,30,30],"frontText":null,"id":"AE","idAtProviders":null,"#
                + #""isActive":true,"lastProviderId":null,"modelName":"Mediation","offerId":"\#(offer)","#
                + #""thumbCount":1,"tutoIndex":null}"#)
        let image = await service.send("GET", "/storage/thumbs/mediations/AE")
        #expect(image.status == 200 && image.contentType == "image/png" && image.body == Pictures.png)
        for other in ["mediations/AF", "mediations/A9", "mediations/ae", "venues/AE"] {
            expect(await service.send("GET", "/storage/thumbs/\(other)"), "404 file not found", other)
        }
        let shown = await shop.send("GET", "/offers/\(offer)")
        #expect(shown.json["mediations"]?[0]?["id"] == "AE")
    }

    @Test(arguments: [
        (Pictures.jpeg, "image/jpeg"), (Pictures.gif, "image/gif"), (Pictures.filtered, "image/png"),
    ]) func `the bytes tell the kind of image`(bytes: [UInt8], type: String) async {
        let shop = await Shop(.observed)
        let form = ["offererId": shop.offererID, "offerId": await shop.thing()]
        let answer = await shop.service.post(form: form, image: bytes, filename: "affiche.jpg", by: shop.pro)
        #expect(answer.status == 201 && answer.json["credit"] == .null)
        #expect((answer.json["firstThumbDominantColor"] == .null) == (type != "image/png"))
        let image = await shop.service.send("GET", "/storage/thumbs/mediations/AE")
        #expect(image.contentType == type && image.body == bytes)
    }

    @Test(arguments: Profile.allCases) func `a teaser is hidden by its structure alone`(profile: Profile) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let teaser = await shop.teaser(await shop.thing())
        let route = "/mediations/\(teaser)"
        #expect(await shop.service.send("GET", route, by: young).status == 200)
        expect(await shop.service.send("GET", route), Said.notSignedIn)
        for method in ["GET", "PATCH"] {
            expect(await shop.send(method, "/mediations/GWS8SA9", json: [:]), Said.page)
            expect(await shop.send(method, "/mediations/1", json: [:]), Said.badID)
        }
        expect(await shop.service.send("PATCH", route, by: young, json: ["isActive": true]), Said.noRights)
        let hidden = await shop.send("PATCH", route, json: ["isActive": false])
        #expect(hidden.status == 200 && hidden.json["isActive"] == false)
        let credited = await shop.send("PATCH", route, json: ["credit": "Photo © Y"])
        #expect(credited.json["credit"] == "Photo © Y" && credited.json["isActive"] == false)
        expect(
            await shop.send("PATCH", route, json: ["isActive": "non"]),
            Said.field("isActive", "doit être un booléen"))
    }
}
