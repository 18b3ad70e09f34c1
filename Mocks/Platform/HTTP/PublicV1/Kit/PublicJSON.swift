// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// How today's edition writes values into JSON (`today §1.4`); its dates are written as the prototype's: ``WireJSON/date(_:)``.
enum PublicJSON {
    /// A record's number.
    static func id<Record>(_ identifier: Identifier<Record>) -> JSONValue {
        .number(JSONNumber(identifier.number))
    }

    /// A record's number, or null.
    static func id<Record>(_ identifier: Identifier<Record>?) -> JSONValue {
        identifier.map { id($0) } ?? .null
    }

    /// An amount in whole cents.
    static func cents(_ amount: Euros) -> JSONValue {
        .number(JSONNumber(amount.cents))
    }

    /// How many there are; no limit is a word.
    static func quantity(_ quantity: Int64?) -> JSONValue {
        quantity.map { .number(JSONNumber($0)) } ?? "unlimited"
    }

    /// A day, or null.
    static func day(_ instant: Instant?) -> JSONValue {
        instant.map { .string(CivilDate($0).iso8601) } ?? .null
    }
}
