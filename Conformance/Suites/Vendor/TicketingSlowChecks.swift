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
            let form = try await ticketing.ready(probe)
            guard ticketing.webhook.vendor.setting.slowFields != nil else {
                throw Interruption.notJudged(
                    Sentence(
                        "Demande un stock dont votre montage d'essai émet les billets après plus de 8 s : "
                            + "--slow-payload.",
                        "Needs a stock whose tickets your test set-up issues after more than 8 s: --slow-payload."))
            }
            if ticketing.webhook.vendor.counting == nil {
                try await judgeByAnswers(ticketing, form)
            } else {
                try await judgeByCount(ticketing, form)
            }
        }
    ]

    /// The page that counts says the same before a ticket that is hung up on, and after.
    private static func judgeByCount(_ ticketing: Ticketing, _ form: InnerForm) async throws {
        let before = try await ticketing.webhook.count("remainingQuantity")
        let first = try await slowAnswer(ticketing, form)
        guard first.elapsed > VendorLimits.ticketing else {
            // It gave up in time, so that this is what the pass Culture gets.
            let after = try await ticketing.webhook.count("remainingQuantity", hoping: before)
            try first.exchange.require(after == before, "\(before) seats left again, not \(after)")
            return
        }
        let left = try await ticketing.webhook.count("remainingQuantity")
        try await hangUp(on: ticketing, form, usually: first.elapsed)
        let after = try await ticketing.webhook.count("remainingQuantity", hoping: left)
        if left < before { await ticketing.giveBack([IssuedTickets(first)], form: form, mayBeGone: true) }
        try first.exchange.require(after == left, "\(left) seats left again after a ticket hung up on, not \(after)")
    }

    /// Answers that are waited for say how many seats are left before a ticket that is hung up on, and after.
    ///
    /// Whoever releases a seat because the connection was closed keeps those whose late answer was taken: two of them show what such
    /// an answer costs, which is not judged.
    private static func judgeByAnswers(_ ticketing: Ticketing, _ form: InnerForm) async throws {
        let first = try await slowAnswer(ticketing, form)
        guard first.elapsed > VendorLimits.ticketing else {
            throw Interruption.notJudged(
                Sentence(
                    "Ce stock a renoncé avant 8 s, ce qui est bien ; que sa place revienne ne se voit qu'avec "
                        + "--count-url.",
                    "This stock gave up before 8 s, as it may; that its seat comes back is seen with "
                        + "--count-url alone."))
        }
        let second = try await slowAnswer(ticketing, form)
        let left = (try remaining(first), try remaining(second))
        try await hangUp(on: ticketing, form, usually: max(first.elapsed, second.elapsed))
        let third = try await slowAnswer(ticketing, form)
        let cost = left.0 - left.1
        if cost > 0 {
            await ticketing.giveBack(
                [first, second, third].map(IssuedTickets.init), form: form, mayBeGone: true)
        }
        try third.exchange.require(
            try remaining(third) >= left.1 - cost,
            "\"remainingQuantity\":\(left.1 - cost), the seat of the ticket before, hung up on after 8 s, being back")
    }

    private static func remaining(_ answer: TimedExchange) throws -> Int {
        guard let left = IssuedTickets(try answer.expectSuccess()).remaining else {
            throw Interruption.precondition(
                Evidence(expected: "a number of seats left", seen: answer.exchange.summary))
        }
        return left
    }

    /// An answer that came too late for the pass Culture, or that gave up in time, and the time after which its ticket should be
    /// released.
    private static func slowAnswer(_ ticketing: Ticketing, _ form: InnerForm) async throws -> TimedExchange {
        let answer = try await ticketing.ask(ticketing.webhook.newBooking(slow: true), form: form)
        // Whoever has a limit of one's own refuses before the pass Culture stops waiting, and may have sold the seat all the same.
        let gaveUp = !answer.isSuccess && answer.elapsed >= VendorLimits.givingUp
        guard answer.elapsed > VendorLimits.ticketing || gaveUp else { throw await notSlow(answer, ticketing, form) }
        await ticketing.webhook.vendor.setting.time.wait(ticketing.webhook.vendor.setting.releasedAfter)
        return answer
    }

    /// A ticket for which the pass Culture does not wait any more, and the time after which it should be released.
    ///
    /// It is not given back: the pass Culture has no barcode to cancel by.
    private static func hangUp(on ticketing: Ticketing, _ form: InnerForm, usually: Span) async throws {
        let answer = try await ticketing.askHangingUp(ticketing.webhook.newBooking(slow: true), form: form)
        if let answer, answer.elapsed <= VendorLimits.ticketing { throw await notSlow(answer, ticketing, form) }
        // The system goes on for as long as it usually takes, and may issue the ticket only then.
        let rest = usually - VendorLimits.ticketing + .seconds(1)
        await ticketing.webhook.vendor.setting.time.wait(rest + ticketing.webhook.vendor.setting.releasedAfter)
    }

    private static func notSlow(
        _ answer: TimedExchange, _ ticketing: Ticketing, _ form: InnerForm
    ) async -> Interruption {
        await ticketing.giveBack([IssuedTickets(answer)], form: form)
        return .notJudged(
            Sentence(
                "Ce stock a répondu en \(answer.elapsed.inSeconds) s : il n'est pas assez lent.",
                "This stock answered in \(answer.elapsed.inSeconds) s: it is not slow enough."))
    }
}
