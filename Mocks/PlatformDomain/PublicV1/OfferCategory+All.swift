// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// The table of the categories (`today §3.8`): which of them are digital, and which of those are not reimbursed, is inferred where the
// sheet does not say.
extension OfferCategory {
    static let events =
        group(
            "EventType.PRATIQUE_ARTISTIQUE", isEvent: true, "ATELIER_PRATIQUE_ART SEANCE_ESSAI_PRATIQUE_ART")
        + group("EventType.CINEMA", isEvent: true, "CINE_PLEIN_AIR EVENEMENT_CINE FESTIVAL_CINE SEANCE_CINE")
        + group("EventType.MUSIQUE", isEvent: true, "CONCERT EVENEMENT_MUSIQUE FESTIVAL_MUSIQUE")
        + group(
            "EventType.CONFERENCE_DEBAT_DEDICACE", isEvent: true,
            "CONFERENCE DECOUVERTE_METIERS FESTIVAL_LIVRE RENCONTRE SALON")
        + group("EventType.JEUX", isEvent: true, "CONCOURS EVENEMENT_JEU RENCONTRE_JEU")
        + group(
            "EventType.MUSEES_PATRIMOINE", isEvent: true,
            "EVENEMENT_PATRIMOINE FESTIVAL_ART_VISUEL VISITE VISITE_GUIDEE")
        + group(
            "EventType.SPECTACLE_VIVANT", isEvent: true, "ACTIVATION_EVENT FESTIVAL_SPECTACLE SPECTACLE_REPRESENTATION")
        + group(
            "EventType.SPECTACLE_VIVANT", isEvent: true, isDigital: true, paid: .nothing,
            "LIVESTREAM_EVENEMENT LIVESTREAM_MUSIQUE LIVESTREAM_PRATIQUE_ARTISTIQUE RENCONTRE_EN_LIGNE")

    static let products = books + physicalProducts + digitalProducts

    private static let books =
        group("ThingType.LIVRE_EDITION", isEvent: false, paid: .book, "LIVRE_AUDIO_PHYSIQUE LIVRE_PAPIER")
        + group(
            "ThingType.LIVRE_EDITION", isEvent: false, isDigital: true, paid: .book,
            "ABO_LIVRE_NUMERIQUE LIVRE_NUMERIQUE")

    private static let physicalProducts =
        group("ThingType.LIVRE_EDITION", isEvent: false, "ABO_BIBLIOTHEQUE ABO_MEDIATHEQUE PARTITION")
        + group("ThingType.AUDIOVISUEL", isEvent: false, "SUPPORT_PHYSIQUE_FILM")
        + group(
            "ThingType.CINEMA_ABO", isEvent: false,
            "CARTE_CINE_ILLIMITE CARTE_CINE_MULTISEANCES CINE_VENTE_DISTANCE")
        + group("ThingType.JEUX", isEvent: false, "ABO_LUDOTHEQUE ESCAPE_GAME JEU_SUPPORT_PHYSIQUE")
        + group("ThingType.MUSEES_PATRIMOINE_ABO", isEvent: false, "CARTE_JEUNES CARTE_MUSEE MUSEE_VENTE_DISTANCE")
        + group(
            "ThingType.MUSIQUE_ABO", isEvent: false, "ABO_CONCERT ABO_SPECTACLE SPECTACLE_VENTE_DISTANCE")
        + group(
            "ThingType.MUSIQUE", isEvent: false,
            "ACHAT_INSTRUMENT BON_ACHAT_INSTRUMENT LOCATION_INSTRUMENT SUPPORT_PHYSIQUE_MUSIQUE_CD "
                + "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE")
        + group(
            "ThingType.PRATIQUE_ARTISTIQUE_ABO", isEvent: false,
            "ABO_PRATIQUE_ART ACTIVATION_THING MATERIEL_ART_CREATIF OEUVRE_ART PRATIQUE_ART_VENTE_DISTANCE")

    private static let digitalProducts =
        group(
            "ThingType.AUDIOVISUEL", isEvent: false, isDigital: true, paid: .nothing,
            "ABO_PLATEFORME_VIDEO AUTRE_SUPPORT_NUMERIQUE SPECTACLE_ENREGISTRE VISITE_VIRTUELLE VOD")
        + group(
            "ThingType.MUSIQUE", isEvent: false, isDigital: true, paid: .nothing,
            "ABO_PLATEFORME_MUSIQUE CAPTATION_MUSIQUE PODCAST TELECHARGEMENT_MUSIQUE")
        + group("ThingType.JEUX_VIDEO", isEvent: false, isDigital: true, paid: .nothing, "ABO_JEU_VIDEO JEU_EN_LIGNE")
        + group(
            "ThingType.PRESSE_ABO", isEvent: false, isDigital: true, paid: .nothing,
            "ABO_PRESSE_EN_LIGNE APP_CULTURELLE PLATEFORME_PRATIQUE_ARTISTIQUE TELECHARGEMENT_LIVRE_AUDIO")

    private static func group(
        _ type: String, isEvent: Bool, isDigital: Bool = false, paid reimbursement: Reimbursement = .standard,
        _ names: String
    ) -> [OfferCategory] {
        names.split(separator: " ").map {
            OfferCategory(
                id: String($0), isEvent: isEvent, isDigital: isDigital, reimbursement: reimbursement,
                prototypeType: type)
        }
    }
}
