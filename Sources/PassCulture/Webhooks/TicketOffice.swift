// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The partner's ticketing system, as the handler of pass Culture's calls asks it.
///
/// The handler has found the signature right, sees to it that a booking which comes twice is asked once, and checks the answer before it is
/// sent. What is thrown is answered with 500: the young person sees an error, and no booking exists.
public protocol TicketOffice: Sendable {
    /// Issues tickets, or says why not. It has about seven seconds.
    func book(_ booking: TicketBooking) async throws -> TicketAnswer

    /// Takes tickets back, whoever asks and however often: a seat is freed once.
    ///
    /// It is asked each time that these barcodes come, and says how many seats are left **now**, as pass Culture sells that many. Barcodes
    /// may be used again; a request that comes late then cancels the ticket of today.
    func cancel(_ cancellation: TicketCancellation) async throws -> CancellationAnswer

    /// Frees the seats of tickets that were issued and that nobody has: pass Culture has no booking for them.
    ///
    /// It is told when they came too late for the handler, or were not what pass Culture takes. Nobody knows of an answer that got lost after
    /// the handler gave it (a connection that broke, 8 seconds that were over on the way), and a program that ends in between is told of it
    /// by ``TicketBooking/wasInterrupted`` when the call comes again, and otherwise not: seats for which pass Culture has no booking are to
    /// be looked for in its list (`today §4.5`).
    func giveBack(_ tickets: [Ticket], of booking: TicketBooking, because reason: GiveBackReason) async
}

/// Why tickets that were issued are good for nobody. New reasons may be added.
public struct GiveBackReason: Hashable, Sendable, CustomStringConvertible {
    /// The stable code.
    public let code: String

    private init(_ code: String) { self.code = code }

    /// The stable code.
    public var description: String { code }

    /// They came too late: pass Culture no longer waited.
    public static let expired = GiveBackReason("expired")

    /// They were not what pass Culture takes, and it was told nothing of them.
    public static let invalid = GiveBackReason("invalid")
}

/// Where the partner hears of bookings that were made and cancelled.
public protocol BookingListener: Sendable {
    /// Takes a notification in. What is thrown is answered with 500; pass Culture does not send it again.
    func hear(_ notification: BookingNotification) async throws
}
