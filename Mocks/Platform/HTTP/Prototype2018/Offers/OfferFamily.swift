// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What an offer is for, in the words of the young people's application (`contract 2018-12 §6.2`).
enum OfferFamily: String, Sendable, Hashable {
    /// The activation of the pass itself: the team alone offers it.
    case activation = "Activation"
    /// Films, museums and heritage.
    case watching = "Regarder"
    /// Conferences and the like.
    case meeting = "Rencontrer"
    /// Games.
    case playing = "Jouer"
    /// Music.
    case listening = "Écouter"
    /// Art practice.
    case practising = "Pratiquer"
    /// Live shows.
    case applauding = "Applaudir"
    /// Books and the press.
    case reading = "Lire"

    /// The sentence shown with each type of the family.
    var description: String {
        switch self {
        case .activation:
            """
            Activez votre pass Culture grâce à cette offre
            """
        case .watching:
            """
            Action, science-fiction, documentaire ou comédie sentimentale ? En salle, en plein air ou \
            bien au chaud chez soi ? Et si c’était plutôt cette exposition qui allait faire son cinéma ?
            """
        case .meeting:
            """
            Parfois une simple rencontre peut changer une vie...
            """
        case .playing:
            """
            Résoudre l’énigme d’un jeu de piste dans votre ville ? Jouer en ligne entre amis ? Découvrir\
             cet univers étrange avec une manette ?
            """
        case .listening:
            """
            Plutôt rock, rap ou classique ? Sur un smartphone avec des écouteurs ou entre amis au \
            concert ?
            """
        case .practising:
            """
            Jamais osé monter sur les planches ? Tenter d’apprendre la guitare, le piano ou la \
            photographie ? Partir cinq jours découvrir un autre monde ? Bricoler dans un fablab, ou \
            pourquoi pas, enregistrer votre premier titre ?
            """
        case .applauding:
            """
            Suivre un géant de 12 mètres dans la ville ? Rire aux éclats devant un stand up ? Rêver le \
            temps d’un opéra ou d’un spectacle de danse ? Assister à une pièce de théâtre, ou se laisser\
             conter une histoire ?
            """
        case .reading:
            """
            S’abonner à un quotidien d’actualité ? À un hebdomadaire humoristique ? À un mensuel dédié à\
             la nature ? Acheter une BD ou un manga ? Ou tout simplement ce livre dont tout le monde \
            parle ?
            """
        }
    }
}
