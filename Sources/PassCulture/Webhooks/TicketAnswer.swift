// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the partner answers to a booking that waits for tickets.
public enum TicketAnswer: Hashable, Sendable {
    /// As many tickets as were asked for, and how many seats are left.
    case tickets([Ticket], remaining: SeatsLeft)
    /// No seat is left.
    case soldOut
    /// Fewer seats are left than were asked for; none of them was taken.
    case notEnoughSeats(remaining: Int)
}

/// What the partner answers to tickets that are given back.
public enum CancellationAnswer: Hashable, Sendable {
    /// The tickets are no longer good, and so many seats are left now.
    case cancelled(remaining: SeatsLeft)
    /// They were no longer good before; nothing was changed.
    case alreadyCancelled(remaining: SeatsLeft)
}
