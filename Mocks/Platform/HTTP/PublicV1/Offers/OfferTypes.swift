// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The kinds of music (`today §3.8`).
enum MusicType {
    /// Those of events.
    static let ofEvents = [
        "MUSIQUE_CLASSIQUE", "JAZZ-BLUES", "ELECTRO", "POP", "ROCK", "METAL", "ALTERNATIF", "VARIETES",
        "FUNK-SOUL-RNB-DISCO", "RAP-HIP HOP", "REGGAE-RAGGA", "MUSIQUE_DU_MONDE", "COUNTRY-FOLK", "AMBIANCE", "AUTRES",
    ]
    /// All of them.
    static let all = ofEvents + ["BANDES_ORIGINALES", "VIDEOS_MUSICALES", "COMPILATIONS", "ENFANTS"]
}

/// The kinds of shows: families and what is in them, each with an `OTHER`, and a bare one (`today §3.8`).
enum ShowType {
    /// All of them.
    static let all =
        families.split(separator: "\n").flatMap { line -> [String] in
            let words = line.split(separator: " ")
            return (words.dropFirst() + ["OTHER"]).map { "\(words[0])-\($0)" }
        } + ["OTHER"]

    private static let families = """
        ART_DE_LA_RUE CARNAVAL FANFARE MIME PARADE THEATRE_DE_RUE THEATRE_PROMENADE
        CIRQUE CIRQUE_CONTEMPORAIN CIRQUE_HORS_LES_MURS CIRQUE_TRADITIONNEL CIRQUE_VOYAGEUR CLOWN HYPNOSE MENTALISTE \
        SPECTACLE_DE_MAGIE SPECTACLE_EQUESTRE
        DANSE BALLET CANCAN CLAQUETTE CLASSIQUE CONTEMPORAINE DANSE_DU_MONDE FLAMENCO MODERNE_JAZZ SALSA SWING TANGO URBAINE
        HUMOUR CAFE_THEATRE IMPROVISATION SEUL_EN_SCENE SKETCH STAND_UP VENTRILOQUE
        SPECTACLE_MUSICAL CABARET CAFE_CONCERT CLAQUETTE COMEDIE_MUSICALE OPERA_BOUFFE OPERETTE REVUE BURLESQUE \
        COMEDIE_BALLET OPERA_COMIQUE OPERA_BALLET THEATRE_MUSICAL
        SPECTACLE_JEUNESSE CONTE THEATRE_JEUNESSE SPECTACLE_PETITE_ENFANCE MAGIE_ENFANCE SPECTACLE_PEDAGOGIQUE MARIONETTES \
        COMEDIE_MUSICALE_JEUNESSE THEATRE_D_OMBRES
        THEATRE BOULEVARD CLASSIQUE COMEDIE CONTEMPORAIN LECTURE SPECTACLE_SCENOGRAPHIQUE THEATRE_EXPERIMENTAL \
        THEATRE_D_OBJET TRAGEDIE
        PLURIDISCIPLINAIRE PERFORMANCE POESIE
        OTHER SON_ET_LUMIERE SPECTACLE_SUR_GLACE SPECTACLE_HISTORIQUE SPECTACLE_AQUATIQUE
        OPERA OPERA_SERIE GRAND_OPERA OPERA_BOUFFE OPERA_COMIQUE OPERA_BALLET SINGSPIEL
        """
}

/// `GET …/categories`, `…/music_types/…` and `…/show_types`: what offers can be (`today §3.8`).
enum OfferTypeRoutes {
    static let routes = [
        PublicV1.route("GET", "/public/offers/v1/events/categories") { _ in
            .json(
                .array(
                    PublicCategory.all(.event).map { category in
                        [
                            "id": .string(category.id), "conditionalFields": category.conditionalFields,
                            "label": WireJSON.text(category.label),
                        ]
                    }))
        },
        PublicV1.route("GET", "/public/offers/v1/products/categories") { _ in
            .json(
                .array(
                    PublicCategory.all(.thing).map { category in
                        [
                            "id": .string(category.id), "conditionalFields": category.conditionalFields,
                            "locationType": .string(category.isDigital ? "DIGITAL" : "PHYSICAL"),
                        ]
                    }))
        },
        types("/public/offers/v1/music_types/all", MusicType.all),
        types("/public/offers/v1/music_types/event", MusicType.ofEvents),
        types("/public/offers/v1/show_types", ShowType.all),
    ]

    private static func types(_ template: String, _ slugs: [String]) -> Route {
        PublicV1.route("GET", template) { _ in
            .json(.array(slugs.map { ["id": .string($0), "label": .string(label($0))] }))
        }
    }

    /// What a slug reads like: `ART_DE_LA_RUE-CARNAVAL` is `Art de la rue - Carnaval`. The sheet does not have the labels.
    private static func label(_ slug: String) -> String {
        slug.split(separator: "-").map { part in
            let words = part.lowercased().split(separator: "_").joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }.joined(separator: " - ")
    }
}
