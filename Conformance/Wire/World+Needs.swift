// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension World {
    /// Why checks that need the control API are not judged without it.
    static let needsControl = Sentence(
        "Demande l'API de contrôle (horloge, mails, équipe, paiements), que cette plateforme n'offre pas.",
        "Needs the control API (clock, mails, team, payments), which this platform does not offer.")

    /// Why ticketed events are not judged without a ticketing system that the platform can call.
    static let needsTicketOffice = Sentence(
        "Demande une billetterie que la plateforme puisse appeler : la ligne de commande en lance une pour une plateforme de cette machine.",
        "Needs a ticketing system that the platform can call: the command line starts one for a platform of this machine."
    )

    /// What is missing for something that needs this; nothing if all is there.
    func missing(for needs: CheckNeeds) -> Sentence? {
        if needs.isEmpty { return nil }
        guard hasControl else { return World.needsControl }
        return needs.contains(.ticketOffice) && office == nil ? World.needsTicketOffice : nil
    }
}
