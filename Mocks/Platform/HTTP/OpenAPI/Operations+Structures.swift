// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §5`.
extension Operations {
    private static let validationToken = Parameter.query("token", required: true, "What the link in the mail carries.")

    /// Structures, venues, and the team's links.
    static let structures: [Operation] = [
        Operation(
            "GET", "/offerers", "Lists one's structures · Liste ses structures", tag: "Structures",
            query: [
                .query("validated", .oneOf(["true", "false"]), "false: those whose attachment awaits validation."),
                .query("keywords", "Words of name, SIREN, address or venues."), .page,
            ],
            [.json(200, .list(.any(of: [.ref("Offerer"), .ref("AwaitedOfferer")]))), wrongFields]),
        Operation(
            "GET", "/offerers/{id}", "Shows a structure · Montre une structure", tag: "Structures",
            [.json(200, .ref("Offerer")), noRights]),
        Operation(
            "POST", "/offerers", "Adds a structure · Ajoute une structure", tag: "Structures",
            access: .signedInOrKey, body: .json(.ref("NewOfferer")), [.json(201, .ref("Offerer")), wrongFields]),
        Operation(
            "PATCH", "/offerers/{id}", "Changes bank details or activity · Modifie l'IBAN ou l'activité",
            tag: "Structures", access: .signedInOrKey, body: .json(.ref("OffererChanges")),
            [.json(200, .ref("Offerer")), wrongFields, noRights]),
        Operation(
            "GET", "/venues/{id}", "Shows a venue · Montre un lieu", tag: "Structures",
            [.json(200, .ref("Venue")), noRights]),
        Operation(
            "POST", "/venues", "Adds a venue · Ajoute un lieu", tag: "Structures", body: .json(.ref("NewVenue")),
            [.json(201, .ref("Venue")), wrongFields, noRights, wrongID]),
        Operation(
            "PATCH", "/venues/{id}", "Changes a venue · Modifie un lieu", tag: "Structures",
            body: .json(.ref("VenueChanges")), [.json(200, .ref("Venue")), wrongFields, noRights]),
        Operation(
            "GET", "/validate", "Follows the team's link for a structure · Valide une structure", tag: "Structures",
            access: .open, needsOrigin: false,
            query: [
                validationToken,
                .query("modelNames", required: true, "`Offerer`, `UserOfferer`, or both with a comma between."),
            ],
            [
                .text(202, "`Validation effectuée`."), .errors(400, "Something is missing."),
                .text(404, "The link is of nothing, or was used."),
            ]),
        Operation(
            "GET", "/validate/venue", "Follows the team's link for a venue · Valide un lieu", tag: "Structures",
            access: .open, needsOrigin: false, query: [validationToken],
            [
                .text(202, "`Validation effectuée`."), .errors(400, "The token is missing."),
                .errors(404, "`Jeton inconnu`."),
            ]),
        Operation(
            "GET", "/userOfferers/{offererId}", "Lists one's attachments to a structure · Liste ses rattachements",
            tag: "Structures", [.json(201, .list(.ref("UserOfferer")), "The list: 201, as the service answered.")]),
        Operation(
            "POST", "/userOfferers", "Attaches a person to a structure · Rattache une personne", tag: "Structures",
            body: .json(
                .object(
                    [("userId", .sentID), ("offererId", .sentID), ("rights", .oneOf(["admin", "editor"]))],
                    required: ["userId", "offererId", "rights"])),
            [.json(201, .ref("UserOfferer")), wrongFields, noRights, wrongID]),
    ]
}
