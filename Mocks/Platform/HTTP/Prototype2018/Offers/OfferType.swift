// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A type that an event or a thing can have (`contract 2018-12 §6.2`).
struct OfferType: Sendable, Hashable {
    /// What the type allows to sell where.
    enum Venues: Sendable, Hashable {
        /// Never digital.
        case physical
        /// Digital alone; the service did not hold anyone to it.
        case virtual
        /// Both.
        case either
    }

    /// What goes on the wire, such as `EventType.CINEMA`.
    let value: String
    /// What people read.
    let label: String
    /// What it is for.
    let family: OfferFamily
    /// Where it can be sold.
    let venues: Venues

    /// Creates a type.
    init(_ value: String, _ label: String, _ family: OfferFamily, _ venues: Venues) {
        self.value = value
        self.label = label
        self.family = family
        self.venues = venues
    }

    /// The value of the type that only the team may offer.
    static let activation = "EventType.ACTIVATION"

    /// The type as `GET /types` and `offerType` show it.
    var json: JSONValue {
        [
            "description": .string(family.description), "label": .string(label),
            "offlineOnly": .bool(venues == .physical), "onlineOnly": .bool(venues == .virtual),
            "sublabel": .string(family.rawValue), "type": value.hasPrefix("EventType.") ? "Event" : "Thing",
            "value": .string(value),
        ]
    }
}
