// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension PublicJourney {
    /// An online platform: a digital book with an activation code, which is paid, and a film, which is not.
    static let digitalProduct = PublicJourney(
        id: "digital-product",
        title: Sentence(
            "Produit numérique : un livre à code d'activation remboursé, un film qui ne l'est pas, un oubli.",
            "Digital product: a book with an activation code reimbursed, a film not, and one forgotten."),
        requirements: ["PC-V1-424"],
        steps: PublicStep.beginning(at: "Plateforme des Lucioles")
            + [
                .youngAccounts(["Yaël", "Ivo", "Lou"]), film, code, bookings,
                .handOver(
                    "Yaël",
                    Sentence(
                        "Yaël arrive sur le site : il vérifie, donne le code d'activation, valide.",
                        "Yaël comes to the site: it checks, gives the activation code, validates."),
                    ["PC-V1-011", "PC-V1-013", "PC-V1-027"]),
                codeStays, filmWatched, .takenBack("Ivo"), .neverFetched("Lou", after: 30, "PC-V1-404"),
            ] + PublicStep.money("Yaël", rate: "PC-V1-408", undoing: .hasCodes) + [neverPaid])

    private static let film = PublicStep(
        "film", .partner,
        Sentence(
            "Publie un film à la carte, avec l'adresse de son site où entrent contremarque et adresse.",
            "Publishes a film on demand, with its site's address, into which countermark and e-mail go."),
        ["PC-V1-415"]
    ) { play in
        let name = play.world.names.title("Film à la carte")
        let made = try await play.provider.send(
            "POST", "/public/offers/v1/products",
            json: [
                "name": .string(name), "categoryRelatedFields": ["category": "VOD"],
                "accessibility": PublishingProvider.accessibility,
                "location": [
                    "type": "digital", "venueId": .number(JSONNumber(play.venue.id)),
                    "url": "https://plateforme.exemple.fr/film?token={token}&email={email}&offer={offerId}",
                ],
                "stock": ["price": 399, "quantity": "unlimited"],
            ])
        try made.require(made.status == 200 || made.status == 201, "200 or 201")
        play.articles["film"] = PublicArticle(
            offerId: try made.member("id").intValue ?? 0, name: name, cents: 399, brackets: .nothing)
        play.tell("Offre à 3,99 €, sans limite.", "Offer at €3.99, without limit.")
    }

    private static let code = PublicStep(
        "activation-codes", .team,
        Sentence(
            "Un livre numérique à codes d'activation est en vente : ces codes ne se déposent pas par l'API.",
            "A digital book with activation codes is on sale: such codes are not handed in by the API."), []
    ) { play in
        let name = play.world.names.title("Un livre numérique")
        let made = try await play.control.newOffer("activationCode", of: play.providerId, at: play.venue.id, name, 990)
        play.articles["main"] = PublicArticle(
            offerId: made.offer, stockId: made.stock, name: name, cents: 990, brackets: .books)
        play.tell("Offre à 9,90 €.", "Offer at €9.90.")
    }

    private static let bookings = PublicStep(
        "booking", .young,
        Sentence(
            "Yaël réserve le livre, Ivo et Lou le film : rien n'a de date, rien n'a de fenêtre.",
            "Yaël books the book, Ivo and Lou the film: nothing has a date, nothing has a window."),
        ["PC-V1-007"]
    ) { play in
        try await PublicStep.book("Yaël", in: &play)
        for name in ["Ivo", "Lou"] { try await PublicStep.book(name, "film", in: &play) }
        for name in ["Yaël", "Ivo", "Lou"] {
            let row = try await play.listed(name)
            try play.require(row["confirmationDate"]?.isNull == true, "\"confirmationDate\":null", row.text)
        }
        play.tell("Trois réservations.", "Three bookings.")
    }

    private static let codeStays = PublicStep(
        "code-stays", .partner,
        Sentence(
            "Un code donné ne se reprend pas : la validation de Yaël reste.",
            "A code once given cannot be taken back: the validation of Yaël stays."),
        ["PC-V1-024"]
    ) { play in
        try await play.expect(
            play.desk.undo(try play.countermark("Yaël"), confirmedBy: PublicStep.person), refused: .hasCodes)
        try await play.expect("Yaël", is: "USED")
        play.tell("Refusé : codes d'activation.", "Refused: activation codes.")
    }

    private static let filmWatched = PublicStep(
        "film-watched", .partner,
        Sentence(
            "Ivo regarde le film : le site vérifie et valide.", "Ivo watches the film: the site checks and validates."),
        ["PC-V1-011"]
    ) { play in
        try await PublicStep.checkIsValid("Ivo", in: play)
        try await PublicStep.validate("Ivo", in: &play)
        play.tell("La contremarque d'Ivo est validée.", "Ivo's countermark is validated.")
    }

    private static let neverPaid = PublicStep(
        "never-paid", .partner,
        Sentence(
            "Le film n'est pas remboursé : sa réservation reste utilisée, jamais remboursée.",
            "The film is not reimbursed: its booking stays used and is never reimbursed."),
        ["PC-V1-408"]
    ) { play in
        try await play.expect("Ivo", is: "USED")
        play.tell("0 € pour 3,99 € vendus.", "€0 for €3.99 sold.")
    }
}
