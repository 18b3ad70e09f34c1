// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What kind of event it is, as precisely as possible (provider document (22), "category").
public enum FeedCategory: String, Hashable, Sendable, CaseIterable {
    /// Museums and heritage (*Musées / Patrimoine*), nothing more precise.
    case museumsAndHeritage = "museums_and_heritage"
    /// A visit of a museum (*Visite libre de musée*).
    case museumTour = "museum_tour"
    /// A guided visit of a museum (*Visite guidée de musée*).
    case museumGuidedTour = "museum_guided_tour"
    /// A visit of a site (*Visite libre de site patrimonial*).
    case heritageSiteTour = "heritage_site_tour"
    /// A guided visit of a site (*Visite guidée de site patrimonial*).
    case heritageSiteGuidedTour = "heritage_site_guided_tour"
    /// An exhibition (*Exposition*).
    case exhibition
    /// The performing arts (*Spectacle vivant*); an ``EDDCode`` says which.
    case performingArts = "performing_arts"
    /// The practice of an art (*Pratique artistique*).
    case artPractice = "art_practice"
    /// A film in a cinema (*Cinéma*).
    case movieScreening = "movie_screening"
    /// A game or a contest (*Jeu, concours*).
    case game
    /// A signing, a meeting or a lecture (*Dédicace, rencontre, conférence*).
    case meeting
}
