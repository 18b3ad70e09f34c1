// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance

/// How to speak to a platform that is not ours.
struct TargetOptions: ParsableArguments {
    @Option(help: ArgumentHelp(tr("The Origin header to send.", "L'en-tête Origin à envoyer.")))
    var origin = CertificationConfiguration.defaultOrigin

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            tr("Use the platform's control API if it has one.", "Utiliser son API de contrôle s'il y en a une.")))
    var control = true

    @OptionGroup var ownership: OwnershipOptions

    /// What the certifier needs to know of the target.
    func configuration(url: String, desk: (any CountermarkDesk)? = nil) -> CertificationConfiguration {
        CertificationConfiguration(
            url: url, origin: origin, useControl: control, ownsEnvironment: ownership.isOwned, desk: desk)
    }
}

extension Language {
    /// The language of whoever reads.
    static var ofUser: Language { Wording.current == .french ? .french : .english }
}
