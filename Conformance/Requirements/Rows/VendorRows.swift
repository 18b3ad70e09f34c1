// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a vendor must do when the pass Culture calls it: receivers of notifications and
/// ticketing systems.
///
/// The last two digits are the number of the check in today §8; a first digit above 0 tells apart what one of them asks
/// of another actor, or judges on its own. What the sheet marks as inferred is a SHOULD.
enum VendorRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-044 | MUST | webhook receiver | today §8 #44 | BOOK notification, double-encoded, valid signature -> 2xx within 10 s. | - | -
        PC-V1-144 | MUST | webhook receiver | today §4.4 | For products and for events with `hasTicket: false`, on BOOK and CANCEL. | the action is CANCEL | -
        PC-V1-045 | MUST | webhook receiver | today §8 #45 | Same with the spaced-ASCII and the compact-UTF-8 inner text (accents in names) -> both accepted. | - | -
        PC-V1-145 | MUST | ticketing partner | today §8 #45 | Same with the spaced-ASCII and the compact-UTF-8 inner text (accents in names) -> both accepted. | the signature applies to all three calls (today §4.2) | -
        PC-V1-046 | MUST | webhook receiver | today §8 #46 | Missing or wrong signature -> 401, nothing stored. | it is refused with some 4xx; which one is PC-V1-446 | -
        PC-V1-146 | MUST | webhook receiver | today §8 #46 | Missing or wrong signature -> 401, nothing stored. | what is stored; needs a page of the test set-up that counts | -
        PC-V1-246 | MUST | ticketing partner | today §8 #46 | Missing or wrong signature -> 401, nothing stored. | bookings and cancellations are refused with some 4xx; which one is PC-V1-546 | -
        PC-V1-346 | MUST | ticketing partner | today §8 #46 | Missing or wrong signature -> 401, nothing stored. | no seat is taken and no ticket cancelled | -
        PC-V1-446 | SHOULD | webhook receiver | today §4.2 | Suggested vendor answer to a bad/missing signature: 401 `{"message": "Invalid Signature"}` (docs sample). | the status | -
        PC-V1-546 | SHOULD | ticketing partner | today §4.2 | Suggested vendor answer to a bad/missing signature: 401 `{"message": "Invalid Signature"}` (docs sample). | the status, of bookings and of cancellations | -
        PC-V1-047 | MUST | webhook receiver | today §8 #47 | Same notification twice -> one effect. | needs a page of the test set-up that counts | -
        PC-V1-048 | MUST | ticketing partner | today §8 #48 | booking quantity 1 -> 2xx within 8 s, 1 ticket, non-empty barcode <= 100, `remainingQuantity` present. | - | -
        PC-V1-148 | MUST | ticketing partner | today §4.6 | Ticket cancellation (`cancelUrl`), synchronous, 8 s | - | -
        PC-V1-049 | MUST | ticketing partner | today §8 #49 | quantity 2 -> 2 distinct barcodes. | - | -
        PC-V1-050 | MUST | ticketing partner | today §8 #50 | No seat left -> 409 `{"error":"sold_out","remainingQuantity":0}`. | the stock is not unlimited | -
        PC-V1-051 | MUST | ticketing partner | today §8 #51 | One seat left, quantity 2 -> 409 `{"error":"not_enough_seats","remainingQuantity":1}` and no seat consumed. | the stock is not unlimited | -
        PC-V1-052 | MUST | ticketing partner | today §8 #52 | Cancel with those barcodes -> 2xx `remainingQuantity` raised by their number; repeat -> 2xx or 409 `already_cancelled`, count not raised twice. | the stock is not unlimited | -
        PC-V1-053 | SHOULD | ticketing partner | today §8 #53 | Slow vendor (9 s) -> mock drops the booking; vendor must not keep the seat sold for ever. | inferred: that the vendor expires unclaimed tickets itself is marked [?] in today §4.5; needs a stock that the test set-up slows down | -
        PC-V1-054 | MUST | webhook receiver | today §8 #54 | Unknown extra key in a payload, null `offer_ean`, null `booking_confirmation_date`, dates with and without microseconds -> accepted. | - | -
        PC-V1-154 | MUST | ticketing partner | today §8 #54 | Unknown extra key in a payload, null `offer_ean`, null `booking_confirmation_date`, dates with and without microseconds -> accepted. | - | -
        """#
}
