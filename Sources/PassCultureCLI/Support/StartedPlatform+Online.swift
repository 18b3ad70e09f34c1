// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// What an online platform meets at the platform that it is judged at.
extension StartedPlatform {
    /// The seed for an online platform that speaks an edition.
    ///
    /// - Throws: ``SeedError`` when the address cannot stand in a seed.
    static func onlineSeed(_ edition: ContractEdition, leadingTo address: String) throws(SeedError) -> Seed {
        edition == .publicV1 ? try OnlineSeed.seedOfToday() : try OnlineSeed.seed(leadingTo: address)
    }

    /// The links of the bookings of ``OnlineSeed``, and of any other countermark.
    ///
    /// - Throws: a ``CommandExit`` when the platform does not tell them.
    func links(_ edition: ContractEdition, to address: String) throws(CommandExit) -> GateLinks {
        let told = furnished.texts
        func text(_ name: String) throws(CommandExit) -> String {
            if let text = told[name] { return text }
            throw .unreachable(tr("The platform tells no \(name).", "La plateforme ne donne pas \(name)."))
        }
        let offer = try text("offer")
        guard edition == .prototype2018 else {
            return GateLinks(
                ofToday: address, offerID: offer, booked: try text("booked"), by: try text("booked-email"),
                magic: String(MagicTokens.number))
        }
        var booked: [String: GateLinks.Link] = [:]
        for name in OnlineSeed.bookings {
            booked[name] = GateLinks.Link(
                code: try text(name), email: try text(name + "-email"), url: try text(name + "-link"))
        }
        return GateLinks(template: address, offerID: offer, booked: booked)
    }

    /// What whoever runs the online platform is told first.
    var onlineInvitation: String {
        tr(
            "A local platform is there for your online platform, which asks it in the place of the pass Culture:",
            "Une plateforme locale attend votre plateforme en ligne, qui l'interroge à la place du pass Culture :")
            + "\n\n  \(furnished.export(at: baseURL))\n\n" + addressNote
    }

    /// What whoever opens the links is told then.
    static var advice: String {
        tr(
            "Open each link once. After failures your online platform may send nothing for a while: wait as long before the next link.",
            "N'ouvrez chaque lien qu'une fois. Après des pannes, votre plateforme peut ne plus rien envoyer un moment : attendez avant le lien suivant."
        )
    }
}
