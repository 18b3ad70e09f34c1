// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
package import PlatformDomain

/// The table of divergences for people and for programs: what `passculture mock --divergences` prints and what the documentation's page
/// is made of.
package enum DivergenceTable {
    /// How it is written.
    package enum Form: Sendable, Hashable {
        /// Four lines a row, for a terminal.
        case plain
        /// A JSON list of objects.
        case json
        /// The documentation's page, `Mocks/Documentation/Divergences.md`.
        case markdown
    }

    /// The whole table, without a line feed at its end.
    package static func text(_ form: Form, of divergences: [Divergence] = Divergence.all) -> String {
        switch form {
        case .plain: divergences.map(paragraph).joined(separator: "\n\n")
        case .json: JSONValue.array(divergences.map(object)).text(.pretty)
        case .markdown: page(divergences)
        }
    }

    private static func paragraph(_ divergence: Divergence) -> String {
        """
        \(divergence.id)
          documented  \(divergence.documented)
          observed    \(divergence.observed)
          shows in    \(divergence.example)
          source      \(divergence.source)
        """
    }

    private static func object(_ divergence: Divergence) -> JSONValue {
        [
            "id": .string(divergence.id), "documented": .string(divergence.documented),
            "observed": .string(divergence.observed), "example": .string(divergence.example),
            "source": .string(divergence.source),
        ]
    }

    private static func page(_ divergences: [Divergence]) -> String {
        let rows = divergences.map { divergence in
            let cells = [divergence.documented, divergence.observed, divergence.example, divergence.source]
            return "| `\(divergence.id)` | " + cells.map(escaped).joined(separator: " | ") + " |"
        }
        return """
            # Where the documents and the service differ

            The guide and the partner documents of December 2018 say one thing in these \(divergences.count) points, and the service of the
            same month did another. `passculture mock` serves the documents; `passculture mock --profile observed` serves what the service
            did. A partner passes under both. Everything that is not in this table is the same in both profiles.

            This page is written by `passculture mock --divergences --markdown` from the table that the rules are built from; a test fails
            when it is stale. `--divergences` alone prints it for the terminal, with `--json` for programs.

            | divergence | documented (the default) | observed | where it shows | source |
            | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))
            """
    }

    /// A text in a cell: a bar would end it, and angle brackets would vanish.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": result += "\\|"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
