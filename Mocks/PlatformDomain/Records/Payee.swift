// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Whom an account belongs to: a structure, or one of its venues alone (`guide G30`).
package enum Payee: Sendable, Hashable {
    /// A structure.
    case offerer(Identifier<Offerer>)
    /// A venue.
    case venue(Identifier<Venue>)
}
