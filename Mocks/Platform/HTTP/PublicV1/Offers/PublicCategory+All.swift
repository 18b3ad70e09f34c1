// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

// The table of the sheet (`today §3.8`). Of categories that the sheet did not read the fields are left out; labels are the kit's own.
extension PublicCategory {
    static let events = rows(
        """
        ATELIER_PRATIQUE_ART speaker | Atelier, stage de pratique artistique
        CINE_PLEIN_AIR | Cinéma plein air
        CONCERT author performer musicType | Concert
        CONCOURS | Concours
        CONFERENCE | Conférence
        EVENEMENT_CINE author stageDirector visa | Évènement cinématographique
        EVENEMENT_JEU | Évènement jeux
        EVENEMENT_MUSIQUE author performer musicType* | Autre type d'évènement musical
        EVENEMENT_PATRIMOINE | Évènement et atelier patrimoine
        FESTIVAL_ART_VISUEL author performer | Festival d'arts visuels
        FESTIVAL_CINE author stageDirector visa | Festival de cinéma
        FESTIVAL_LIVRE | Festival et salon du livre
        FESTIVAL_MUSIQUE author performer musicType* | Festival de musique
        FESTIVAL_SPECTACLE author performer stageDirector showType* | Festival de spectacle vivant
        LIVESTREAM_EVENEMENT author performer stageDirector showType* | Livestream d'évènement
        LIVESTREAM_MUSIQUE author performer musicType* | Livestream musical
        LIVESTREAM_PRATIQUE_ARTISTIQUE | Pratique artistique, livestream
        RENCONTRE speaker | Rencontre
        RENCONTRE_EN_LIGNE speaker | Rencontre en ligne
        RENCONTRE_JEU | Rencontres de jeux
        SALON speaker | Salon, convention
        SEANCE_CINE author stageDirector visa | Séance de cinéma
        SEANCE_ESSAI_PRATIQUE_ART speaker | Séance d'essai
        SPECTACLE_REPRESENTATION author performer stageDirector showType* | Spectacle, représentation
        VISITE | Visite
        VISITE_GUIDEE | Visite guidée
        """)

    static let products = rows(
        """
        ABO_BIBLIOTHEQUE
        ABO_CONCERT
        ABO_LIVRE_NUMERIQUE
        ABO_MEDIATHEQUE
        ABO_PLATEFORME_MUSIQUE
        ABO_PLATEFORME_VIDEO
        ABO_PRATIQUE_ART
        ABO_PRESSE_EN_LIGNE
        ABO_SPECTACLE
        ACHAT_INSTRUMENT
        APP_CULTURELLE
        AUTRE_SUPPORT_NUMERIQUE
        CARTE_JEUNES
        CARTE_MUSEE
        LIVRE_AUDIO_PHYSIQUE author ean*
        LIVRE_NUMERIQUE
        LOCATION_INSTRUMENT
        PARTITION ean*
        PLATEFORME_PRATIQUE_ARTISTIQUE
        PODCAST
        PRATIQUE_ART_VENTE_DISTANCE speaker
        SPECTACLE_ENREGISTRE author performer stageDirector showType*
        SUPPORT_PHYSIQUE_FILM ean*
        TELECHARGEMENT_LIVRE_AUDIO author
        TELECHARGEMENT_MUSIQUE author ean performer musicType*
        VISITE_VIRTUELLE
        VOD
        """)

    private static func rows(_ text: String) -> [PublicCategory] {
        text.split(separator: "\n").map { PublicCategory($0) }
    }
}
