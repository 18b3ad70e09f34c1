// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import PassCulture

/// How a desk works.
struct DeskSettingsOptions: ParsableArguments {
    @Option(help: ArgumentHelp(tr("The till's name, for reports.", "Le nom de la caisse, pour les rapports.")))
    var till = "caisse"

    @Option(help: ArgumentHelp(tr("The venue's name, for reports.", "Le nom du lieu, pour les rapports.")))
    var venue: String?

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            tr("Stores what cannot be sent, within limits.", "Garde ce qui ne peut être envoyé, dans des limites.")))
    var offline = true

    @Option(help: ArgumentHelp(tr("How many may wait.", "Combien peuvent attendre.")))
    var offlineCount = 100

    @Option(
        help: ArgumentHelp(
            tr("How many hours the oldest may wait.", "Combien d'heures la plus ancienne peut attendre.")))
    var offlineHours = 24

    @Option(
        help: ArgumentHelp(
            tr("How many cents may wait together, where known.", "Combien de centimes peuvent attendre, si connus.")))
    var offlineCents: Int64?

    @Flag(
        help: ArgumentHelp(
            tr(
                "Lets validate later what the guide does not; it shows in reports.",
                "Permet de valider plus tard ce que le guide interdit ; les rapports le montrent.")))
    var lateAgainstTheGuide = false

    @Flag(
        help: ArgumentHelp(
            tr(
                "Declares that all tills of the venue share this outbox: it may then raise probable to validated.",
                "Déclare que toutes les caisses du lieu partagent ce registre : il peut alors changer probable en validée."
            )))
    var sharedLedger = false

    func validate() throws {
        guard offlineCount >= 0, (0...8_760).contains(offlineHours), offlineCents ?? 0 >= 0 else {
            throw ValidationError(
                tr("a limit is 0 or more, and at most 8760 hours", "une limite vaut 0 ou plus, et au plus 8760 heures"))
        }
    }

    /// The settings of the desk.
    var settings: Desk.Settings {
        let limits = OfflineLimits(count: offlineCount, age: .hours(Int64(offlineHours)), amountCents: offlineCents)
        return Desk.Settings(
            till: till, venue: venue, offline: offline ? .store(limits) : .refuse,
            allowsLateValidationAgainstTheGuide: lateAgainstTheGuide, promotion: sharedLedger ? .ledger : .person)
    }
}
