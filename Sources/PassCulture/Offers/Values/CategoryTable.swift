// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the platform asks of each category, as far as it was read (`today §3.8`); of the others, its own routes tell
/// (``Publisher/eventCategories()``, ``Publisher/productCategories()``).
enum CategoryTable {
    /// By which route something of a category is made.
    enum Kind: Sendable {
        case event
        case product
        /// By EAN, and in no other way.
        case ean
    }

    /// Whether a field must be there.
    enum Need: Sendable {
        case required
        case optional
    }

    /// One category.
    struct Row: Sendable {
        let kind: Kind
        /// The fields it has; nil when they were not read.
        let fields: [CategoryField: Need]?

        init(_ kind: Kind, _ fields: [CategoryField: Need]?) {
            self.kind = kind
            self.fields = fields
        }
    }

    /// The rows.
    static let rows: [OfferCategory: Row] = [
        .atelierPratiqueArt: Row(.event, [.speaker: .optional]),
        .cinePleinAir: Row(.event, nil),
        .concert: Row(.event, [.author: .optional, .performer: .optional, .musicType: .optional]),
        .concours: Row(.event, nil),
        .conference: Row(.event, nil),
        .evenementCine: Row(.event, [.author: .optional, .stageDirector: .optional, .visa: .optional]),
        .evenementJeu: Row(.event, [:]),
        .evenementMusique: Row(.event, [.author: .optional, .performer: .optional, .musicType: .required]),
        .evenementPatrimoine: Row(.event, nil),
        .festivalArtVisuel: Row(.event, [.author: .optional, .performer: .optional]),
        .festivalCine: Row(.event, [.author: .optional, .stageDirector: .optional, .visa: .optional]),
        .festivalLivre: Row(.event, [:]),
        .festivalMusique: Row(.event, [.author: .optional, .performer: .optional, .musicType: .required]),
        .festivalSpectacle: Row(
            .event, [.author: .optional, .performer: .optional, .stageDirector: .optional, .showType: .required]),
        .livestreamEvenement: Row(
            .event, [.author: .optional, .performer: .optional, .stageDirector: .optional, .showType: .required]),
        .livestreamMusique: Row(.event, [.author: .optional, .performer: .optional, .musicType: .required]),
        .livestreamPratiqueArtistique: Row(.event, [:]),
        .rencontre: Row(.event, [.speaker: .optional]),
        .rencontreEnLigne: Row(.event, [.speaker: .optional]),
        .rencontreJeu: Row(.event, [:]),
        .salon: Row(.event, [.speaker: .optional]),
        .seanceCine: Row(.event, [.author: .optional, .stageDirector: .optional, .visa: .optional]),
        .seanceEssaiPratiqueArt: Row(.event, [.speaker: .optional]),
        .spectacleRepresentation: Row(
            .event, [.author: .optional, .performer: .optional, .stageDirector: .optional, .showType: .required]),
        .visite: Row(.event, [:]),
        .visiteGuidee: Row(.event, [:]),
        .aboBibliotheque: Row(.product, nil),
        .aboConcert: Row(.product, nil),
        .aboLivreNumerique: Row(.product, nil),
        .aboMediatheque: Row(.product, nil),
        .aboPlateformeMusique: Row(.product, nil),
        .aboPlateformeVideo: Row(.product, nil),
        .aboPratiqueArt: Row(.product, nil),
        .aboPresseEnLigne: Row(.product, nil),
        .aboSpectacle: Row(.product, nil),
        .achatInstrument: Row(.product, nil),
        .appCulturelle: Row(.product, nil),
        .autreSupportNumerique: Row(.product, [:]),
        .carteJeunes: Row(.product, nil),
        .carteMusee: Row(.product, nil),
        .livreAudioPhysique: Row(.product, [.author: .optional, .ean: .required]),
        .livreNumerique: Row(.product, nil),
        .locationInstrument: Row(.product, nil),
        .partition: Row(.product, [.ean: .required]),
        .plateformePratiqueArtistique: Row(.product, [:]),
        .podcast: Row(.product, [:]),
        .pratiqueArtVenteDistance: Row(.product, [.speaker: .optional]),
        .spectacleEnregistre: Row(
            .product, [.author: .optional, .performer: .optional, .stageDirector: .optional, .showType: .required]),
        .supportPhysiqueFilm: Row(.product, [.ean: .required]),
        .telechargementLivreAudio: Row(.product, [.author: .optional]),
        .telechargementMusique: Row(
            .product, [.author: .optional, .ean: .optional, .performer: .optional, .musicType: .required]),
        .visiteVirtuelle: Row(.product, [:]),
        .vod: Row(.product, [:]),
        .livrePapier: Row(.ean, nil),
        .supportPhysiqueMusiqueCd: Row(.ean, nil),
        .supportPhysiqueMusiqueVinyle: Row(.ean, nil),
    ]
}
