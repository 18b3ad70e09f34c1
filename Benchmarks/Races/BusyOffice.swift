// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Synchronization
import TestSupport

/// A ticketing system that takes its time, fails now and then, and knows how many tickets are out for each request.
final class BusyOffice: TicketOffice, BookingListener {
    struct Failure: Error {}

    private struct Books {
        var choices: SeededRandom
        var barcodes = 0
        var out: [WebhookDigest: Int] = [:]
        var heard: [WebhookDigest: Int] = [:]
    }

    private let books: Mutex<Books>

    /// An office with choices of its own.
    init(seed: UInt64) {
        books = Mutex(Books(choices: SeededRandom(seed: seed)))
    }

    /// The most tickets that are out for one request, and how often a notification was heard at most.
    var most: (out: Int, heard: Int) { books.withLock { ($0.out.values.max() ?? 0, $0.heard.values.max() ?? 0) } }

    func book(_ booking: TicketBooking) async throws -> TicketAnswer {
        try await work()
        return books.withLock { books in
            books.barcodes += 1
            books.out[booking.reference, default: 0] += 1
            return .tickets([Ticket(barcode: "T-\(books.barcodes)")], remaining: 5)
        }
    }

    func cancel(_ cancellation: TicketCancellation) async throws -> CancellationAnswer {
        try await work()
        return .cancelled(remaining: .unlimited)
    }

    func giveBack(_ tickets: [Ticket], of booking: TicketBooking, because reason: GiveBackReason) async {
        books.withLock { $0.out[booking.reference, default: 0] -= tickets.count }
    }

    func hear(_ notification: BookingNotification) async throws {
        try await work()
        books.withLock { $0.heard[notification.reference, default: 0] += 1 }
    }

    private func work() async throws {
        let (pause, fails) = books.withLock { books in
            (Int.random(in: -7..<8, using: &books.choices), Int.random(in: 0..<8, using: &books.choices) == 0)
        }
        if pause > 0 { await SystemTime().wait(for: .milliseconds(pause)) }
        if fails { throw Failure() }
    }
}
