// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A text that opens or signs something: kept with the state, and written by nothing that describes it.
package struct Secret: Hashable, Sendable {
    /// The text itself, for who signs with it or hands it out once.
    package let text: String

    /// Creates a secret.
    package init(_ text: String) {
        self.text = text
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// That there is one.
    package var description: String { "***" }
    /// That there is one.
    package var debugDescription: String { description }
    /// Nothing of it.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
