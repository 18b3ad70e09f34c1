// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why something that was kept cannot be read: what is wrong, and where.
package struct StoredError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A sentence in English, without a full stop.
    package let description: String

    /// Creates an error from its sentence.
    package init(_ description: String) {
        self.description = description
    }
}
