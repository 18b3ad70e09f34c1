// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A venue of today's edition that was made for a journey.
struct PublicVenue: Sendable {
    /// Its number.
    let id: Int
    /// Its SIRET.
    let siret: String
    /// Its name.
    let name: String
}
