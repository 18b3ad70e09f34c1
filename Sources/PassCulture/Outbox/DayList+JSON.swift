// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension DayList {
    /// Reads what the portal answers to programs: the attendees of a show (`GET /eventOccurrences/{id}/attendees`, which names its show),
    /// or bookings of a structure (`GET /offerers/{id}/bookings`: the pages of ten joined to one array, since a page alone would replace
    /// what another says of the same shows); of these, cancelled ones and what has no date are left out. A show whose bookings are all
    /// cancelled is one of ``shows`` all the same.
    ///
    /// - Parameter json: The document, strict JSON.
    /// - Throws: ``ListReadingError``, with the place of what is wrong; `hidden-countermarks` when the bookings do not show the countermarks
    ///   before they are validated, as the service of December 2018 did not: take the list of attendees.
    public init(json: [UInt8]) throws(ListReadingError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: json)
        } catch {
            throw ListReadingError(
                .malformed, "ce n'est pas du JSON correct (à l'octet \(error.offset)).", "it is no JSON: \(error).")
        }
        let reader = JSONReader(value)
        self = value.arrayValue == nil ? try Self.attendees(reader) : try Self.bookings(reader)
    }

    private static func attendees(_ list: JSONReader) throws(ListReadingError) -> DayList {
        let show = try spelt { () throws(JSONReadingError) in
            Show(
                offerName: try list["offerName"].string(), begins: try instant(list["beginningDatetime"]))
        }
        var builder = Builder()
        for person in try spelt({ () throws(JSONReadingError) in try list["attendees"].array() }) {
            let fields = try spelt { () throws(JSONReadingError) in
                (
                    token: try person["token"].string(), email: try person["email"].string(),
                    name: try name(person, publicName: person["publicName"].stringIfPresent()),
                    isUsed: try person["isUsed"].bool()
                )
            }
            try builder.add(
                fields.token, path: person["token"].path, show, userName: fields.name, email: fields.email,
                isUsed: fields.isUsed)
        }
        return DayList(builder.entries, of: [show])
    }

    private static func bookings(_ list: JSONReader) throws(ListReadingError) -> DayList {
        var builder = Builder()
        var shows: Set<Show> = []
        for booking in try spelt({ () throws(JSONReadingError) in try list.array() }) {
            let stock = booking["stock"]
            let (isCancelled, show) = try spelt { () throws(JSONReadingError) -> (Bool, Show?) in
                let date =
                    stock["eventOccurrence"].isMissing
                    ? booking["table"]["offer"]["date"] : stock["eventOccurrence"]["beginningDatetime"]
                let isCancelled = try booking["isCancelled"].bool()
                guard !date.isMissing, !date.isNull else { return (isCancelled, nil) }
                let name = try stock["resolvedOffer"]["event"]["name"].string()
                return (isCancelled, Show(offerName: name, begins: try instant(date)))
            }
            guard let show else { continue }
            shows.insert(show)
            if isCancelled { continue }
            let fields = try spelt { () throws(JSONReadingError) in
                (
                    token: try booking["token"].stringIfPresent(),
                    email: try booking["user"]["email"].string(), name: try name(booking["user"], publicName: nil),
                    isUsed: try booking["isUsed"].bool()
                )
            }
            guard let token = fields.token else {
                throw ListReadingError(
                    .hidden, path: booking["token"].path,
                    "le portail ne montre pas cette contremarque avant sa validation : prenez la liste des inscrits.",
                    "the portal does not show this countermark before it is validated: take the list of attendees.")
            }
            try builder.add(
                token, path: booking["token"].path, show, userName: fields.name, email: fields.email,
                isUsed: fields.isUsed)
        }
        return DayList(builder.entries, of: shows)
    }

    private static func name(_ person: JSONReader, publicName: String?) throws(JSONReadingError) -> String {
        let full = Self.name(
            try person["firstName"].stringIfPresent() ?? "",
            try person["lastName"].stringIfPresent() ?? publicName ?? "")
        return full
    }

    private static func instant(_ reader: JSONReader) throws(JSONReadingError) -> Instant {
        guard let instant = Instant(iso8601: try reader.string()) else { throw reader.error(expected: "a date") }
        return instant
    }

    /// Names the place, and repeats nothing of what stands there.
    private static func spelt<Value>(
        _ body: () throws(JSONReadingError) -> Value
    ) throws(ListReadingError) -> Value {
        do throws(JSONReadingError) {
            return try body()
        } catch {
            throw ListReadingError(
                .value, path: error.path.isEmpty ? nil : error.path,
                "ce doit être \(french(error.expected)).", "expected \(error.expected).")
        }
    }

    /// What is expected of a value, in French.
    private static func french(_ expected: String) -> String {
        switch expected {
        case "a string": "du texte"
        case "true or false": "vrai ou faux (true, false)"
        case "an array": "une liste"
        case "an object": "un objet"
        case "a number", "an integer": "un nombre"
        case "a date": "une date"
        default: "autre chose"
        }
    }
}
