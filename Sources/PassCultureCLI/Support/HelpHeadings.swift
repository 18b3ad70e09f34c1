// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The fixed words of the argument parser's help, which knows English alone.
enum HelpHeadings {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"),
        ("SUBCOMMANDS:", "SOUS-COMMANDES :"), ("Show the version.", "Affiche la version."),
        ("Show help information.", "Affiche cette aide."), ("(default:", "(par défaut :"), ("(values:", "(valeurs :"),
        ("; default:", " ; par défaut :"),
        (
            "  See 'passculture help <subcommand>' for detailed help.",
            "  « passculture help <sous-commande> » en dit plus."
        ),
    ]

    /// The help text with these words in French; completion scripts and versions have none of them and pass unchanged.
    static func inFrench(_ help: String) -> String {
        guard help.hasPrefix("OVERVIEW: ") else { return help }
        return words.reduce(help) { text, pair in
            var text = text
            while let range = text.firstRange(of: pair.0) { text.replaceSubrange(range, with: pair.1) }
            return text
        }
    }
}
