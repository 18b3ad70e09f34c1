// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
public import JSON

/// What it takes to call a vendor as the pass Culture does, beyond the URL for notifications or bookings.
public struct VendorSetting: Sendable {
    /// The key that signs.
    public var key: SigningKey
    /// Where tickets are cancelled; a ticketing system needs it.
    public var cancelURL: String?
    /// A page of the vendor's test set-up that tells what cannot be seen in its answers: `{"bookings": n}` of a receiver,
    /// `{"remainingQuantity": n}` of a ticketing system.
    public var countURL: String?
    /// Fields of the payload that take the place of the made-up ones: the stock of the vendor's test set-up.
    public var fields: JSONObject
    /// The same for a stock whose tickets the vendor's set-up issues after more than 8 seconds.
    public var slowFields: JSONObject?
    /// After how long the vendor releases a ticket that it issued too late.
    public var releasedAfter: Span
    /// How long a notification's booking takes, at most, once its turn has come; a count that stands still for so long is believed.
    public var bookedAfter: Span
    /// The time by which answers are measured.
    public var time: VendorTime

    /// A key alone, unless more is said.
    public init(
        key: SigningKey, cancelURL: String? = nil, countURL: String? = nil, fields: JSONObject = [:],
        slowFields: JSONObject? = nil, releasedAfter: Span = .zero, bookedAfter: Span = .seconds(5),
        time: VendorTime = .system
    ) {
        self.key = key
        self.cancelURL = cancelURL
        self.countURL = countURL
        self.fields = fields
        self.slowFields = slowFields
        self.releasedAfter = releasedAfter
        self.bookedAfter = bookedAfter
        self.time = time
    }

    /// The birth dates that were given, which may be somebody's.
    var birthDates: [String] {
        [fields, slowFields ?? [:]].compactMap { $0["user_birth_date"]?.stringValue }
    }

    /// A payload as it may be shown: without a birth date that was given.
    func showing(_ payload: JSONValue) -> JSONValue {
        guard var object = payload.objectValue, let date = object["user_birth_date"]?.stringValue,
            birthDates.contains(date)
        else { return payload }
        object["user_birth_date"] = .string(Discretion.mask)
        return .object(object)
    }
}
