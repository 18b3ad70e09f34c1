// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what tills and publishers must do under today's edition. Those of publishers no suite can judge:
/// what they ask for happens in their programs, and no call to them or from them shows it.
///
/// The numbers below 200 are those of the check in today §8, plus 100; those from 301 are of publishers.
enum PublicV1PartnerRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-V1-105 | MUST | till | today §8 #5 | Given 200 calls in a minute, when call 201, then 429 and the client waits >= 60 s before the next call. | the client waits | -
        PC-V1-112 | MUST | till | today §8 #12 | Repeat use -> 410 C (client reports "already validated", not failure, after its own time-out). | after its own time-out the client reports no failure | -
        PC-V1-115 | MUST | till | today §8 #15 | REIMBURSED, GET and use -> 403 B. | the till hands nothing over | -
        PC-V1-116 | MUST | till | today §8 #16 | Event in 7 days booked now, use -> 403, key `booking`, text holds the local date and time (not UTC) of the limit. | the till hands nothing over before it | -
        PC-V1-119 | MUST | till | today §8 #19 | Closed offerer, use -> 403 K, booking stays CONFIRMED. | the till hands nothing over | -
        PC-V1-120 | MUST | till | today §8 #20 | USED, keep -> 204 and status CONFIRMED; the register asked for confirmation first. | nothing is undone that nobody asked for; the question itself is seen by whoever sits at the till | -
        PC-V1-301 | MUST | publisher | today §3.6 | **`quantity` you send = still available now**; the stored total becomes sent + already booked | - | Le nombre qu'un fournisseur a en tête ne se lit pas dans ce qu'il envoie. // Which number a publisher means cannot be told from what it sends.
        PC-V1-302 | MUST | publisher | today §1.4 | do not resend the event start, it starts a re-schedule | the start did not change | Si un début devait changer ne se lit pas dans ce qui est envoyé. // Whether a start was meant to change cannot be told from what is sent.
        PC-V1-303 | MUST | publisher | today §3.7 | asynchronous upsert, no per-item feedback; unknown EANs are silently skipped | the publisher reads back what was published | Un fournisseur qui ne relit jamais envoie la même chose qu'un autre qui relit. // A publisher that never looks back sends the same as one that does.
        PC-V1-304 | SHOULD | publisher | today §6 | **Many CD EANs are printed with 11-12 digits (leading zeros lost): left-pad to 13**, the API refuses other lengths. | - | Cela se passe dans le catalogue du fournisseur, avant tout envoi. // It happens in the publisher's catalogue, before anything is sent.
        """#
}
