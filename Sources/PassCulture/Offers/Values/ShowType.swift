// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A kind of show: a family and a kind in it, `THEATRE-BOULEVARD`. Others than those known here may be taken: ``Publisher/showTypes()`` tells.
public struct ShowType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word of the wire.
    public let rawValue: String

    /// Takes a word of the wire, known here or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A kind of a family, such as `("THEATRE", "BOULEVARD")`.
    public init(_ family: String, _ kind: String) { rawValue = "\(family)-\(kind)" }

    /// The word of the wire.
    public var description: String { rawValue }

    /// What fits nowhere else.
    public static let other = ShowType(rawValue: "OTHER")

    /// What `today §3.8` lists: the kinds of each family, each family's `OTHER`, and the one that fits nowhere.
    public static let known: [ShowType] =
        families.flatMap { family, kinds in
            (kinds.split { $0 == " " || $0 == "\n" }.map(String.init) + ["OTHER"]).map { ShowType(family, $0) }
        } + [other]

    private static let families: [(String, String)] = [
        (
            "ART_DE_LA_RUE",
            """
            CARNAVAL FANFARE MIME PARADE THEATRE_DE_RUE THEATRE_PROMENADE
            """
        ),
        (
            "CIRQUE",
            """
            CIRQUE_CONTEMPORAIN CIRQUE_HORS_LES_MURS CIRQUE_TRADITIONNEL CIRQUE_VOYAGEUR CLOWN HYPNOSE
            MENTALISTE SPECTACLE_DE_MAGIE SPECTACLE_EQUESTRE
            """
        ),
        (
            "DANSE",
            """
            BALLET CANCAN CLAQUETTE CLASSIQUE CONTEMPORAINE DANSE_DU_MONDE FLAMENCO MODERNE_JAZZ SALSA
            SWING TANGO URBAINE
            """
        ),
        (
            "HUMOUR",
            """
            CAFE_THEATRE IMPROVISATION SEUL_EN_SCENE SKETCH STAND_UP VENTRILOQUE
            """
        ),
        (
            "SPECTACLE_MUSICAL",
            """
            CABARET CAFE_CONCERT CLAQUETTE COMEDIE_MUSICALE OPERA_BOUFFE OPERETTE REVUE BURLESQUE
            COMEDIE_BALLET OPERA_COMIQUE OPERA_BALLET THEATRE_MUSICAL
            """
        ),
        (
            "SPECTACLE_JEUNESSE",
            """
            CONTE THEATRE_JEUNESSE SPECTACLE_PETITE_ENFANCE MAGIE_ENFANCE SPECTACLE_PEDAGOGIQUE
            MARIONETTES COMEDIE_MUSICALE_JEUNESSE THEATRE_D_OMBRES
            """
        ),
        (
            "THEATRE",
            """
            BOULEVARD CLASSIQUE COMEDIE CONTEMPORAIN LECTURE SPECTACLE_SCENOGRAPHIQUE
            THEATRE_EXPERIMENTAL THEATRE_D_OBJET TRAGEDIE
            """
        ),
        (
            "PLURIDISCIPLINAIRE",
            """
            PERFORMANCE POESIE
            """
        ),
        (
            "OTHER",
            """
            SON_ET_LUMIERE SPECTACLE_SUR_GLACE SPECTACLE_HISTORIQUE SPECTACLE_AQUATIQUE
            """
        ),
        (
            "OPERA",
            """
            OPERA_SERIE GRAND_OPERA OPERA_BOUFFE OPERA_COMIQUE OPERA_BALLET SINGSPIEL
            """
        ),
    ]
}
