// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The language that people read: French when the machine's is French, English otherwise; `--lang` decides.
enum Wording: String {
    /// French.
    case french = "fr"
    /// English.
    case english = "en"

    /// The language of this run, decided before anything is parsed, because the help text needs it.
    static let current = Wording(arguments: CommandLine.arguments, environment: environmentValue)

    /// Decides from `--lang` in the arguments, and failing that from `LC_ALL`, `LC_MESSAGES` and `LANG`, in that order.
    init(arguments: [String], environment: (String) -> String?) {
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", arguments.indices.contains(index + 1),
                let language = Wording(rawValue: arguments[index + 1])
            {
                self = language
                return
            }
            if argument.hasPrefix("--lang="), let language = Wording(rawValue: String(argument.dropFirst(7))) {
                self = language
                return
            }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        self = locale?.hasPrefix("fr") == true ? .french : .english
    }
}

/// Whichever of the two sentences the user reads.
func tr(_ english: String, _ french: String) -> String {
    Wording.current == .french ? french : english
}

/// The value of an environment variable, or nothing if it is not set.
func environmentValue(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
