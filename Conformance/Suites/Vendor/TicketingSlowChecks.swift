// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Tickets issued after the pass Culture has given up waiting (today §4.5, §8 #53).
enum TicketingSlowChecks {
    static let all: [Check] = [
        Check(
            "ticketing/slow", ["PC-V1-053"],
            Sentence(
                "Billet émis trop tard : la place revient à la vente.",
                "A ticket issued too late: the seat can be sold again.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.form(probe)
            guard ticketing.webhook.vendor.setting.slowFields != nil else {
                throw Interruption.notJudged(
                    Sentence(
                        "Demande un stock dont votre montage d'essai émet les billets après plus de 8 s : "
                            + "--slow-payload.",
                        "Needs a stock whose tickets your test set-up issues after more than 8 s: --slow-payload."))
            }
            if ticketing.webhook.vendor.counting != nil {
                let before = try await ticketing.webhook.count("remainingQuantity")
                let late = try await lateAnswer(ticketing, form)
                let after = try await ticketing.webhook.count("remainingQuantity", hoping: before)
                try late.exchange.require(after == before, "\(before) seats left again, not \(after)")
            } else {
                // Each late answer counts its own ticket alone, when that of the one before was released.
                let first = try await lateAnswer(ticketing, form)
                guard first.elapsed > VendorLimits.ticketing else {
                    throw Interruption.notJudged(
                        Sentence(
                            "Ce stock a renoncé avant 8 s, ce qui est bien ; que sa place revienne ne se voit qu'avec "
                                + "--count-url.",
                            "This stock gave up before 8 s, as it may; that its seat comes back is seen with "
                                + "--count-url alone."))
                }
                try first.expectSuccess()
                guard let left = IssuedTickets(first).remaining else {
                    throw Interruption.precondition(
                        Evidence(expected: "a number of seats left", seen: first.exchange.summary))
                }
                try await lateAnswer(ticketing, form).expectSuccess().expectRemaining(left)
            }
        }
    ]

    /// An answer that came too late for the pass Culture, or that gave up in time, and the time after which its ticket should be
    /// released.
    ///
    /// The tickets are not given back: the pass Culture has no barcode to cancel by.
    private static func lateAnswer(_ ticketing: Ticketing, _ form: InnerForm) async throws -> TimedExchange {
        let answer = try await ticketing.ask(ticketing.webhook.newBooking(slow: true), form: form)
        // Whoever has a limit of one's own refuses before the pass Culture stops waiting, and may have sold the seat all the same.
        let gaveUp = !answer.isSuccess && answer.elapsed >= VendorLimits.givingUp
        guard answer.elapsed > VendorLimits.ticketing || gaveUp else {
            await ticketing.giveBack([IssuedTickets(answer)], form: form)
            throw Interruption.notJudged(
                Sentence(
                    "Ce stock a répondu en \(answer.elapsed.inSeconds) s : il n'est pas assez lent.",
                    "This stock answered in \(answer.elapsed.inSeconds) s: it is not slow enough."))
        }
        await ticketing.webhook.vendor.setting.time.wait(ticketing.webhook.vendor.setting.releasedAfter)
        return answer
    }
}
