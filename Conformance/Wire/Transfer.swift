// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import JSON

/// A transfer of the pass Culture to a partner's account.
public struct Transfer: Sendable, Hashable {
    /// One booking that a transfer reimburses.
    public struct Line: Sendable, Hashable {
        /// The booking.
        public let bookingId: String
        /// What is paid for it, in cents.
        public let cents: Int64
        /// The rule by which it is paid, as shown to partners.
        public let rule: String
        /// The offer booked.
        public let offerName: String
    }

    /// When it was made, as written by the platform.
    public let executedAt: String
    /// Its amount, in cents.
    public let cents: Int64
    /// The account that it goes to.
    public let iban: String
    /// Who receives it.
    public let recipientName: String
    /// The SIREN of who receives it.
    public let recipientSiren: String
    /// Its label.
    public let label: String
    /// The bookings that it reimburses.
    public let lines: [Line]
}

extension Transfer {
    /// Reads a transfer as the control API lists it; nil when amount, account or bookings are missing.
    public init?(_ value: JSONValue) {
        guard let cents = value["amount"]?.cents, let iban = value["iban"]?.stringValue,
            let bookings = value["bookings"]?.arrayValue
        else { return nil }
        self.cents = cents
        self.iban = iban
        executedAt = value["executedAt"]?.stringValue ?? ""
        recipientName = value["recipientName"]?.stringValue ?? ""
        recipientSiren = value["recipientSiren"]?.stringValue ?? ""
        label = value["label"]?.stringValue ?? ""
        lines = bookings.compactMap { line in
            guard let id = line["bookingId"]?.stringValue, let cents = line["amount"]?.cents else { return nil }
            return Line(
                bookingId: id, cents: cents, rule: line["rule"]?.stringValue ?? "",
                offerName: line["offerName"]?.stringValue ?? "")
        }
        guard lines.count == bookings.count else { return nil }
    }

    /// What of it is for some bookings; nil when none of them is in it.
    ///
    /// Structures that share an account may share a transfer.
    func part(for bookings: Set<String>) -> Transfer? {
        let own = lines.filter { bookings.contains($0.bookingId) }
        guard !own.isEmpty else { return nil }
        return Transfer(
            executedAt: executedAt, cents: own.reduce(0) { $0 + $1.cents }, iban: iban, recipientName: recipientName,
            recipientSiren: recipientSiren, label: label, lines: own)
    }
}
