// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The 200 answer to a check, read strictly: what is there must be of its type (`contract 2018-12 §2.1`).
struct VerificationContent: Sendable {
    /// What is told about the booking.
    let details: BookingDetails

    /// Whether the countermark is used. The service never answers 200 for a used one; another platform might.
    let isUsed: Bool

    /// Reads the body.
    ///
    /// Only `bookingId` must be there: it tells the platform's answer from any other JSON.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/unreadableAnswer``; its detail names the field,
    ///   never what it held.
    init(_ body: [UInt8]) throws(PassCultureError) {
        let reader: JSONReader
        do throws(JSONSyntaxError) {
            reader = JSONReader(try JSONValue(parsing: body))
        } catch {
            throw PassCultureError(.unreadableAnswer, status: 200, detail: "no JSON, from byte \(error.offset) on")
        }
        do throws(JSONReadingError) {
            var details = BookingDetails(bookingID: try reader["bookingId"].string())
            details.offerName = try reader["offerName"].stringIfPresent()
            details.userName = try reader["userName"].stringIfPresent()
            details.venueDepartementCode = try reader["venueDepartementCode"].stringIfPresent()
            details.phoneNumber = try reader["phoneNumber"].stringIfPresent()
            details.date = try Self.instant(reader["date"])
            details.dateOfBirth = try Self.instant(reader["dateOfBirth"])
            // Old accounts may have an address that is none; that must not spoil the sale.
            details.email = try reader["email"].stringIfPresent().flatMap { try? EmailAddress($0) }
            self.details = details
            isUsed = try reader["isUsed"].boolIfPresent() ?? false
        } catch {
            // Not `error.description`: it repeats what was found, which may be about a person.
            throw PassCultureError(
                .unreadableAnswer, status: 200, detail: "\(error.path): expected \(error.expected)")
        }
    }

    private static func instant(_ reader: JSONReader) throws(JSONReadingError) -> Instant? {
        guard let text = try reader.stringIfPresent() else { return nil }
        guard let instant = Instant(iso8601: text) else { throw reader.error(expected: "a date") }
        return instant
    }
}
