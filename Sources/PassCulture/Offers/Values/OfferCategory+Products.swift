// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OfferCategory {
    /// A subscription to a library.
    public static let aboBibliotheque = OfferCategory(rawValue: "ABO_BIBLIOTHEQUE")
    /// A subscription to concerts.
    public static let aboConcert = OfferCategory(rawValue: "ABO_CONCERT")
    /// A subscription to digital books.
    public static let aboLivreNumerique = OfferCategory(rawValue: "ABO_LIVRE_NUMERIQUE")
    /// A subscription to a media library.
    public static let aboMediatheque = OfferCategory(rawValue: "ABO_MEDIATHEQUE")
    /// A subscription to a music platform.
    public static let aboPlateformeMusique = OfferCategory(rawValue: "ABO_PLATEFORME_MUSIQUE")
    /// A subscription to a video platform.
    public static let aboPlateformeVideo = OfferCategory(rawValue: "ABO_PLATEFORME_VIDEO")
    /// A subscription to lessons of an art.
    public static let aboPratiqueArt = OfferCategory(rawValue: "ABO_PRATIQUE_ART")
    /// A subscription to a newspaper on line.
    public static let aboPresseEnLigne = OfferCategory(rawValue: "ABO_PRESSE_EN_LIGNE")
    /// A subscription to shows.
    public static let aboSpectacle = OfferCategory(rawValue: "ABO_SPECTACLE")
    /// A musical instrument.
    public static let achatInstrument = OfferCategory(rawValue: "ACHAT_INSTRUMENT")
    /// A cultural app.
    public static let appCulturelle = OfferCategory(rawValue: "APP_CULTURELLE")
    /// Something digital of another kind.
    public static let autreSupportNumerique = OfferCategory(rawValue: "AUTRE_SUPPORT_NUMERIQUE")
    /// A youth card.
    public static let carteJeunes = OfferCategory(rawValue: "CARTE_JEUNES")
    /// A museum card.
    public static let carteMusee = OfferCategory(rawValue: "CARTE_MUSEE")
    /// An audio book on a disc.
    public static let livreAudioPhysique = OfferCategory(rawValue: "LIVRE_AUDIO_PHYSIQUE")
    /// A digital book.
    public static let livreNumerique = OfferCategory(rawValue: "LIVRE_NUMERIQUE")
    /// The hire of a musical instrument.
    public static let locationInstrument = OfferCategory(rawValue: "LOCATION_INSTRUMENT")
    /// A score.
    public static let partition = OfferCategory(rawValue: "PARTITION")
    /// A platform that teaches an art.
    public static let plateformePratiqueArtistique = OfferCategory(rawValue: "PLATEFORME_PRATIQUE_ARTISTIQUE")
    /// A podcast.
    public static let podcast = OfferCategory(rawValue: "PODCAST")
    /// A kit or course of an art, sold at a distance.
    public static let pratiqueArtVenteDistance = OfferCategory(rawValue: "PRATIQUE_ART_VENTE_DISTANCE")
    /// A recorded show.
    public static let spectacleEnregistre = OfferCategory(rawValue: "SPECTACLE_ENREGISTRE")
    /// A film on a disc.
    public static let supportPhysiqueFilm = OfferCategory(rawValue: "SUPPORT_PHYSIQUE_FILM")
    /// An audio book to download.
    public static let telechargementLivreAudio = OfferCategory(rawValue: "TELECHARGEMENT_LIVRE_AUDIO")
    /// Music to download.
    public static let telechargementMusique = OfferCategory(rawValue: "TELECHARGEMENT_MUSIQUE")
    /// A virtual visit.
    public static let visiteVirtuelle = OfferCategory(rawValue: "VISITE_VIRTUELLE")
    /// Video on demand.
    public static let vod = OfferCategory(rawValue: "VOD")
}

// Published by EAN alone.

extension OfferCategory {
    /// A paper book.
    public static let livrePapier = OfferCategory(rawValue: "LIVRE_PAPIER")
    /// A compact disc.
    public static let supportPhysiqueMusiqueCd = OfferCategory(rawValue: "SUPPORT_PHYSIQUE_MUSIQUE_CD")
    /// A vinyl record.
    public static let supportPhysiqueMusiqueVinyle = OfferCategory(rawValue: "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE")
}
