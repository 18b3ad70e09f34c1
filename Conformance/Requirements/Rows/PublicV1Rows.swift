// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about a platform of today's edition: access, countermarks, listing.
///
/// The last two digits are the number of the check in today §8; a first digit above 0 tells apart what is judged on its own.
/// What the sheet marks as inferred is a SHOULD.
enum PublicV1Rows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-001 | MUST | platform | today §8 #1 | Given no Authorization, when any route, then 401 `{"auth":"API key required"}`. | - | -
        PC-V1-002 | MUST | platform | today §8 #2 | Given `Authorization: Basic ...` or unknown key, then 401 same body. | - | -
        PC-V1-003 | MUST | platform | today §8 #3 | Given a disabled provider, then 403 `{"auth":["Inactive provider"]}`. | - | -
        PC-V1-004 | MUST | platform | today §8 #4 | Given no key and an invalid query, when GET bookings, then 401 (not 400). | - | -
        PC-V1-005 | MUST | platform | today §8 #5 | Given 200 calls in a minute, when call 201, then 429 and the client waits >= 60 s before the next call. | the platform refuses | -
        PC-V1-205 | SHOULD | platform | today §1.3 | {"global": ["Nombre de tentatives de connexion dépassé, veuillez réessayer dans une minute"]} | inferred: that the limiter of keys uses this answer is marked [?] | -
        PC-V1-006 | MUST | platform | today §8 #6 | Given an unknown path, then 404 `{}`. | - | -
        PC-V1-007 | MUST | platform | today §8 #7 | CONFIRMED product, GET token -> 200, the 22 keys of 2.2, `priceCategoryId` null, status CONFIRMED. | - | -
        PC-V1-008 | MUST | platform | today §8 #8 | Same token in lower case -> 200, same `id`. | - | -
        PC-V1-009 | MUST | platform | today §8 #9 | Unknown token, each of GET/use/keep/cancel -> 404 A. | - | -
        PC-V1-010 | MUST | platform | today §8 #10 | Token of a venue without link -> 404 A; inactive link -> 404 A. | - | -
        PC-V1-011 | MUST | platform | today §8 #11 | CONFIRMED product, use -> 204 with empty body; list `status=USED` then contains the id. | - | -
        PC-V1-012 | MUST | platform | today §8 #12 | Repeat use -> 410 C (client reports "already validated", not failure, after its own time-out). | the platform's answer | -
        PC-V1-013 | MUST | platform | today §8 #13 | USED, GET token -> 410 C. | - | -
        PC-V1-014 | MUST | platform | today §8 #14 | CANCELLED, GET and use -> 410 D. | - | -
        PC-V1-015 | MUST | platform | today §8 #15 | REIMBURSED, GET and use -> 403 B. | - | -
        PC-V1-016 | MUST | platform | today §8 #16 | Event in 7 days booked now, use -> 403, key `booking`, text holds the local date and time (not UTC) of the limit. | - | -
        PC-V1-017 | MUST | platform | today §8 #17 | Event in 7 days booked 49 h ago, use -> 204. | - | -
        PC-V1-018 | MUST | platform | today §8 #18 | Event in 36 h booked just now, use -> 204 and cancel -> 403 H. | - | -
        PC-V1-019 | MUST | platform | today §8 #19 | Closed offerer, use -> 403 K, booking stays CONFIRMED. | - | -
        PC-V1-020 | MUST | platform | today §8 #20 | USED, keep -> 204 and status CONFIRMED; the register asked for confirmation first. | the platform's answer | -
        PC-V1-021 | MUST | platform | today §8 #21 | CONFIRMED, keep -> 403 F. | - | -
        PC-V1-022 | MUST | platform | today §8 #22 | REIMBURSED, keep -> 403 G. | - | -
        PC-V1-023 | MUST | platform | today §8 #23 | CANCELLED, keep -> 410 D. | - | -
        PC-V1-024 | MUST | platform | today §8 #24 | activation code, keep -> 403 L. | - | -
        PC-V1-025 | MUST | platform | today §8 #25 | CONFIRMED product, cancel -> 204, then GET -> 410 D. | - | -
        PC-V1-026 | MUST | platform | today §8 #26 | cancel again -> 410 I. | - | -
        PC-V1-027 | MUST | platform | today §8 #27 | USED, cancel -> 410 J. | - | -
        PC-V1-028 | MUST | platform | today §8 #28 | REIMBURSED, cancel -> 403 G. | - | -
        PC-V1-029 | MUST | platform | today §8 #29 | Event booked 24 h ago, start in 3 days, cancel -> 204. | - | -
        PC-V1-030 | MUST | platform | today §8 #30 | Event in 1 week booked 48 h ago, cancel -> 403 H. | - | -
        PC-V1-031 | MUST | platform | today §8 #31 | No offerId nor venueId -> 400 `{"global":["`offerId` or `venueId` must be set"]}`. | - | -
        PC-V1-032 | MUST | platform | today §8 #32 | Foreign offer -> 404 `{"offerId":"we could not find this offer"}`; foreign venue -> 404 `{"venueId":"we could not find this venue"}`. | - | -
        PC-V1-033 | MUST | platform | today §8 #33 | 3 bookings, limit=2 -> first two by id; firstIndex=lastId+1 -> the third; past the end -> `{"bookings":[]}`. | - | -
        PC-V1-034 | SHOULD | platform | today §8 #34 | limit=51 or 0 -> 400 with key `limit` [inferred from SPEC bounds]. | inferred | -
        """#
}
