// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a check tells of a booking; it prints nothing of the person.
public struct ProviderDeskBooking: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The booking's number.
    public let id: Int?
    /// Who booked.
    public let userEmail: String?
    /// The offer's name.
    public let offerName: String?
    /// How many.
    public let quantity: Int?
    /// The venue's number.
    public let venueId: Int?

    /// What was told.
    public init(id: Int?, userEmail: String?, offerName: String?, quantity: Int?, venueId: Int?) {
        self.id = id
        self.userEmail = userEmail
        self.offerName = offerName
        self.quantity = quantity
        self.venueId = venueId
    }

    /// The booking's number.
    public var description: String { "booking \(id.map(String.init) ?? "without a number")" }

    /// Nothing about the person.
    public var customMirror: Mirror { Mirror(self, children: ["id": id as Any]) }
}
