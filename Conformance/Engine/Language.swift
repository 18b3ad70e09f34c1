// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A language in which people are spoken to.
public enum Language: String, Sendable, CaseIterable {
    /// French.
    case french = "fr"
    /// English.
    case english = "en"
}
