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

    /// Reads a quantity; a null or nothing is what the platform keeps for unlimited, and less than nothing is none.
    init(_ reader: JSONReader) throws(JSONReadingError) {
        if reader.value?.stringValue == "unlimited" {
            self = .unlimited
        } else if let count = try reader.countIfPresent() {
            self = .units(count)
        } else {
            self = .unlimited
        }
    }
}

extension JSONReader {
    /// How many of something: an integer that is not negative; nil when there is nothing or a null.
    func countIfPresent() throws(JSONReadingError) -> Int? {
        guard let count = try intIfPresent() else { return nil }
        guard count >= 0 else { throw error(expected: "a number that is not negative") }
        return count
    }
}
