// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Tickets that are given back, told to the partner's `cancelUrl` (`today §4.6`); the barcodes are hidden from every kind of printing.
public struct TicketCancellation: Hashable, Sendable, Masked {
    /// The barcodes: one, or two of a duo.
    public let barcodes: [String]
    /// The name of these barcodes, the same whenever they are given back: for the partner's own records.
    public let reference: WebhookDigest
    /// Whether it was being dealt with when the program ended: the seats may be free already.
    public internal(set) var wasInterrupted = false

    /// Reads a request to cancel in a signed text.
    ///
    /// - Throws: ``WebhookRefusal`` when it is none.
    public init(_ text: SignedText) throws(WebhookRefusal) {
        let reader = try text.reader()
        barcodes = try WebhookRefusal.reading { () throws(JSONReadingError) in
            let barcodes = try reader["barcodes"].array().map { barcode throws(JSONReadingError) in try barcode.string()
            }
            guard !barcodes.isEmpty else { throw reader["barcodes"].error(expected: "one barcode or more") }
            return barcodes
        }
        reference = text.digest(for: .cancellation)
    }
}
