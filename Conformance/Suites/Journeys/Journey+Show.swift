// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension Journey {
    /// The theatre (guide G24): cancelling before the 72 hours is possible, within them it is not.
    static let show = Journey(
        id: "show", category: .show,
        title: Sentence(
            "Spectacle : une annulation à temps, une trop tardive, une place honorée.",
            "Show: one cancellation in time, one too late, one seat taken."),
        requirements: ["PC-JO-003"],
        steps: JourneyStep.account
            + [
                .venue("Théâtre des Lilas"), .offer(.show, "Cyrano de Bergerac"),
                .date(
                    cents: 2_200, seats: 30,
                    title: Sentence(
                        "Ajoute une représentation, son prix et ses places.",
                        "Adds a performance, its price and its seats.")
                ),
                .youngAccounts(["Ida", "Leo", "Sam"]), .teaser(seenBy: "Ida"), .seen(by: "Ida"),
                .booking(["Ida", "Leo", "Sam"]), .mails("Ida"), inTime, late, .bookingsScreen(["Leo", "Sam"]), evening,
                .handOver(
                    "check-in", "Sam",
                    Sentence(
                        "Avant le spectacle, le théâtre contrôle et valide la contremarque de Sam.",
                        "Before the show the theatre checks and validates Sam's countermark."),
                    requirements: ["PC-CM-009"], offer: \.offer),
            ] + JourneyStep.bank(.venue)
            + JourneyStep.transfer(["PC-RE-001", "PC-RE-002", "PC-RE-004", "PC-RE-007"])
            + [.reimbursements, .wallets])

    private static let inTime = JourneyStep(
        "cancel-in-time", .young,
        Sentence(
            "Quatre jours avant, Ida annule : son crédit revient.",
            "Four days before, Ida cancels: the credit comes back."),
        ["PC-CA-001", "PC-CA-007", "PC-WA-007"], needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning - .days(4))
        let answer = try await play.wire.askCancellation(play.booking("Ida"), by: play.person("Ida")).expect(200)
        try answer.require(answer.json?["isCancelled"] == true, "isCancelled: true")
        play.expectedWallets["Ida", default: 0] += play.stock.cents
        let left = try await play.wire.wallet(of: play.person("Ida"))
        try play.require(left == play.credit, "the whole credit back: \(play.credit) cents", "\(left) cents")
        try await play.expect(play.desk.check(play.deskRequest("Ida")), .cancelled)
        play.tell(
            "22,00 € reviennent à Ida ; sa contremarque ne vaut plus rien.",
            "€22.00 go back to Ida; her countermark is worth nothing now.")
    }

    private static let late = JourneyStep(
        "cancel-too-late", .young,
        Sentence(
            "Deux jours avant, Leo veut annuler : le délai de 72 heures est passé.",
            "Two days before, Leo wants to cancel: the 72 hours have begun."),
        ["PC-CA-007"], needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning - .days(2))
        let answer = try await play.wire.askCancellation(play.booking("Leo"), by: play.person("Leo"))
        switch answer.status {
        case 400:
            try answer.expect(400, key: "booking")
            play.saw(.cancellationDelay, .documented)
            play.owed[play.booking("Leo").id] = play.stock.cents
            play.tell(
                "Refusé : le théâtre sera payé, que Leo vienne ou non.",
                "Refused: the theatre will be paid whether Leo comes or not.")
        case 200:
            play.saw(.cancellationDelay, .observed)
            play.expectedWallets["Leo", default: 0] += play.stock.cents
            play.tell(
                "Accepté : le service observé n'applique aucun délai.",
                "Accepted: the observed service applies no delay.")
        default: throw answer.failure("400 under \"booking\" (documented) or 200 (observed)")
        }
    }

    private static let evening = JourneyStep(
        "evening", .time, Sentence("C'est le soir de la première.", "It is the evening of the show."), [],
        needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning - .minutes(20))
    }
}
