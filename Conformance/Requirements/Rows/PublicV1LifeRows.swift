// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what becomes of bookings of today's edition, which its journeys judge (today §3 to §5).
///
/// Those from 421 on are about the journeys as wholes. What the sheet marks as inferred or unchecked is a SHOULD.
enum PublicV1LifeRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-401 | MUST | platform | today §5 | `max(bookedAt, min(start - 48 h, bookedAt + 48 h))`; confirmed when limit <= now | what confirmationDate tells | -
        PC-V1-402 | MUST | platform | today §5 | CONFIRMED -> USED 48 h after start | event auto-validation | -
        PC-V1-403 | MUST | platform | today §5 | auto CANCELLED after 30 days; books 10 days | books | -
        PC-V1-404 | SHOULD | platform | today §5 | auto CANCELLED after 30 days; books 10 days | inferred: that digital products are among them | -
        PC-V1-405 | MUST | platform | today §5 | every two weeks for products; "after a given period" for events; irreversible | USED -> REIMBURSED | -
        PC-V1-406 | SHOULD | platform | today §5 | books: 100 % up to 20 k, 95 % above | inferred: today's rates were not checked | -
        PC-V1-407 | SHOULD | platform | today §5 | general: 100 % up to 20 k EUR, 95 % 20-40 k, 92 % 40-150 k, 90 % above 150 k | inferred: today's rates were not checked | -
        PC-V1-408 | SHOULD | platform | today §5 | categories marked not-reimbursed (digital): 0 % | inferred: today's rates were not checked | -
        PC-V1-409 | MUST | platform | today §4.5 | number of tickets must equal `booking_quantity`. | the ticketing system is called, and its tickets are the booking's | -
        PC-V1-410 | MUST | platform | today §4.5 | Refusal: `409` `{"error":"sold_out","remainingQuantity":0}` | then no booking exists | -
        PC-V1-411 | MUST | platform | today §4.6 | Request `{"barcodes":["...", "..."]}` (1 or 2). Success 2xx | the beneficiary cancels | -
        PC-V1-412 | MUST | platform | today §3.4 | `POST /public/offers/v1/events` | with a price category and a date | -
        PC-V1-413 | MUST | platform | today §3.7 | asynchronous upsert, no per-item feedback; unknown EANs are silently skipped | 204 | -
        PC-V1-414 | MUST | platform | today §2.3 | until `confirmationDate` you may cancel but not validate | the beneficiary cancels, and the credit comes back | -
        PC-V1-415 | MUST | platform | today §3.3 | `{"type":"digital","venueId","url"}` (url may hold `{token}` `{email}` `{offerId}`) | - | -
        PC-V1-421 | MUST | platform | today §2.3 | For events the two windows are complementary | the whole journey of an event without tickets | -
        PC-V1-422 | MUST | platform | today §4.5 | Ticket booking (`bookingUrl`), synchronous, answer within **8 s** | the whole journey of an event with tickets | -
        PC-V1-423 | MUST | platform | today §3.7 | **by EAN** for paper books, CDs, vinyl (mandatory there) | the whole journey of a bookshop | -
        PC-V1-424 | MUST | platform | today §2.3 | digital offer with activation code, USED | the whole journey of an online platform | -
        """#
}
