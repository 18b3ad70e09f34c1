// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// How many can still be booked, from now on.
///
/// What is sent is always what is **available now**; the platform adds what is booked already to make its total (`today §3.6`). Three sent
/// with eight booked leave three to be sold.
public enum Quantity: Hashable, Sendable, CustomStringConvertible {
    /// So many.
    case units(Int)

    /// As many as are asked for.
    case unlimited

    /// The number, or `unlimited`.
    public var description: String {
        switch self {
        case .units(let count): "\(count)"
        case .unlimited: "unlimited"
        }
    }

    var json: JSONValue {
        switch self {
        case .units(let count): .number(JSONNumber(count))
        case .unlimited: "unlimited"
        }
    }

    /// Reads a quantity; a null or nothing is what the platform keeps for unlimited.
    init(_ reader: JSONReader) throws(JSONReadingError) {
        if reader.value?.stringValue == "unlimited" {
            self = .unlimited
        } else if let count = try reader.intIfPresent() {
            self = .units(count)
        } else {
            self = .unlimited
        }
    }
}
