// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// The team's part, step by step, and what it is told: `guide G29`, `G30`.
extension Operations {
    private static let payee: [Schema.Field] = [("venueId", .id), ("offererId", .id)]
    private static let ofPayee: [Parameter] = [
        .query("offererId", .sentID, "A structure's; one of both."), .query("venueId", .sentID, "A venue's."),
    ]
    private static let email = Schema(["type": "string", "pattern": "@", "example": "caisse@librairie.example"])

    private static func step(_ path: String, _ summary: String, _ fields: [Schema.Field], optional: [Schema.Field] = [])
        -> Operation
    {
        let own: [Schema.Field] = [("offererId", .sentID)] + fields
        return route(
            "POST", "/administrators/" + path, summary,
            body: .json(.object(own + optional, required: own.map(\.name))),
            [.json(200, .ref("Appointment")), unknown("structure"), notNow])
    }

    /// Administrators and bank details.
    static let administrators: [Operation] = [
        route(
            "GET", "/administrators", "How far naming an administrator has come · Où en est la nomination",
            query: [.query("offererId", .sentID, required: true, "The structure.")],
            [
                .json(200, .ref("Appointment")), unknown("structure"),
                .refusal(400, "offererId is missing or no identifier."),
            ]),
        step("ask", "The team asks the structure · L'équipe demande à la structure", [("email", email)]),
        step(
            "answer", "The structure names somebody · La structure désigne quelqu'un", [("email", email)],
            optional: [("name", .string.orNull)]),
        step(
            "validate", "The team validates one of the two addresses · L'équipe valide une adresse",
            [("mail", .oneOf(["structure", "administrator"]))]),
        route(
            "GET", "/bankDetails", "All bank details entered · Les IBAN saisis",
            [
                .json(
                    200,
                    .list(
                        .exactly(
                            payee + [
                                ("name", .string), ("iban", .string), ("bic", .string), ("isAccepted", .bool),
                                ("rib", Schema.any(of: [.ref("RIB"), .null])),
                            ], optional: ["venueId", "offererId"])))
            ]),
        route(
            "POST", "/bankDetails/refuse", "The team refuses bank details · L'équipe refuse un IBAN",
            body: .json(
                choice([
                    [("venueId", .sentID), ("reason", .string)], [("offererId", .sentID), ("reason", .string)],
                ])),
            [
                .json(
                    200,
                    .exactly(
                        payee + [("isAccepted", .bool), ("reason", .string)], optional: ["venueId", "offererId"])),
                unknown("structure or venue"), notNow,
            ]),
        route(
            "GET", "/rib", "A RIB as it was filed · Un RIB déposé", query: ofPayee,
            ribFile + [unknown("RIB"), .refusal(400, "Neither offererId nor venueId is an identifier.")]),
    ]

    /// A RIB's file, whose kind is told by its first bytes.
    static let ribFile: [Reply] = [
        .content("application/pdf", "The file."), .content("image/png", "The same."),
        .content("image/jpeg", "The same."),
    ]

    /// The mails.
    static let mails: [Operation] = [
        route(
            "GET", "/mails", "The mails sent · Les mails envoyés", query: [.query("to", "Only those to this address.")],
            [.json(200, .list(.ref("Mail"))).with("X-Dropped-Mails")]),
        route("GET", "/mails/{n}", "One mail · Un mail", [.json(200, .ref("Mail")), unknown("mail")]),
        route(
            "GET", "/mails/{n}/attachments/{k}", "What came with a mail · Une pièce jointe",
            batchFile + [unknown("mail or attachment")]),
    ]

    /// The files of a batch of payments.
    static let batchFile: [Reply] = [
        Reply.content("text/csv", "A table.").with("Content-Disposition"),
        .content("text/xml", "The order to the bank."),
    ]

    /// Seeds, and beginning again.
    static let seeds: [Operation] = [
        route(
            "GET", "/seeds", "The seeds that come with it · Les jeux de données fournis",
            [.json(200, Schema(["type": "object", "additionalProperties": ["type": "object"]]))]),
        route(
            "POST", "/seed", "Begins again with a seed · Recommence avec un jeu de données",
            body: .json(
                Schema(["type": "object", "description": "A seed, or the name of one: {\"name\": \"cinema\"}."])),
            [
                .json(
                    200, .exactly([("title", .any), ("show", .list(Schema(["type": "object"]))), ("now", .date)])),
                .refusal(409, "A step of the seed was refused; nothing has changed."),
            ]),
        route(
            "POST", "/reset", "What the platform began with · L'état de départ",
            [.json(200, .exactly([("now", .date)]))]),
    ]
}
