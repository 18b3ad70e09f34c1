// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Teaser images (contract 2018-12 §6.6; guide G18).
enum TeaserChecks {
    static let all: [Check] = [
        Check(
            "teasers/none", ["PC-OF-013"],
            Sentence("Sans image : 400.", "Without an image: 400.")
        ) { probe in
            let company = try await probe.company()
            try await post(probe, company, file: nil).expect(
                400, ["thumb": ["Vous devez fournir une image d'accroche"]])
        },
        Check(
            "teasers/extension", ["PC-OF-014"],
            Sentence("Extension interdite : 400.", "Extension not permitted: 400.")
        ) { probe in
            let company = try await probe.company()
            let sentence = "Cet image manque d'une extension (.png, .jpg...) ou son format n'est pas autorisé"
            for name in ["accroche.bmp", "accroche"] {
                try await post(probe, company, file: (name, TeaserImage.png)).expect(
                    400, ["thumb": [.string(sentence)]])
            }
        },
        Check(
            "teasers/address", ["PC-OF-022"],
            Sentence("Adresse d'image impossible : 400.", "Impossible address of an image: 400.")
        ) { probe in
            let company = try await probe.company()
            var form = MultipartForm()
            form.add("offererId", company.partner.offererId)
            form.add("offerId", company.book.offer.id)
            form.add("thumbUrl", "pas-une-adresse")
            try await probe.wire.by(company.partner.account).raw(
                "POST", "/mediations", headers: [("Content-Type", form.contentType)], body: form.body
            ).expect(400, ["thumbUrl": ["L'adresse saisie n'est pas valide"]])
        },
        Check(
            "teasers/upload", ["PC-OF-015"],
            Sentence("Une image envoyée : 201.", "An image sent: 201.")
        ) { probe in
            let company = try await probe.company()
            for name in ["accroche.png", "AFFICHE.PNG"] {
                let answer = try await post(probe, company, file: (name, TeaserImage.png)).expect(201)
                try answer.require(answer.json?["thumbCount"]?.intValue == 1, "thumbCount: 1")
                try answer.require(
                    answer.json?["offerId"]?.stringValue == company.book.offer.id, "offerId: \(company.book.offer.id)")
            }
        },
        Check(
            "teasers/not-an-image", ["PC-CV-009"],
            Sentence("Ce qui n'est pas une image : 4xx.", "What is no image: 4xx.")
        ) { probe in
            let company = try await probe.company()
            try await post(probe, company, file: ("accroche.png", Array("pas une image".utf8))).expectRefusal()
        },
        Check(
            "teasers/crop", ["PC-OF-024"],
            Sentence(
                "Recadrée : 201 ; cadre hors de l'image : refusé (guide) ou rogné (service).",
                "Cropped: 201; a frame outside the image: refused (guide) or cut off (service).")
        ) { probe in
            let company = try await probe.company()
            try await post(probe, company, file: ("a.png", TeaserImage.png), crop: ["0.1", "0.1", "0.4"]).expect(201)
            let outside = try await post(probe, company, file: ("a.png", TeaserImage.png), crop: ["0.9", "0.9", "0.5"])
            if outside.status == 201 { return probe.saw(.cropOutsideImage, .observed) }
            try outside.expect(400)
            probe.saw(.cropOutsideImage, .documented)
        },
        Check(
            "teasers/stranger", ["PC-CV-020"],
            Sentence("Pas d'accroche chez un autre : 403.", "No teaser on somebody else's offer: 403.")
        ) { probe in
            let company = try await probe.company()
            try await post(probe, company, file: ("accroche.png", TeaserImage.png), by: company.stranger.account)
                .expect(403)
        },
    ]

    private static func post(
        _ probe: Probe, _ company: Cast.Company, file: (name: String, bytes: [UInt8])?, by account: Account? = nil,
        crop: [String] = []
    ) async throws -> Exchange {
        var form = MultipartForm()
        form.add("offererId", company.partner.offererId)
        form.add("offerId", company.book.offer.id)
        for (key, value) in zip(["x", "y", "height"], crop) { form.add("croppingRect[\(key)]", value) }
        if let file { form.add("thumb", fileName: file.name, type: "image/png", bytes: file.bytes) }
        return try await probe.wire.by(account ?? company.partner.account).raw(
            "POST", "/mediations", headers: [("Content-Type", form.contentType)], body: form.body)
    }
}
