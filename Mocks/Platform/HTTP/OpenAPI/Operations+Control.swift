// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// The control API.
extension Operations {
    static func route(
        _ method: String, _ path: String, _ summary: String, query: [Parameter] = [], body: RequestBody? = nil,
        _ replies: [Reply]
    ) -> Operation {
        Operation(
            method, "/_control" + path, summary, tag: "Control", access: .control, query: query, body: body, replies)
    }

    static let notNow = Reply.refusal(409, "The platform cannot do it as it stands.")
    static func unknown(_ what: String) -> Reply { .refusal(404, "No such \(what).") }

    /// What has at least one of some keys, each as described.
    static func choice(_ alternatives: [[Schema.Field]]) -> Schema {
        .any(of: alternatives.map { fields in .object(fields, required: fields.map(\.name)) })
    }

    /// The control API.
    static let control = clock + mails + team + administrators + money + kept + seeds + faults + journal + publicControl

    private static let mode = Schema.oneOf(["ticking", "frozen"])

    private static let clock: [Operation] = [
        route(
            "GET", "", "The profile, the edition and the routes · Le profil, l'édition et les routes",
            [
                .json(
                    200,
                    .exactly([
                        ("profile", .oneOf(["documented", "observed"])),
                        ("edition", .oneOf(Edition.allCases.map(\.rawValue))), ("routes", .list(.string)),
                    ]))
            ]),
        route("GET", "/clock", "The platform's time · L'heure", [.json(200, .ref("Clock"))]),
        route(
            "PUT", "/clock", "Sets the time or stops it · Règle ou arrête l'horloge",
            body: .json(choice([[("now", .sentDate)], [("mode", mode)]])), [.json(200, .ref("Clock")), notNow]),
        route(
            "POST", "/clock/advance", "Advances time · Avance le temps",
            body: .json(
                choice([
                    [("to", .sentDate)], [("by", .number.saying("Seconds."))], [("toNext", Schema(["const": true]))],
                ])),
            [.json(200, .ref("Advanced")), notNow]),
    ]

    private static let team: [Operation] = [
        route(
            "POST", "/administrators", "The team names an administrator · L'équipe nomme un administrateur",
            body: .json(
                .object(
                    [("offererId", .sentID), ("email", Schema(["type": "string", "pattern": "@"]))],
                    required: ["offererId", "email"])),
            [.json(200, .exactly([("offererId", .id), ("email", .string)])), unknown("structure"), notNow]),
        route(
            "POST", "/bankDetails/accept", "The team accepts bank details · L'équipe accepte un IBAN",
            body: .json(choice([[("venueId", .sentID)], [("offererId", .sentID)]])),
            [
                .json(
                    200,
                    .exactly(
                        [("venueId", .id), ("offererId", .id), ("isAccepted", .bool)],
                        optional: ["venueId", "offererId"])),
                unknown("structure or venue"), notNow,
            ]),
        route(
            "POST", "/offers/eligible", "The team says that a digital offer is reimbursed · Offre remboursée",
            body: .json(.object([("offerId", .sentID), ("eligible", .bool)], required: ["offerId", "eligible"])),
            [.json(200, .exactly([("offerId", .id), ("eligible", .bool)])), unknown("offer"), notNow]),
    ]

    private static let money: [Operation] = [
        route(
            "POST", "/payments/run", "Runs the fortnight's batch · Lance les virements",
            [.json(200, .exactly([("transfers", .list(.ref("Transfer")))])), notNow]),
        route(
            "GET", "/batches", "The runs of the payments · Les lots de paiements",
            query: [
                .query("after", "The number of the last one known; from the first unless it is a number."),
                .query("limit", "How many at most; 1,000 unless it is a number."),
            ],
            [.json(200, .list(.ref("Batch")))]),
        route(
            "GET", "/batches/{n}/{file}", "A file of a run · Un fichier d'un lot",
            batchFile + [unknown("batch or file")]),
        route("GET", "/transfers", "All transfers · Les virements", [.json(200, .list(.ref("Transfer")))]),
        route("GET", "/payments", "All payments · Les paiements", [.json(200, .list(.ref("Payment")))]),
    ]

    private static let kept: [Operation] = [
        route(
            "POST", "/snapshots", "Takes a snapshot, or keeps one that is sent · Prend un instantané, ou en garde un",
            body: .lines, [.json(201, .ref("Snapshot")), notNow]),
        route(
            "GET", "/snapshots", "Lists the snapshots · Liste les instantanés", [.json(200, .list(.ref("Snapshot")))]),
        route(
            "GET", "/snapshots/{id}", "A snapshot as lines of JSON · Un instantané en lignes de JSON",
            [.content(SnapshotLines.contentType, "One record a line."), unknown("snapshot")]),
        route(
            "POST", "/snapshots/{id}/restore", "Brings a snapshot back · Restaure un instantané",
            [.json(200, .exactly([("id", .string), ("now", .date)])), unknown("snapshot")]),
        route(
            "DELETE", "/snapshots/{id}", "Throws a snapshot away · Jette un instantané",
            [.empty(), unknown("snapshot")]),
        route(
            "POST", "/forks", "Starts a copy on a port of its own · Lance une copie",
            [.json(201, .ref("Fork")), notNow]),
        route("GET", "/forks", "Lists the copies · Liste les copies", [.json(200, .list(.ref("Fork")))]),
        route("DELETE", "/forks/{id}", "Ends a copy · Arrête une copie", [.empty(), unknown("fork")]),
    ]
}
