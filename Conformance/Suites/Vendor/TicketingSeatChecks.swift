// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The last seats: none left, and one left for two (today §4.5).
enum TicketingSeatChecks {
    static let all: [Check] = [
        Check(
            "ticketing/sold-out", ["PC-V1-050"],
            Sentence("Plus de place : 409 sold_out, 0.", "No seat left: 409 sold_out, 0.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            try await SeatsTaken.with(0, form: form, of: ticketing) { seats in
                let answer = try await ticketing.ask(ticketing.webhook.newBooking(), form: form)
                seats.issued.append(IssuedTickets(answer))
                try answer.expect(within: VendorLimits.ticketing).expectRefusal("sold_out", remaining: 0)
            }
        },
        Check(
            "ticketing/one-seat-for-two", ["PC-V1-051"],
            Sentence(
                "Une place pour deux : 409 not_enough_seats, 1, et la place reste à vendre.",
                "One seat for two: 409 not_enough_seats, 1, and the seat can still be sold.")
        ) { probe in
            let ticketing = try Ticketing(probe)
            let form = try await ticketing.ready(probe)
            try await SeatsTaken.with(1, form: form, of: ticketing) { seats in
                let answer = try await ticketing.ask(ticketing.webhook.newBooking().of(2), form: form)
                seats.issued.append(IssuedTickets(answer))
                try answer.expect(within: VendorLimits.ticketing).expectRefusal("not_enough_seats", remaining: 1)
                let last = try await ticketing.ask(ticketing.webhook.newBooking(), form: form)
                seats.issued.append(IssuedTickets(last))
                try last.exchange.require(last.isSuccess, "2xx: the seat that was left")
            }
        },
    ]
}
