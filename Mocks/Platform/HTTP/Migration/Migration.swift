// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One thing that a partner's program of 2018, or of the years of `/v2/bookings`, must do otherwise today (`today §7`).
package struct Migration: Sendable, Hashable {
    /// Stable name, such as `validate`.
    package let id: String
    /// What it is about, in English and in French.
    package let topic: String
    /// How it was in December 2018: a route of the first edition, or a fact.
    package let prototype: String
    /// How it was under `/v2/bookings`; nothing where that edition had nothing of the kind.
    package let second: String?
    /// How it is today: a route of the public API v1, or a fact.
    package let today: String
    /// What to change in one's program, in English.
    package let change: String
    /// The same in French.
    package let changeInFrench: String
    /// What whoever uses this kit's library has to do about it.
    package let withSDK: String

    /// The routes named in a text, such as `GET /health`: between back-quotes, method first.
    static func routes(in text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
            .filter { route in
                ["GET", "POST", "PUT", "PATCH", "DELETE"].contains { route.hasPrefix($0 + " /") }
            }
    }
}
