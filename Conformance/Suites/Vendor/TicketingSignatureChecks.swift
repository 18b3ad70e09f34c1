// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Calls that the pass Culture did not sign (today §4.2).
enum TicketingSignatureChecks {
    /// All of them, those that need seats first: what a badly signed booking takes may not be had back.
    static let all: [Check] = [
        Check(
            "ticketing/signature/no-effect", ["PC-V1-346"],
            Sentence(
                "Mal signé : aucune place prise, aucun billet annulé.",
                "Badly signed: no seat is taken, no ticket cancelled.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            var taken: [IssuedTickets] = []
            do {
                try await noEffect(of: ticketing, form, &taken)
            } catch {
                await ticketing.giveBack(taken, form: form, mayBeGone: true)
                throw error
            }
            await ticketing.giveBack(taken, form: form, mayBeGone: true)
        },
        Check(
            "ticketing/signature/cancel", ["PC-V1-246"],
            Sentence(
                "Annulation sans signature ou mal signée : refusée, 4xx.",
                "A cancellation unsigned or badly signed: refused, 4xx.")
        ) { probe in
            try await badCancellations(Ticketing(probe), probe) { try $0.expectRefusal() }
        },
        Check(
            "ticketing/signature/status", ["PC-V1-546"],
            Sentence("Mal signé : le statut conseillé, 401.", "Badly signed: the status that is suggested, 401.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            try await badCancellations(ticketing, probe) { try $0.expect(401) }
            for signing in bad {
                let answer = try await ticketing.ask(ticketing.webhook.newBooking(), form: form, signing: signing)
                await ticketing.giveBack([IssuedTickets(answer)], form: form)
                try answer.exchange.expect(401)
            }
        },
        Check(
            "ticketing/signature/booking", ["PC-V1-246"],
            Sentence(
                "Réservation sans signature ou mal signée : refusée, 4xx.",
                "A booking unsigned or badly signed: refused, 4xx.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.form(probe)
            for signing in bad {
                let answer = try await ticketing.ask(ticketing.webhook.newBooking(), form: form, signing: signing)
                await ticketing.giveBack([IssuedTickets(answer)], form: form)
                try answer.exchange.expectRefusal()
            }
        },
    ]

    /// Badly signed bookings, then badly signed cancellations, each with a count of its own: a seat that is taken and one that comes
    /// back would leave the number as it was.
    private static func noEffect(
        of ticketing: Ticketing, _ form: InnerForm, _ taken: inout [IssuedTickets]
    ) async throws {
        let first = try await ticketing.issue(form: form)
        taken.append(first)
        guard let left = first.remaining, left >= 2 else { throw Ticketing.tooFewSeats }
        for signing in bad {
            let answer = try await ticketing.ask(ticketing.webhook.newBooking(), form: form, signing: signing)
            taken.append(IssuedTickets(answer))
        }
        let second = try await ticketing.ask(ticketing.webhook.newBooking(), form: form)
        taken.append(IssuedTickets(second))
        try second.expectSuccess().expectRemaining(left - 1)
        for signing in bad {
            _ = try await ticketing.askCancelling(first.barcodes, form: form, signing: signing)
        }
        let third = try await ticketing.ask(ticketing.webhook.newBooking(), form: form)
        taken.append(IssuedTickets(third))
        try third.expectSuccess().expectRemaining(left - 2)
    }

    /// A ticket that is cancelled badly signed in every way, each answer judged, and given back.
    private static func badCancellations(
        _ ticketing: Ticketing, _ probe: Probe, _ judge: (Exchange) throws -> Void
    ) async throws {
        let form = try await ticketing.ready(probe)
        let issue = try await ticketing.issue(form: form)
        do {
            for signing in bad {
                try judge(await ticketing.askCancelling(issue.barcodes, form: form, signing: signing).exchange)
            }
        } catch {
            await ticketing.giveBack([issue], form: form, mayBeGone: true)
            throw error
        }
        await ticketing.giveBack([issue], form: form, mayBeGone: true)
    }

    private static let bad = [WebhookSigning.missing] + WebhookSigning.wrong
}
