// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An edition of the contract between partners and the pass Culture: how a till says who it is, and in what words it asks.
///
/// A till does not choose one; it chooses its ``DeskIdentity``, and that has one.
public enum Edition: String, Hashable, Sendable, CaseIterable {
    /// The public API v1: the vendor's key, a venue that gave it access, and bookings that can be listed. What a new integration
    /// takes (`today §2`).
    case publicV1 = "public-v1"

    /// The countermark routes of December 2018: the structure's own log-in, or the user's e-mail address (`contract 2018-12 §2`).
    case prototype2018 = "prototype-2018"
}
