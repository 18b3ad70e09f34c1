// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The countermarks that no booking ever gets: those that the platform answers by itself, whatever was booked.
package enum ReservedCountermarks {
    /// How they begin; the letters are such that a countermark can have them (`contract 2018-12 §3`).
    package static let prefix = "MAGE"

    /// Whether a countermark is one of them.
    package static func contains(_ countermark: String) -> Bool { countermark.utf8.starts(with: prefix.utf8) }
}
