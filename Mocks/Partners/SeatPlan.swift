// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The seats of one stock of a ticketing system: how many are left, and which tickets are out.
struct SeatPlan: Sendable {
    /// How many seats can still be sold.
    private(set) var left: Int
    private var issued: [String] = []
    private var cancelled: Set<String> = []

    /// A stock of so many seats, none sold.
    init(seats: Int) {
        left = seats
    }

    /// Issues tickets with these barcodes.
    mutating func issue(_ barcodes: [String], seats: Int) {
        issued += barcodes
        left -= seats
    }

    /// A seat that nobody has and nobody can buy.
    mutating func lose() {
        left -= 1
    }

    /// Whether a ticket was cancelled.
    func isCancelled(_ barcode: String) -> Bool { cancelled.contains(barcode) }

    /// What became of barcodes that were to be cancelled.
    enum Cancellation {
        /// They are cancelled, and their seats are back.
        case done
        /// They were cancelled before.
        case repeated
        /// There are no such tickets.
        case unknown
    }

    /// Cancels tickets.
    ///
    /// - Parameters:
    ///   - barcodes: the barcodes of the tickets.
    ///   - atMost: how many seats come back at most.
    mutating func cancel(_ barcodes: [String], atMost: Int = 2) -> Cancellation {
        let out = barcodes.compactMap { barcode in issued.firstIndex(of: barcode).map { issued.remove(at: $0) } }
        guard !out.isEmpty else {
            return barcodes.allSatisfy(cancelled.contains) ? .repeated : .unknown
        }
        cancelled.formUnion(out)
        left += min(atMost, out.count)
        return .done
    }

    /// Puts seats on sale that a mistake counts twice.
    mutating func raise(by count: Int) {
        left += count
    }
}
