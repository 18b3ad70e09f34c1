// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is to be done about one call of pass Culture, once its signature was found right and its text was read.
struct WebhookJob: Sendable {
    /// What came of it.
    enum Ending: Sendable {
        /// An answer for pass Culture; `undo` takes its effect back when nobody waits for it any more, where that is needed.
        case answer(WebhookResponse, undo: (@Sendable () async -> Void)?)
        /// The partner's program threw, or gave what pass Culture does not take.
        case failed(Event.Reason, thrown: String? = nil)

        /// The partner's program threw: the type of what it threw is told, and not what it says, which may be about a person.
        static func threw(_ error: any Error) -> Ending {
            .failed(.partnerFailed, thrown: String(reflecting: type(of: error)))
        }
    }

    let digest: WebhookDigest
    /// Whether the same text is the same call for as long as it is remembered; else only while it is being dealt with.
    let isRemembered: Bool
    /// Does it; told whether it was being done when a program ended.
    let run: @Sendable (_ wasInterrupted: Bool) async -> Ending

    /// Tickets for a booking: those that are wrong are given back at once, those that come too late when they come.
    init(_ booking: TicketBooking, at office: any TicketOffice) {
        digest = booking.reference
        isRemembered = true
        run = { wasInterrupted in
            var booking = booking
            booking.wasInterrupted = wasInterrupted
            let answer: TicketAnswer
            do { answer = try await office.book(booking) } catch { return .threw(error) }
            var issued: [Ticket] = []
            if case .tickets(let tickets, _) = answer { issued = tickets }
            do throws(AnswerFault) {
                let response = try WebhookResponse(answer, to: booking)
                guard !issued.isEmpty else { return .answer(response, undo: nil) }
                let (tickets, asked) = (issued, booking)
                return .answer(response) { await office.giveBack(tickets, of: asked, because: .expired) }
            } catch {
                if !issued.isEmpty { await office.giveBack(issued, of: booking, because: .invalid) }
                return .failed(error.reason)
            }
        }
    }

    /// Tickets that are given back.
    ///
    /// The text holds nothing but the barcodes: a seat that was sold again under its barcode, and is given back again, makes the same one.
    init(_ cancellation: TicketCancellation, at office: any TicketOffice) {
        digest = cancellation.reference
        isRemembered = false
        run = { wasInterrupted in
            var cancellation = cancellation
            cancellation.wasInterrupted = wasInterrupted
            let answer: CancellationAnswer
            do { answer = try await office.cancel(cancellation) } catch { return .threw(error) }
            do throws(AnswerFault) {
                return .answer(try WebhookResponse(answer), undo: nil)
            } catch {
                return .failed(error.reason)
            }
        }
    }

    /// A notification.
    init(_ notification: BookingNotification, to listener: any BookingListener) {
        digest = notification.reference
        isRemembered = true
        run = { wasInterrupted in
            var notification = notification
            notification.wasInterrupted = wasInterrupted
            do {
                try await listener.hear(notification)
                return .answer(WebhookResponse(status: 204), undo: nil)
            } catch {
                return .threw(error)
            }
        }
    }
}
