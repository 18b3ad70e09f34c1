// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Tickets for one and for two, in both inner forms (today §4.5).
enum TicketingBookingChecks {
    /// The plainest booking.
    static let single = Check(
        "ticketing/single", ["PC-V1-048"],
        Sentence("Une place : 2xx en 8 s, un billet utilisable.", "One seat: 2xx within 8 s, one usable ticket.")
    ) { probe in
        let ticketing = try Ticketing(probe)
        let answer = try await ticketing.accepted()
        await ticketing.giveBack([IssuedTickets(answer)], form: try await ticketing.form(probe))
        try answer.expect(within: VendorLimits.ticketing).expectTickets(1).expectUsableTickets().expectRemaining()
    }

    /// The others.
    static let others: [Check] = [
        Check(
            "ticketing/duo", ["PC-V1-049"],
            Sentence(
                "Deux places : en 8 s, deux billets utilisables, deux codes-barres différents.",
                "Two seats: within 8 s, two usable tickets, two different barcodes.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            let answer = try await ticketing.ask(ticketing.webhook.newBooking().of(2), form: form)
            let issued = IssuedTickets(answer)
            await ticketing.giveBack([issued], form: form)
            if try await ticketing.lacksSeats(answer, for: 2, form: form) { throw Ticketing.tooFewSeats }
            try answer.expect(within: VendorLimits.ticketing).expectTickets(2).expectUsableTickets().expectRemaining()
            try answer.exchange.require(Set(issued.barcodes).count == 2, "two different barcodes")
        },
        form(
            "ticketing/form/spaced-ascii", .spacedASCII,
            Sentence(
                "Accents, texte intérieur espacé en ASCII : un billet, et il s'annule.",
                "Accents, spaced ASCII inner text: a ticket, and it can be cancelled.")),
        form(
            "ticketing/form/compact-utf8", .compactUTF8,
            Sentence(
                "Accents, texte intérieur compact en UTF-8 : un billet, et il s'annule.",
                "Accents, compact UTF-8 inner text: a ticket, and it can be cancelled.")),
    ]

    private static func form(_ id: String, _ form: InnerForm, _ title: Sentence) -> Check {
        Check(id, ["PC-V1-145"], title) { probe in
            let ticketing = try Ticketing(probe)
            let usual = try await ticketing.ready(probe)
            let answer = try await ticketing.ask(ticketing.webhook.newBooking().accented, form: form).expectTickets(1)
            let issued = IssuedTickets(answer)
            let cancelled = try await ticketing.askCancelling(issued.barcodes, form: form)
            guard cancelled.isSuccess else {
                await ticketing.giveBack([issued], form: usual)
                throw cancelled.exchange.failure("2xx")
            }
            try answer.expect(within: VendorLimits.ticketing)
            try cancelled.expect(within: VendorLimits.ticketing)
        }
    }
}
