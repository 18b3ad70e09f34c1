// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// One step of a seed: a request, the passing of time, or both, time first.
struct SeedStep: Sendable {
    /// What later steps call its answer by.
    let name: String?
    /// Who asks: the name of an earlier step in which somebody signed up or in, or `team` for the control API; nobody if unset.
    let actor: String?
    /// When it is done: a date, or `+P3D` for so much later; at once if unset.
    let time: String?
    /// The profile in which alone it is done; in both if unset.
    let profile: Profile?
    /// What is asked.
    let request: Request?

    /// A request; every text of it may refer to earlier answers.
    struct Request: Sendable {
        /// The method, in capitals.
        let method: String
        /// Path and query.
        let target: String
        /// What is sent.
        let body: Body
        /// The status that is to come; any from 200 to 299 if unset.
        let expected: Int?
    }

    /// What is sent with a request.
    enum Body: Sendable {
        /// Nothing.
        case none
        /// A JSON value.
        case json(JSONValue)
        /// The fields of a form with files; `png:48x72` stands for an image of that size, `pdf:` for a document.
        case form(JSONObject)
    }

    /// The actor that stands for the pass Culture team.
    static let team = "team"
    /// What no step may be called, for a reference would mean something else.
    private static let reserved: Set = [team, "now", "start"]

    /// Reads a step.
    init(_ value: JSONValue) throws(SeedError) {
        let fields = try SeedFields(
            value, keys: ["name", "as", "at", "profile", "request", "body", "form", "expect", "comment"])
        name = try fields.string("name")
        actor = try fields.string("as")
        time = try fields.string("at")
        profile = try fields.profile("profile")
        if let name { try Self.check(name: name) }
        guard let line = try fields.string("request") else {
            guard time != nil else {
                throw .malformed("there is neither a request nor an at", "il n'y a ni request ni at")
            }
            guard actor == nil, fields.value("body") == nil, fields.value("form") == nil,
                try fields.int("expect") == nil
            else { throw .malformed("there is no request", "il n'y a pas de request") }
            request = nil
            return
        }
        let words = line.split(separator: " ")
        guard words.count == 2, words[0].allSatisfy({ ("A"..."Z").contains($0) }), words[1].hasPrefix("/") else {
            throw .malformed(
                "a request is written like POST /bookings, not \(line)",
                "une requête s'écrit POST /bookings, pas \(line)")
        }
        let isControl = words[1] == "/_control" || words[1].hasPrefix("/_control/")
        guard isControl == (actor == Self.team) else {
            throw .malformed(
                "what is under /_control is the team's alone, and nothing else is: \"as\": \"team\"",
                "ce qui est sous /_control est pour l'équipe seule, et rien d'autre : \"as\": \"team\"")
        }
        request = Request(
            method: String(words[0]), target: String(words[1]), body: try Self.body(fields),
            expected: try fields.int("expect"))
    }

    private static func body(_ fields: SeedFields) throws(SeedError) -> Body {
        guard let form = try fields.object("form") else { return fields.value("body").map(Body.json) ?? .none }
        guard fields.value("body") == nil else {
            throw .malformed("it has a body and a form", "elle a un body et un form")
        }
        return .form(form)
    }

    private static func check(name: String) throws(SeedError) {
        let isWord = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isWord, !name.isEmpty, !reserved.contains(name) else {
            throw .malformed(
                "a name is made of letters, digits, - and _, and is none of now, start, team",
                "un nom se compose de lettres, de chiffres, de - et de _, et n'est ni now, ni start, ni team")
        }
    }
}
