// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Platform

/// What a till is told of the platform that it is judged at.
extension StartedPlatform {
    /// What a till is told in its environment: the platform, and who it is there; no other way of being somebody.
    var tillEnvironment: [String: String?] {
        var variables: [String: String?] = [:]
        for name in Furnished.tillVariables { variables.updateValue(nil, forKey: name) }
        for (name, value) in furnished.till(at: baseURL) { variables.updateValue(value, forKey: name) }
        for (name, value) in Self.withoutProxy { variables.updateValue(value, forKey: name) }
        return variables
    }

    /// What the till was told and may stand in no report.
    var tillSecrets: [String] {
        furnished.till(at: baseURL).filter { ["PASSCULTURE_KEY", "PASSCULTURE_PASSWORD"].contains($0.name) }.map(
            \.value)
    }

    /// What whoever sits at the till is told first.
    var tillInvitation: String {
        let export = "\n\n  \(furnished.export(at: baseURL))\n\n"
        return tr(
            "A local platform is there for your till, which is this partner:",
            "Une plateforme locale attend votre caisse, qui est ce partenaire :")
            + export + addressNote
            + tr(
                "Press each button once. After failures a till may send nothing for a while: wait as long before the next countermark.",
                "N'appuyez qu'une fois. Après des pannes, une caisse peut ne plus rien envoyer un moment : attendez avant la contremarque suivante."
            )
    }
}
