// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OfferType {
    /// Every type, events first, as `GET /types` lists them; the activation is for the team (`contract 2018-12 §6.2`).
    static let all: [OfferType] = [
        OfferType("EventType.ACTIVATION", "Activation événementielle du pass Culture", .activation, .physical),
        OfferType("EventType.CINEMA", "Cinéma (Projections, Séances, Évènements)", .watching, .physical),
        OfferType("EventType.CONFERENCE_DEBAT_DEDICACE", "Conférence — Débat — Dédicace", .meeting, .physical),
        OfferType("EventType.JEUX", "Jeux (Évenements, Rencontres, Concours)", .playing, .physical),
        OfferType("EventType.MUSIQUE", "Musique (Concerts, Festivals)", .listening, .physical),
        OfferType(
            "EventType.MUSEES_PATRIMOINE", "Musées — Patrimoine (Expositions, Visites guidées, Activités spécifiques)",
            .watching, .physical),
        OfferType("EventType.PRATIQUE_ARTISTIQUE", "Pratique Artistique (Stages ponctuels)", .practising, .physical),
        OfferType("EventType.SPECTACLE_VIVANT", "Spectacle vivant", .applauding, .physical),
        OfferType("ThingType.AUDIOVISUEL", "Audiovisuel (Films sur supports physiques et VOD)", .watching, .either),
        OfferType("ThingType.CINEMA_ABO", "Cinéma (Abonnements)", .watching, .physical),
        OfferType("ThingType.JEUX_ABO", "Jeux (Abonnements)", .playing, .physical),
        OfferType("ThingType.JEUX", "Jeux (Biens physiques)", .playing, .physical),
        OfferType("ThingType.JEUX_VIDEO", "Jeux Vidéo", .playing, .virtual),
        OfferType("ThingType.LIVRE_EDITION", "Livre — Édition", .reading, .either),
        OfferType(
            "ThingType.MUSEES_PATRIMOINE_ABO", "Musées — Patrimoine (Abonnements, Visites libres)", .watching, .physical
        ),
        OfferType("ThingType.MUSIQUE_ABO", "Musique (Abonnements concerts)", .listening, .physical),
        OfferType("ThingType.MUSIQUE", "Musique (sur supports physiques ou en ligne)", .listening, .either),
        OfferType("ThingType.PRATIQUE_ARTISTIQUE_ABO", "Pratique Artistique (Abonnements)", .practising, .physical),
        OfferType("ThingType.PRESSE_ABO", "Presse (Abonnements)", .reading, .virtual),
    ]

    private static let byValue = Dictionary(uniqueKeysWithValues: all.map { ($0.value, $0) })

    /// The type of that value, or nothing: the service accepted unknown ones.
    static func named(_ value: String?) -> OfferType? {
        value.flatMap { byValue[$0] }
    }
}
