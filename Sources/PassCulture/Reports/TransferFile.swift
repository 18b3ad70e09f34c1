// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the portal says of a structure's bookings and whether they were paid: the table of the screen "Réservations" as CSV (`guide G34`).
///
/// Of what a partner can download it alone names the countermark beside the state of the payment; the list of transfers ("Virements")
/// names offers and sums only.
public struct TransferFile: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// A booking of the table.
    public struct Row: Hashable, Sendable, Masked {
        /// Where it stands in the file, from 1.
        public let line: Int
        /// The countermark.
        public let countermark: Countermark
        /// The name of the offer.
        public let offerName: String
        /// The name of the venue at the pass Culture.
        public let venueName: String
        /// What the pass was debited, in cents.
        public let amountCents: Int64
        /// How far the payment has come.
        let state: BookingState

        /// How far the payment has come, in the portal's words, such as `À valider` or `OK`.
        public var paymentState: String { state.rawValue }
        /// Whether it was paid by a transfer.
        public var isPaid: Bool { state == .transferred }
    }

    /// The bookings, in the order of the file.
    public let rows: [Row]

    /// Reads the table.
    ///
    /// - Throws: ``ListReadingError``, with the line of what is wrong.
    public init(bookingsCSV bytes: [UInt8]) throws(ListReadingError) {
        let table = try CSVTable(parsing: bytes)
        guard table.header.contains("Contremarque") || !table.header.contains("IBAN") else {
            throw ListReadingError(
                .columns, line: 1,
                "ce fichier de virements ne nomme pas de contremarque : prenez le CSV de l'écran Réservations.",
                "this file of transfers names no countermark: take the CSV of the screen \"Réservations\".")
        }
        let places = try table.places(of: ["Offre", "Lieu", "Contremarque", "Prélevé", "État du paiement"])
        var rows: [Row] = []
        var seen: Set<Countermark> = []
        for row in table.rows {
            let cells = places.map { row.cells[$0] }
            guard let countermark = try? Countermark(cells[2]) else {
                throw ListReadingError(
                    .value, line: row.line, "la contremarque n'a pas six lettres ou chiffres.",
                    "the countermark does not have six letters or digits.")
            }
            guard seen.insert(countermark).inserted else {
                throw ListReadingError(
                    .duplicate, line: row.line, "cette contremarque y est déjà.",
                    "this countermark stands there already.")
            }
            guard let cents = FrenchTable.cents(cells[3]) else {
                throw ListReadingError(
                    .value, line: row.line, "« Prélevé » doit être un montant comme 10,00 €.",
                    "\"Prélevé\" must be an amount like 10,00 €.")
            }
            guard let state = BookingState(rawValue: cells[4].trimmed()) else {
                throw ListReadingError(
                    .value, line: row.line, "« État du paiement » est inconnu.", "\"État du paiement\" is unknown.")
            }
            rows.append(
                Row(
                    line: row.line, countermark: countermark, offerName: cells[0], venueName: cells[1],
                    amountCents: cents, state: state))
        }
        self.rows = rows
    }

    /// How many bookings there are.
    public var description: String { "TransferFile(\(rows.count) bookings)" }

    /// A mirror of how many there are.
    public var customMirror: Mirror { Mirror(self, children: ["count": rows.count], displayStyle: .struct) }
}
