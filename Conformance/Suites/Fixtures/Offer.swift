// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An offer on the platform under test.
struct Offer: Sendable {
    /// The offer's id.
    let id: String
    /// The id of the event or thing behind it.
    let subjectId: String
    /// Its title.
    let name: String
    /// The structure's id, which teasers ask for.
    let offererId: String
    /// The venue's id.
    let venueId: String

    /// A place for an offer that is not there yet.
    static let none = Offer(id: "", subjectId: "", name: "", offererId: "", venueId: "")
}
