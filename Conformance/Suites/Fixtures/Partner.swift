// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A professional with a structure on the platform under test.
struct Partner: Sendable {
    /// The person.
    let account: Account
    /// The structure's id.
    let offererId: String
    /// The structure's name.
    let name: String
    /// The structure's SIREN.
    let siren: String
    /// The venue for digital offers, made with the structure.
    let virtualVenueId: String

    /// A place for a partner that is not there yet.
    static let nobody = Partner(account: .nobody, offererId: "", name: "", siren: "", virtualVenueId: "")
}
