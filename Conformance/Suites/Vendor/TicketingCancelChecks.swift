// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Tickets given back (today §4.6).
enum TicketingCancelChecks {
    static let all: [Check] = [
        Check(
            "ticketing/cancel", ["PC-V1-052"],
            Sentence(
                "Annulation : les places reviennent, une seule fois.",
                "Cancelling: the seats come back, once.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.form(probe)
            // One booking for two: the pass Culture never cancels tickets of several bookings in one call.
            let issue = try await ticketing.issue(2, form: form)
            let barcodes = issue.barcodes
            guard let left = issue.remaining, Set(barcodes).count == 2 else {
                await ticketing.giveBack([issue], form: form)
                throw Interruption.precondition(
                    Evidence(expected: "two tickets with different barcodes", seen: "the same barcode twice"))
            }
            try await ticketing.askCancelling(barcodes, form: form).expectSuccess().expectRemaining(left + 2)
            let again = try await ticketing.askCancelling(barcodes, form: form)
            try again.exchange.require(again.isCancelled, "2xx, or 409 {\"error\":\"already_cancelled\",…}")
            if IssuedTickets(again).remaining != nil { try again.expectRemaining(left + 2) }
            // What the next ticket leaves cannot be a matter of words.
            let next = try await ticketing.ask(ticketing.webhook.newBooking(), form: form)
            let single = try await ticketing.takeBack(IssuedTickets(try next.expectTickets(1)), form: form)
            try next.expectRemaining(left + 1)
            try single.expectSuccess().expectRemaining(left + 2)
        },
        Check(
            "ticketing/cancel/in-time", ["PC-V1-148"],
            Sentence(
                "Annulation d'un billet, répétée, ou de deux : en 8 s.",
                "Cancelling one ticket, once more, or two: within 8 s.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            let issue = try await ticketing.issue(form: form)
            try await ticketing.askCancelling(issue.barcodes, form: form)
                .expectSuccess().expect(within: VendorLimits.ticketing)
            try await ticketing.askCancelling(issue.barcodes, form: form).expect(within: VendorLimits.ticketing)
            let two = try await ticketing.issue(2, form: form)
            try await ticketing.takeBack(two, form: form).expect(within: VendorLimits.ticketing)
        },
    ]
}
