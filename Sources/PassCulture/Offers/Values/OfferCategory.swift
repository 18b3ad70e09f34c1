// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What kind of thing an offer is; it never changes after creation (`today §3.3`).
///
/// The list is the platform's and may grow: a category that is not here is made of its word.
public struct OfferCategory: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word of the wire, such as `SEANCE_CINE`.
    public let rawValue: String

    /// Takes a word of the wire, known here or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word of the wire.
    public var description: String { rawValue }
}
