// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What the portal shows of a structure, gathered under the lock to be written off it.
struct OffererView: Sendable {
    /// One of its venues.
    struct ManagedVenue: Sendable {
        /// The venue.
        let venue: Venue
        /// How many offers it has.
        let offerCount: Int
    }

    /// The structure.
    let offerer: Offerer
    /// Its venues, the virtual one first.
    let venues: [ManagedVenue]

    /// How many offers it has.
    var offerCount: Int { venues.reduce(0) { $0 + $1.offerCount } }

    /// Gathers a structure.
    init(_ offerer: Offerer, in state: PlatformState) {
        self.offerer = offerer
        venues = state.venues(of: offerer.id).map {
            ManagedVenue(venue: $0, offerCount: state.offers(of: $0.id).count)
        }
    }
}
