// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Bookings that differ from the plainest one (today §8 #54).
enum TicketingPayloadChecks {
    static let all: [Check] = PayloadVariant.all.map { variant in
        Check("ticketing/payload/\(variant.id)", ["PC-V1-154"], variant.title) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            let answer = try await ticketing.ask(variant.make(ticketing.webhook.newBooking()), form: form)
            await ticketing.giveBack([IssuedTickets(answer)], form: form)
            try answer.expect(within: VendorLimits.ticketing).expectTickets(1)
        }
    }
}
