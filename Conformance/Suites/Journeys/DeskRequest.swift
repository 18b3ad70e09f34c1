// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A countermark to check or to validate, and how the partner says who it is.
public struct DeskRequest: Sendable, Hashable {
    /// The two ways to identify.
    public enum Way: Sendable, Hashable {
        /// By the partner's own log-in: a till.
        case desk(email: String, password: String)
        /// By the user's e-mail and the offer, without log-in: an online platform.
        case open(userEmail: String, offerId: String)
    }

    /// The base URL of the platform.
    public let base: String
    /// The countermark.
    public let countermark: String
    /// How the partner identifies.
    public let way: Way
}
