// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a person spent, of what they may spend.
package struct Expenses: Sendable, Hashable {
    /// One ceiling and what was spent of it.
    package struct Share: Sendable, Hashable {
        /// The ceiling.
        package let max: Euros
        /// What was spent on bookings that are not cancelled.
        package let actual: Euros
    }

    /// Everything, dates included.
    package let all: Share
    /// Physical things.
    package let physical: Share
    /// Digital things.
    package let digital: Share
}
