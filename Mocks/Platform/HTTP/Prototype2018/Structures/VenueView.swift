// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What the portal shows of a venue, gathered under the lock to be written off it.
struct VenueView: Sendable {
    /// The venue.
    let venue: Venue
    /// Its structure.
    let offerer: Offerer

    /// Gathers a venue; nothing if there is none of that number.
    init?(_ id: Identifier<Venue>, in state: PlatformState) {
        guard let venue = state.venues[id], let offerer = state.offerers[venue.offererID] else { return nil }
        self.venue = venue
        self.offerer = offerer
    }
}
