// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// A structure with the venues of its that gave this provider access (`today §3.1`).
public struct Offerer: Hashable, Sendable {
    /// Its number.
    public let id: Int

    /// When it was made.
    public let created: Instant?

    /// Its name.
    public let name: String

    /// Its SIREN, or RID7.
    public let siren: String?

    /// Whether it may make offers for schools.
    public let isAllowedOnAdage: Bool?

    /// Its venues.
    public let venues: [Venue]

    init(_ reader: JSONReader) throws(JSONReadingError) {
        let offerer = reader["offerer"]
        id = try offerer["id"].int()
        created = try Instant.read(offerer["createdDatetime"])
        name = try offerer["name"].string()
        siren = try offerer["siren"].stringIfPresent()
        isAllowedOnAdage = try offerer["allowedOnAdage"].boolIfPresent()
        venues = try reader["venues"].list { reader throws(JSONReadingError) in try Venue(reader) }
    }
}

extension JSONReader {
    /// The elements here, each read.
    func list<Element>(
        _ read: (JSONReader) throws(JSONReadingError) -> Element
    ) throws(JSONReadingError) -> [Element] {
        var elements: [Element] = []
        for element in try array() { elements.append(try read(element)) }
        return elements
    }
}
