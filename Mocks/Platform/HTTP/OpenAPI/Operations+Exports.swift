// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §9.6`.
extension Operations {
    private static func table(_ path: String, _ summary: String) -> Operation {
        Operation(
            "GET", path, summary, tag: "Team", access: .open, needsOrigin: false,
            query: [.query("token", required: true, "What the platform was started with: `--export-token`.")],
            [
                .content("text/csv", "A table, as an attachment.").with("Content-Disposition"),
                .errors(400, "No token, or not the team's."),
            ])
    }

    private static let teamOnly = Reply.errors(403, "`Vous devez être admin`.")

    /// The team's exports.
    static let exports: [Operation] = [
        table("/exports/models", "The tables that there are · Les tables"),
        Operation(
            "GET", "/exports/models/{model}", "One table · Une table", tag: "Team", access: .open, needsOrigin: false,
            query: [.query("token", required: true, "What the platform was started with: `--export-token`.")],
            [
                .content("text/csv", "A table, as an attachment.").with("Content-Disposition"),
                .errors(400, "No token, or not the team's; or no such table."),
            ]),
        table("/exports/offerers_siren", "All structures' SIREN · Les SIREN"),
        table("/exports/offerers_siren_with_venue", "The SIREN of those with a venue · Ceux avec un lieu"),
        table(
            "/exports/offerers_siren_with_not_virtual_venue",
            "The SIREN of those with a physical venue · Ceux avec un lieu physique"),
        table("/exports/offerers_with_venue", "Structures with their venues · Structures et lieux"),
        Operation(
            "GET", "/exports/pending_validation", "Structures that await validation · En attente de validation",
            tag: "Team", needsOrigin: false, [.json(200, .list(.ref("Offerer"))), teamOnly]),
        Operation(
            "POST", "/exports/venues", "All venues · Tous les lieux", tag: "Team", needsOrigin: false,
            [.json(200, .list(.ref("Venue"))), teamOnly]),
        Operation(
            "POST", "/exports/offerers", "All structures · Toutes les structures", tag: "Team", needsOrigin: false,
            [.json(200, .list(.ref("Offerer"))), teamOnly]),
    ]
}
