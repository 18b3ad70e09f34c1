// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// Faults on demand, magic countermarks, and the journal.
extension Operations {
    private static let kinds = [
        "refuse", "reset", "delay", "dropBeforeApplying", "applyThenDrop", "cutBody", "dribble", "wrongContentType",
        "malformedJSON", "htmlPage", "status",
    ]

    private static let rule: [Schema.Field] = [
        ("method", .string), ("path", .string.saying("A pattern such as /bookings/token/*.")), ("nth", .integer),
        ("every", .integer), ("probability", .number), ("seed", .integer), ("from", .sentDate), ("until", .sentDate),
        ("times", .integer), ("seconds", .number), ("bytes", .integer), ("everySeconds", .number),
        ("contentType", .string), ("status", .integer), ("headers", Schema(["type": "object"])), ("body", .string),
        ("apply", .bool),
    ]

    private static let shown: Schema = {
        let own: [Schema.Field] = [
            ("id", .string), ("fault", .oneOf(kinds)), ("standing", .oneOf(["active", "waiting", "expired"])),
            ("seen", .integer), ("hits", .integer), ("remaining", .integer.orNull),
        ]
        return .exactly(own + rule, optional: Set(rule.map(\.name)))
    }()

    /// Faults and magic countermarks.
    static let faults: [Operation] = [
        route(
            "POST", "/faults", "Enters a rule by which answers go wrong · Ajoute une règle de panne",
            body: .json(.object([("fault", .oneOf(kinds)), ("for", .number)] + rule, required: ["fault"])),
            [.json(201, shown), notNow]),
        route("GET", "/faults", "Lists the rules · Liste les règles", [.json(200, .list(shown))]),
        route("DELETE", "/faults", "Takes all rules out · Retire les règles", [.empty()]),
        route("DELETE", "/faults/{id}", "Takes a rule out · Retire une règle", [.empty(), unknown("rule")]),
        route(
            "POST", "/faults/reset", "Lets all rules count from the beginning · Remet les règles à zéro", [.empty()]),
        route(
            "POST", "/faults/{id}/reset", "Lets a rule count from the beginning · Remet une règle à zéro",
            [.empty(), unknown("rule")]),
        route(
            "GET", "/magic", "The magic countermarks, which always answer a given way · Les contremarques magiques",
            [
                .json(
                    200,
                    .list(
                        .exactly([
                            ("code", .string), ("english", .string), ("french", .string), ("get", .string),
                            ("patch", .string),
                            ("today", .exactly(MagicTokens.Act.allCases.map { ($0.rawValue, .string) })),
                        ])))
            ]),
    ]

    private static let number = Schema(["type": "string", "pattern": "^[0-9]{1,18}$"])
    private static let filters: [Parameter] = [
        .query("after", number, "Only what came after that number."),
        .query("limit", number, "Only so many, the newest."), .query("first", number, "Only so many, the oldest."),
        .query("direction", .oneOf(["incoming", "outgoing"]), "Only requests, or only calls to partners."),
        .query("kind", .oneOf(PartnerCall.Kind.allCases.map(\.rawValue)), "Only calls to partners of that kind."),
        .query("method", "Only that method."), .query("path", "Only those paths: a pattern such as /bookings/token/*."),
        .query(
            "status", Schema(["type": "string", "pattern": "^(0|[1-5][0-9][0-9]|[1-5][xX][xX])$"]),
            "Only that status, or those: 410, 4xx; 0 for no answer."),
        .query("since", .sentDate, "Only what was answered from then on."),
        .query("until", .sentDate, "Only what was answered before then."),
        .query("countermark", "Only what was asked about that countermark."),
    ]
    private static let filtered: [Reply] = [
        .refusal(400, "A filter that is none."), .refusal(410, "What is asked for is gone: the journal is bounded."),
    ]

    /// The journal.
    static let journal: [Operation] = [
        route(
            "GET", "/journal", "The exchanges kept · Les échanges", query: filters,
            [
                .json(
                    200,
                    .exactly([("recorded", .integer), ("dropped", .integer), ("entries", .list(.ref("JournalEntry")))]))
            ] + filtered),
        route(
            "GET", "/journal.har", "The same as an HTTP archive · En archive HTTP", query: filters,
            [.json(200, .object([("log", Schema(["type": "object"]))], required: ["log"]))] + filtered),
        route(
            "GET", "/journal.curl", "The same as lines for a shell · En lignes de commande", query: filters,
            [.content("text/plain", "One curl a line.")] + filtered),
        route(
            "GET", "/journal/{number}", "One exchange · Un échange",
            [.json(200, .ref("JournalEntry")), unknown("exchange"), .refusal(410, "The exchange is gone.")]),
        route("DELETE", "/journal", "Empties the journal · Vide le journal", [.empty()]),
    ]
}
