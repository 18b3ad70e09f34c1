// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import JSON
package import PlatformDomain

/// How the service wrote values into JSON (`contract 2018-12 §1.2`).
package enum WireJSON {
    /// An identifier: its public spelling.
    package static func id<Record>(_ identifier: Identifier<Record>) -> JSONValue {
        .string(HumanizedID.encode(identifier))
    }

    /// An identifier or null.
    package static func id<Record>(_ identifier: Identifier<Record>?) -> JSONValue {
        identifier.map { .string(HumanizedID.encode($0)) } ?? .null
    }

    /// A date: UTC, with microseconds only when there are any.
    package static func date(_ instant: Instant?) -> JSONValue {
        instant.map { .string($0.iso8601) } ?? .null
    }

    /// A text or null.
    package static func text(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }

    /// An integer or null.
    package static func integer(_ number: Int64?) -> JSONValue {
        number.map { .number(JSONNumber($0)) } ?? .null
    }

    /// An amount with its two decimals: `10.00`.
    package static func euros(_ amount: Euros) -> JSONValue {
        .number(JSONNumber(cents: amount.cents))
    }

    /// A sum as the service's database made it: `0` when nothing was summed up or all of it was nothing, `499.99` else.
    package static func sum(_ amount: Euros) -> JSONValue {
        amount == .zero ? 0 : euros(amount)
    }

    /// A coordinate kept in hundred-thousandths: `48.85837`, with its five decimals; null for none.
    package static func coordinate(_ value: Int64?) -> JSONValue {
        guard let value else { return .null }
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let text = "\(value < 0 ? "-" : "")\(padded.dropLast(5)).\(padded.suffix(5))"
        return JSONNumber(text: text).map { .number($0) } ?? .null
    }

    /// The column of flags that every event and venue carried, and nothing ever set.
    package static let accessibility: JSONValue = "\u{0}"

    /// The columns `dateModifiedAtLastProvider`, `idAtProviders` and `lastProviderId`, of records that no provider made.
    package static func addProviderColumns(
        to object: inout JSONObject, modified: Instant? = nil, idAtProviders: String? = nil
    ) {
        object["dateModifiedAtLastProvider"] = date(modified)
        object["idAtProviders"] = text(idAtProviders)
        object["lastProviderId"] = .null
    }
}
