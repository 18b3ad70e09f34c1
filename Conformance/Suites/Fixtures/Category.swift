// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The five kinds of offers of the guide (G22–G26), and the offer type that stands for each on the wire.
public enum Category: String, Sendable, CaseIterable {
    /// A session at the cinema.
    case cinema
    /// A book at the bookshop.
    case books
    /// A performance.
    case show
    /// A workshop in several sessions.
    case practice
    /// Something used on the partner's site.
    case digital

    /// The `type` of the offer (contract 2018-12 §6.2).
    var wireType: String {
        switch self {
        case .cinema: "EventType.CINEMA"
        case .books: "ThingType.LIVRE_EDITION"
        case .show: "EventType.SPECTACLE_VIVANT"
        case .practice: "EventType.PRATIQUE_ARTISTIQUE"
        case .digital: "ThingType.AUDIOVISUEL"
        }
    }

    /// Whether it happens at a date.
    var isEvent: Bool {
        wireType.hasPrefix("EventType")
    }

    /// Its name.
    public var name: Sentence {
        switch self {
        case .cinema: Sentence("cinéma", "cinema")
        case .books: Sentence("livres", "books")
        case .show: Sentence("spectacle", "show")
        case .practice: Sentence("pratique artistique", "art practice")
        case .digital: Sentence("numérique", "digital")
        }
    }
}
