// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps in which the partner makes an offer and young people come to see it.
extension JourneyStep {
    /// An offer of the journey's category on the journey's venue.
    static func offer(_ category: Category, _ title: String) -> JourneyStep {
        JourneyStep(
            "offer", .partner,
            Sentence("Crée l'offre « \(title) ».", "Makes the offer \"\(title)\"."), ["PC-OF-001", "PC-OF-002"]
        ) { play in
            let name = play.world.names.title(title)
            play.offer = try await play.wire.newOffer(category, of: play.partner, venue: play.venue, title: name)
            play.tell(
                "L'offre \(play.offer.id) existe ; sans date ni prix, elle n'est pas visible.",
                "The offer \(play.offer.id) exists; without date and price it is not visible.")
        }
    }

    /// A date in ten days, its price and its seats; bookable until an hour before.
    static func date(cents: Int64, seats: Int, title: Sentence) -> JourneyStep {
        JourneyStep("date", .partner, title, ["PC-CV-014", "PC-CV-015"]) { play in
            let hour = try await play.wire.now().microseconds / 3_600_000_000
            let beginning = Instant(microseconds: hour * 3_600_000_000) + .days(10)
            play.stock = try await play.wire.newStock(
                play.offer, of: play.partner, cents: cents, available: seats, beginning: beginning)
            play.tell(
                "\(seats) places à \(Money.text(cents, in: .french)), le \(FrenchDate.moment(beginning, in: .paris)).",
                "\(seats) seats at \(Money.text(cents, in: .english)), on \(beginning.iso8601).")
        }
    }

    /// Without a teaser the offer is hidden; with one it shows.
    static func teaser(seenBy name: String) -> JourneyStep {
        JourneyStep(
            "teaser", .partner,
            Sentence(
                "Ajoute une accroche : sans elle, l'offre n'est pas sur l'écran principal.",
                "Adds a teaser image: without one the offer is not on the main screen."),
            ["PC-VI-002", "PC-OF-015"]
        ) { play in
            let shownBefore = try await play.wire.isShown(play.offer, to: play.person(name))
            try play.require(!shownBefore, "the offer to be hidden without teaser", "it is shown")
            let answer = try await play.wire.addTeaser(play.offer, of: play.partner)
            try answer.require(answer.json?["thumbCount"]?.intValue == 1, "thumbCount: 1")
            play.tell("L'accroche est enregistrée.", "The teaser is saved.")
        }
    }

    /// The offer shows among those that a young person discovers.
    static func seen(by name: String) -> JourneyStep {
        JourneyStep(
            "seen", .young,
            Sentence(
                "\(name) découvre l'offre sur l'écran principal.", "\(name) discovers the offer on the main screen."),
            ["PC-VI-003"]
        ) { play in
            let shown = try await play.wire.isShown(play.offer, to: play.person(name))
            try play.require(
                shown, "the offer to be shown: price, seats, teaser and limit are there", "it is not shown")
            play.tell("L'offre est visible.", "The offer is visible.")
        }
    }
}
