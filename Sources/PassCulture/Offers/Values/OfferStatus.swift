// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where an offer stands with the platform. A fresh one says little: it may be reviewed for up to 72 hours (`today §3.3`).
public struct OfferStatus: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word of the wire, such as `PENDING`.
    public let rawValue: String

    /// Takes a word of the wire, known here or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word of the wire.
    public var description: String { rawValue }

    /// Not finished.
    public static let draft = OfferStatus(rawValue: "DRAFT")
    /// Under review.
    public static let pending = OfferStatus(rawValue: "PENDING")
    /// Refused by the review.
    public static let rejected = OfferStatus(rawValue: "REJECTED")
    /// Not published.
    public static let inactive = OfferStatus(rawValue: "INACTIVE")
    /// To be published later.
    public static let scheduled = OfferStatus(rawValue: "SCHEDULED")
    /// Published, and to be booked later.
    public static let published = OfferStatus(rawValue: "PUBLISHED")
    /// Published, and can be booked.
    public static let active = OfferStatus(rawValue: "ACTIVE")
    /// Nothing left.
    public static let soldOut = OfferStatus(rawValue: "SOLD_OUT")
    /// Every date or limit has passed.
    public static let expired = OfferStatus(rawValue: "EXPIRED")
}
