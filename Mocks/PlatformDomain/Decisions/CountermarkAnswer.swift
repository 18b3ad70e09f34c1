// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What checking a countermark tells.
package enum CountermarkAnswer: Sendable, Hashable {
    /// The booking: for those who may edit the structure.
    case full(Booking)
    /// That it is valid, and nothing more: for everybody else.
    case confirmed
}
