// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a platform of today's edition answers publishers (today §8, checks 35 to 43).
///
/// The numbers from 100 on are those of the check, plus 100; those from 200 on are of the part of it that is inferred.
enum PublicV1OfferRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-135 | MUST | platform | today §8 #35 | EAN upsert known + unknown EAN -> 204; only the known one appears in GET products/ean. | - | -
        PC-V1-136 | MUST | platform | today §8 #36 | Price missing -> 400 `{"products.0.stock.price":[...]}`; price null -> same key; price 300000 -> 400 | - | -
        PC-V1-236 | SHOULD | platform | today §8 #36 | EAN of 12 digits -> 400 | inferred | -
        PC-V1-237 | SHOULD | platform | today §8 #37 | 2 booked, upsert quantity 3 -> later GET shows quantity 5 total and bookedQuantity 2 | what GET shows is inferred | -
        PC-V1-138 | MUST | platform | today §8 #38 | check_availability with 101 EANs -> 400 `{"eans":["Too many EANs"]}`. | - | -
        PC-V1-139 | MUST | platform | today §8 #39 | Event `hasTicket:true` without URLs -> 400, key `global`; with URLs but without bookingContact -> 400, key `offer`. | - | -
        PC-V1-140 | MUST | platform | today §8 #40 | dates POST with past start -> 400 key `dates.0.beginningDatetime`; naive -> same key; unknown price category -> key `dates.<i>.priceCategoryId`. | - | -
        PC-V1-141 | MUST | platform | today §8 #41 | DELETE date -> 204 and its CONFIRMED bookings are CANCELLED; twice -> 404 `{"stock_id":["No stock could be found"]}`. | - | -
        PC-V1-142 | MUST | platform | today §8 #42 | POST product LIVRE_PAPIER -> 400. POST product ok -> 200 or 201. | - | -
        PC-V1-143 | MUST | platform | today §8 #43 | PATCH provider `{"cancelUrl":null}` alone -> 400 key `ticketing_urls`. | - | -
        """#
}
