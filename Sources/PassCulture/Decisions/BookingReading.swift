// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Reads bookings of the public API v1 (`today §2.2`): strictly what a sale depends on, leniently what only adorns it.
enum BookingReading {
    /// The booking that is the whole of a body.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/unreadableAnswer``; its detail names the field, never what
    ///   it held.
    static func booking(in body: [UInt8]) throws(PassCultureError) -> BookingDetails {
        try reading(body) { reader throws(JSONReadingError) in try booking(reader) }
    }

    /// The bookings of one page of a list.
    ///
    /// - Throws: as ``booking(in:)``.
    static func page(in body: [UInt8]) throws(PassCultureError) -> [BookingDetails] {
        try reading(body) { reader throws(JSONReadingError) in
            var bookings: [BookingDetails] = []
            for element in try reader["bookings"].array() { bookings.append(try booking(element)) }
            return bookings
        }
    }

    private static func reading<Value>(
        _ body: [UInt8], _ read: (JSONReader) throws(JSONReadingError) -> Value
    ) throws(PassCultureError) -> Value {
        let reader: JSONReader
        do throws(JSONSyntaxError) {
            reader = JSONReader(try JSONValue(parsing: body))
        } catch {
            throw PassCultureError(.unreadableAnswer, status: 200, detail: "no JSON, from byte \(error.offset) on")
        }
        do throws(JSONReadingError) {
            return try read(reader)
        } catch {
            // Not `error.description`: it repeats what was found, which may be about a person.
            throw PassCultureError(
                .unreadableAnswer, status: 200, detail: "\(error.path): expected \(error.expected)")
        }
    }

    /// Number, status and venue must be there: they tell the platform's answer from any other JSON, and whose booking it is. How many, at
    /// which price and from when must be what they ought to be, if they are there; whatever else holds a surprise is left out, as it must
    /// not spoil the sale, nor a whole list.
    private static func booking(_ reader: JSONReader) throws(JSONReadingError) -> BookingDetails {
        var booking = BookingDetails(bookingID: String(try reader["id"].int()))
        booking.status = BookingStatus(rawValue: try reader["status"].string())
        booking.venueID = try reader["venueId"].int()
        booking.quantity = try reader["quantity"].intIfPresent()
        booking.priceCents = try reader["price"].intIfPresent().map(Int64.init)
        booking.creationDate = try? instant(reader["creationDate"])
        booking.confirmationDate = try instant(reader["confirmationDate"])
        booking.offerID = try? reader["offerId"].intIfPresent()
        booking.stockID = try? reader["stockId"].intIfPresent()
        booking.priceCategoryID = try? reader["priceCategoryId"].intIfPresent()
        booking.priceCategoryLabel = try? reader["priceCategoryLabel"].stringIfPresent()
        booking.offerName = try? reader["offerName"].stringIfPresent()
        booking.venueName = try? reader["venueName"].stringIfPresent()
        booking.ean = try? reader["offerEan"].stringIfPresent()
        booking.offerAddress = try? reader["offerAddress"].stringIfPresent()
        booking.venueDepartementCode = try? reader["offerDepartmentCode"].stringIfPresent()
        booking.phoneNumber = try? reader["userPhoneNumber"].stringIfPresent()
        booking.userPostalCode = try? reader["userPostalCode"].stringIfPresent()
        booking.dateOfBirth = try? birth(reader["userBirthDate"])
        booking.userBirthDate = booking.dateOfBirth.map { CivilDate($0) }
        let names = [try? reader["userFirstName"].stringIfPresent(), try? reader["userLastName"].stringIfPresent()]
        let name = names.compactMap(\.self).joined(separator: " ")
        booking.userName = name.isEmpty ? nil : name
        booking.email = (try? reader["userEmail"].stringIfPresent()).flatMap { try? EmailAddress($0) }
        return booking
    }

    private static func instant(_ reader: JSONReader) throws(JSONReadingError) -> Instant? {
        guard let text = try reader.stringIfPresent() else { return nil }
        guard let instant = Instant(iso8601: text) else { throw reader.error(expected: "a date and time") }
        return instant
    }

    /// A day; the specification's example has a time behind it, which says nothing.
    private static func birth(_ reader: JSONReader) throws(JSONReadingError) -> Instant? {
        guard let text = try reader.stringIfPresent() else { return nil }
        guard let instant = Instant(iso8601: text.prefix(10) + "T00:00:00Z") else {
            throw reader.error(expected: "a date")
        }
        return instant
    }
}
