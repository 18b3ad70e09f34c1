// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr("Language: fr or en.", "Langue : fr ou en."),
            discussion: tr(
                "By default that of LC_ALL, LC_MESSAGES or LANG.", "Par défaut celle de LC_ALL, LC_MESSAGES ou LANG.")))
    var lang: String?

    func validate() throws {
        if let lang, Wording(rawValue: lang) == nil {
            throw ValidationError(tr("--lang is fr or en, not '\(lang)'", "--lang vaut fr ou en, pas « \(lang) »"))
        }
    }
}
