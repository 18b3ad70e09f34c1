// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// What an online platform meets at the platform that it is judged at.
extension StartedPlatform {
    /// The links of the bookings of ``OnlineSeed``, and of any other countermark.
    ///
    /// - Throws: a ``CommandExit`` when the platform does not tell them.
    func links(_ address: String) throws(CommandExit) -> GateLinks {
        let told = furnished.texts
        var booked: [String: GateLinks.Link] = [:]
        for name in OnlineSeed.bookings {
            guard let code = told[name], let email = told[name + "-email"], let url = told[name + "-link"] else {
                throw .unreachable(tr("The platform tells no link.", "La plateforme ne donne pas de lien."))
            }
            booked[name] = GateLinks.Link(code: code, email: email, url: url)
        }
        return GateLinks(template: address, offerID: told["offer"] ?? "", booked: booked)
    }

    /// What a program that follows links is told in its environment: where the platform is that stands in for the pass Culture.
    var onlineEnvironment: [String: String?] {
        var variables: [String: String?] = ["PASSCULTURE_URL": baseURL]
        for (name, value) in Self.withoutProxy { variables.updateValue(value, forKey: name) }
        return variables
    }

    /// What whoever opens the links is told first.
    var onlineInvitation: String {
        tr(
            "A local platform is there for your online platform, which asks it about countermarks in the place of the pass Culture:",
            "Une plateforme locale attend votre plateforme en ligne, qui l'interroge à la place du pass Culture :")
            + "\n\n  \(baseURL)\n\n" + addressNote
            + tr(
                "Open each link once. After failures your online platform may send nothing for a while: wait as long before the next link.",
                "N'ouvrez chaque lien qu'une fois. Après des pannes, votre plateforme peut ne plus rien envoyer un moment : attendez avant le lien suivant."
            )
    }
}
