// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a platform of today's edition answers publishers (today §8, checks 35 to 43).
///
/// The numbers below 200 are those of the checks; those from 200 on, of what is inferred in them, are 200 more.
enum PublicV1OfferRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-035 | MUST | platform | today §8 #35 | EAN upsert known + unknown EAN -> 204; only the known one appears in GET products/ean. | - | -
        PC-V1-036 | MUST | platform | today §8 #36 | Price missing -> 400 `{"products.0.stock.price":[...]}`; price null -> same key; price 300000 -> 400 | - | -
        PC-V1-236 | SHOULD | platform | today §8 #36 | EAN of 12 digits -> 400 | inferred | -
        PC-V1-037 | SHOULD | platform | today §8 #37 | 2 booked, upsert quantity 3 -> later GET shows quantity 5 total and bookedQuantity 2 | what GET shows is inferred | -
        PC-V1-038 | MUST | platform | today §8 #38 | check_availability with 101 EANs -> 400 `{"eans":["Too many EANs"]}`. | - | -
        PC-V1-039 | MUST | platform | today §8 #39 | Event `hasTicket:true` without URLs -> 400, key `global`; with URLs but without bookingContact -> 400, key `offer`. | - | -
        PC-V1-040 | MUST | platform | today §8 #40 | dates POST with past start -> 400 key `dates.0.beginningDatetime`; naive -> same key; unknown price category -> key `dates.<i>.priceCategoryId`. | - | -
        PC-V1-041 | MUST | platform | today §8 #41 | DELETE date -> 204 and its CONFIRMED bookings are CANCELLED; twice -> 404 `{"stock_id":["No stock could be found"]}`. | - | -
        PC-V1-042 | MUST | platform | today §8 #42 | POST product LIVRE_PAPIER -> 400. POST product ok -> 200 or 201. | - | -
        PC-V1-043 | MUST | platform | today §8 #43 | PATCH provider `{"cancelUrl":null}` alone -> 400 key `ticketing_urls`. | - | -
        """#
}
