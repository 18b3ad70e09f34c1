// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A word of the wire with its name for people: a kind of music or of show.
public struct LabelledType: Hashable, Sendable {
    /// The word.
    public let id: String

    /// The name.
    public let label: String

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].string()
        label = try reader["label"].string()
    }
}
