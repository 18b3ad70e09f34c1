// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import JSON
package import PassCulture

/// One line of a till that speaks JSON to its desk: what it asks for, and the number that the answer shall bear.
package struct StdioRequest: Sendable {
    /// What is asked for.
    package enum Work: Sendable {
        /// Check a countermark.
        case check(Countermark)
        /// Validate a countermark, worth so many cents.
        case validate(Countermark, amountCents: Int64?)
        /// Store a validation for later.
        case validateLater(Countermark, LateValidation, amountCents: Int64?)
        /// Take a validation back.
        case undo(Countermark, by: Person)
        /// Cancel a booking.
        case cancel(Countermark, by: Person)
        /// List what is not closed.
        case pending
        /// Send what waits, read back what is unknown.
        case reconcile
        /// Load the bookings of a show.
        case loadDayList(Source, DayList.Show?, department: String?)
        /// Raise an attempt to validated.
        case confirm(UInt64, by: String)
        /// Give an attempt up.
        case abandon(UInt64, by: String)
        /// End.
        case close
    }

    /// Where a day list is.
    package enum Source: Sendable {
        /// In a file.
        case file(String)
        /// In the request.
        case content(String)
    }

    /// Why a line is no request.
    package struct Malformed: Error, Hashable, Sendable {
        /// `bad-json`, `unknown-word` or `bad-request`.
        package let code: String
        /// What is wrong, in English, for who writes the till.
        package let detail: String
        /// The number of the request, if it could be read.
        package let id: JSONValue
        /// What to tell the person at the till, where it is what they typed.
        package var cashier: CashierSentence?
    }

    /// The number, as it was sent.
    package let id: JSONValue
    /// What is asked for.
    package let work: Work

    /// Reads a line.
    ///
    /// - Throws: ``Malformed``, which repeats neither countermark nor name.
    package init(_ line: [UInt8]) throws(Malformed) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw Malformed(code: "bad-json", detail: "\(error)", id: .null)
        }
        guard case .object(let object) = value else {
            throw Malformed(code: "bad-request", detail: "a request is an object", id: .null)
        }
        let id = object["id"] ?? .null
        switch id {
        case .null, .string, .number: self.id = id
        case .bool, .array, .object:
            throw Malformed(code: "bad-request", detail: "id: expected a string or a number", id: .null)
        }
        do throws(Flaw) {
            work = try Self.work(Fields(object))
        } catch {
            throw Malformed(code: error.code, detail: error.detail, id: id, cashier: error.cashier)
        }
    }

    private static func work(_ fields: Fields) throws(Flaw) -> Work {
        switch try fields.text("do") {
        case "check":
            try fields.allow(["countermark"])
            return .check(try fields.countermark())
        case "validate":
            try fields.allow(["countermark", "amountCents"])
            return .validate(try fields.countermark(), amountCents: try fields.cents())
        case "validateLater":
            try fields.allow(["countermark", "kind", "begins", "amountCents"])
            guard let kind = OfferKind(rawValue: try fields.text("kind")) else {
                let kinds = OfferKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw Flaw("kind: expected one of \(kinds)")
            }
            return .validateLater(
                try fields.countermark(), LateValidation(kind, begins: try fields.instant("begins")),
                amountCents: try fields.cents())
        case "undo":
            try fields.allow(["countermark", "by"])
            return .undo(try fields.countermark(), by: try fields.whoConfirmed())
        case "cancel":
            try fields.allow(["countermark", "by"])
            return .cancel(try fields.countermark(), by: try fields.whoConfirmed())
        case "pending":
            try fields.allow([])
            return .pending
        case "reconcile":
            try fields.allow([])
            return .reconcile
        case "loadDayList": return try dayList(fields)
        case "confirm":
            try fields.allow(["attempt", "by"])
            return .confirm(try fields.attempt(), by: try fields.whoConfirmed().name)
        case "abandon":
            try fields.allow(["attempt", "by"])
            return .abandon(try fields.attempt(), by: try fields.whoConfirmed().name)
        case "close":
            try fields.allow([])
            return .close
        default:
            throw Flaw(
                "do: expected check, validate, validateLater, undo, cancel, pending, reconcile, loadDayList, confirm, abandon "
                    + "or close",
                code: "unknown-word")
        }
    }

    private static func dayList(_ fields: Fields) throws(Flaw) -> Work {
        try fields.allow(["file", "content", "offer", "begins", "department"])
        let source: Source
        switch (try fields.textIfPresent("file"), try fields.textIfPresent("content")) {
        case (let file?, nil): source = .file(file)
        case (nil, let content?): source = .content(content)
        default: throw Flaw("give either file or content")
        }
        let (offer, begins) = (try fields.textIfPresent("offer"), try fields.instant("begins"))
        guard (offer == nil) == (begins == nil) else { throw Flaw("give offer and begins together") }
        let show = offer.flatMap { offer in begins.map { DayList.Show(offerName: offer, begins: $0) } }
        return .loadDayList(source, show, department: try fields.textIfPresent("department"))
    }
}
