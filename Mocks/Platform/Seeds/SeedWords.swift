// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A text in the two languages that people read.
package struct SeedWords: Sendable, Hashable {
    /// In French.
    package let french: String
    /// In English.
    package let english: String
}
