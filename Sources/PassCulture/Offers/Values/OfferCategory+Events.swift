// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OfferCategory {
    /// A workshop of an art.
    public static let atelierPratiqueArt = OfferCategory(rawValue: "ATELIER_PRATIQUE_ART")
    /// An open-air cinema.
    public static let cinePleinAir = OfferCategory(rawValue: "CINE_PLEIN_AIR")
    /// A concert.
    public static let concert = OfferCategory(rawValue: "CONCERT")
    /// A contest.
    public static let concours = OfferCategory(rawValue: "CONCOURS")
    /// A lecture.
    public static let conference = OfferCategory(rawValue: "CONFERENCE")
    /// A cinema event.
    public static let evenementCine = OfferCategory(rawValue: "EVENEMENT_CINE")
    /// A games event.
    public static let evenementJeu = OfferCategory(rawValue: "EVENEMENT_JEU")
    /// A music event of another kind.
    public static let evenementMusique = OfferCategory(rawValue: "EVENEMENT_MUSIQUE")
    /// A heritage event.
    public static let evenementPatrimoine = OfferCategory(rawValue: "EVENEMENT_PATRIMOINE")
    /// A festival of visual arts.
    public static let festivalArtVisuel = OfferCategory(rawValue: "FESTIVAL_ART_VISUEL")
    /// A film festival.
    public static let festivalCine = OfferCategory(rawValue: "FESTIVAL_CINE")
    /// A book fair.
    public static let festivalLivre = OfferCategory(rawValue: "FESTIVAL_LIVRE")
    /// A music festival.
    public static let festivalMusique = OfferCategory(rawValue: "FESTIVAL_MUSIQUE")
    /// A festival of shows.
    public static let festivalSpectacle = OfferCategory(rawValue: "FESTIVAL_SPECTACLE")
    /// A show, as it is streamed.
    public static let livestreamEvenement = OfferCategory(rawValue: "LIVESTREAM_EVENEMENT")
    /// A concert, as it is streamed.
    public static let livestreamMusique = OfferCategory(rawValue: "LIVESTREAM_MUSIQUE")
    /// A lesson of an art, as it is streamed.
    public static let livestreamPratiqueArtistique = OfferCategory(rawValue: "LIVESTREAM_PRATIQUE_ARTISTIQUE")
    /// A meeting.
    public static let rencontre = OfferCategory(rawValue: "RENCONTRE")
    /// A meeting on line.
    public static let rencontreEnLigne = OfferCategory(rawValue: "RENCONTRE_EN_LIGNE")
    /// A meeting to play.
    public static let rencontreJeu = OfferCategory(rawValue: "RENCONTRE_JEU")
    /// A fair or a convention.
    public static let salon = OfferCategory(rawValue: "SALON")
    /// A cinema seat.
    public static let seanceCine = OfferCategory(rawValue: "SEANCE_CINE")
    /// A trial lesson of an art.
    public static let seanceEssaiPratiqueArt = OfferCategory(rawValue: "SEANCE_ESSAI_PRATIQUE_ART")
    /// A show.
    public static let spectacleRepresentation = OfferCategory(rawValue: "SPECTACLE_REPRESENTATION")
    /// A visit.
    public static let visite = OfferCategory(rawValue: "VISITE")
    /// A guided visit.
    public static let visiteGuidee = OfferCategory(rawValue: "VISITE_GUIDEE")
}
