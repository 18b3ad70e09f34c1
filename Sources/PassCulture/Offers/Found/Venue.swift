// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// A venue that gave this provider access (`today §3.1`).
public struct Venue: Hashable, Sendable {
    /// Its number.
    public let id: Int

    /// When it was made.
    public let created: Instant?

    /// Its legal name.
    public let legalName: String

    /// The name by which it is known.
    public let publicName: String?

    /// Its SIRET, or RIDET.
    public let siret: String?

    /// Why it has none.
    public let siretComment: String?

    /// What is done there.
    public let activity: VenueActivity?

    /// For whom it is accessible, as far as it said.
    public let accessibility: PartialAccessibility

    /// Where it is; nil for a kind of place that this library does not know.
    public let location: VenueLocation?

    /// The addresses that your software serves for it.
    public let urls: ServiceURLs

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        created = try Instant.read(reader["createdDatetime"])
        legalName = try reader["legalName"].string()
        publicName = try reader["publicName"].stringIfPresent()
        siret = try reader["siret"].stringIfPresent()
        siretComment = try reader["siretComment"].stringIfPresent()
        activity = try reader["activityDomain"].stringIfPresent().map(VenueActivity.init(rawValue:))
        accessibility = try PartialAccessibility(reader["accessibility"])
        location = try VenueLocation.read(reader["location"])
        urls = try ServiceURLs(reader)
    }
}
