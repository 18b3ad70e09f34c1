// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture

extension StdioRequest {
    /// What is wrong with the fields of a request.
    struct Flaw: Error {
        let code: String
        let detail: String
        /// What the person at the till can do about it, where it is what they typed.
        let cashier: CashierSentence?

        init(_ detail: String, code: String = "bad-request", cashier: CashierSentence? = nil) {
            self.code = code
            self.detail = detail
            self.cashier = cashier
        }
    }

    /// The fields of a request, read strictly: a name that is not known is a mistake, so that a misspelt amount is not lost.
    struct Fields {
        private let object: JSONObject

        init(_ object: JSONObject) {
            self.object = object
        }

        /// Refuses any field but these, `id` and `do`.
        func allow(_ names: [String]) throws(Flaw) {
            guard let stranger = object.keys.first(where: { !(names + ["id", "do"]).contains($0) }) else { return }
            throw Flaw("\(stranger.prefix(40)): unknown field")
        }

        /// The text of a field; absent and null are the same.
        func textIfPresent(_ name: String) throws(Flaw) -> String? {
            guard let value = object[name], !value.isNull else { return nil }
            guard let text = value.stringValue else { throw Flaw("\(name): expected a string") }
            return text
        }

        func text(_ name: String) throws(Flaw) -> String {
            guard let text = try textIfPresent(name) else { throw Flaw("\(name): missing") }
            return text
        }

        func countermark() throws(Flaw) -> Countermark {
            let typed = try text("countermark")
            do throws(PassCultureError) {
                return try Countermark(typed)
            } catch {
                throw Flaw(
                    "countermark: \(error.detail ?? "malformed")", code: error.code.code, cashier: error.cashier)
            }
        }

        func cents() throws(Flaw) -> Int64? {
            guard let value = object["amountCents"], !value.isNull else { return nil }
            guard let cents = value.numberValue?.int64, cents >= 0 else {
                throw Flaw("amountCents: expected an integer, 0 or more")
            }
            return cents
        }

        func instant(_ name: String) throws(Flaw) -> Instant? {
            guard let text = try textIfPresent(name) else { return nil }
            guard let instant = Instant(iso8601: text) else {
                throw Flaw("\(name): expected an instant in UTC like 2018-12-24T19:30:00Z")
            }
            return instant
        }

        func attempt() throws(Flaw) -> UInt64 {
            guard let id = Attempt.id(number: try text("attempt")) else {
                throw Flaw("attempt: expected sixteen hexadecimal digits")
            }
            return id
        }

        func whoConfirmed() throws(Flaw) -> Person {
            let name = try text("by")
            guard let person = try? Person(whoConfirmed: name) else {
                throw Flaw("by: expected a name", cashier: PassCultureError.Code.nobodyConfirmed.cashier)
            }
            return person
        }
    }
}

extension Attempt {
    /// The attempt's ``id`` from its number, as a receipt or a list shows it: up to sixteen hexadecimal digits.
    package static func id(number: String) -> UInt64? {
        guard (1...16).contains(number.utf8.count), number.utf8.first != UInt8(ascii: "+") else { return nil }
        return UInt64(number, radix: 16)
    }
}
