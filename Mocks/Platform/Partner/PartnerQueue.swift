// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What waits to be sent to partners: notifications, one a second of the platform's time, so that a burst arrives late (`today §4.4`), and
/// barcodes that go back (`today §4.5`).
///
/// A value under the platform's lock. It is written to no data file: a notification is sent at most once, and one that was not is lost with
/// the process. Copies of the platform send nothing of what the original has to send.
struct PartnerQueue: Sendable {
    /// A notification before it is signed.
    struct Notice: Sendable {
        /// What it tells.
        let payload: PartnerPayload
        /// What happened.
        let action: PartnerPayload.Action
        /// Who is told, and what it is signed with.
        let partner: CalledPartner
        /// Where it goes.
        let url: String
    }

    /// What was taken out to be sent.
    struct Due: Sendable {
        /// The notifications, oldest first.
        var notices: [Notice] = []
        /// The barcodes, oldest first.
        var barcodes: [ReturnedBarcode] = []
    }

    private var waiting: [(due: Instant, notice: Notice)] = []
    private var barcodes: [ReturnedBarcode] = []
    private var lastDue: Instant?
    /// Whether something came in since somebody last looked.
    private var isNew = false

    /// When the next notification is due; nothing while none waits.
    var nextDue: Instant? { waiting.first?.due }

    /// Adds what follows from an event; the state is the one after it.
    mutating func add(_ event: Event, in state: PlatformState, at now: Instant) {
        switch event {
        case .bookingCreated(let booking): add(booking.id, .book, in: state, at: now)
        case .bookingCancelled(let id, _, _): add(id, .cancel, in: state, at: now)
        case .publicV1(.barcodeReturned(let id)):
            barcodes += state.returnedBarcodes[id].map { [$0] } ?? []
            isNew = true
        case .publicV1(.barcodeGivenUp): isNew = true
        default: break
        }
    }

    /// Notifications are for products and for events without tickets.
    private mutating func add(
        _ id: Identifier<Booking>, _ action: PartnerPayload.Action, in state: PlatformState, at now: Instant
    ) {
        guard let booking = state.bookings[id], let partner = CalledPartner(of: booking.stockID, in: state),
            !partner.hasTicket, let url = partner.urls.notification, let payload = PartnerPayload(booking, in: state)
        else { return }
        let due = max(now, lastDue.map { $0 + .seconds(1) } ?? now)
        lastDue = due
        waiting.append((due, Notice(payload: payload, action: action, partner: partner, url: url)))
        isNew = true
    }

    /// Takes out what is due at an instant.
    mutating func takeDue(at now: Instant) -> Due {
        let due = waiting.prefix { $0.due <= now }
        waiting.removeFirst(due.count)
        defer { barcodes = [] }
        return Due(notices: due.map(\.notice), barcodes: barcodes)
    }

    /// Whether whoever sends is to be told: that something came in, or that what waits is due.
    mutating func wantsBell(at now: Instant) -> Bool {
        defer { isNew = false }
        return isNew || nextDue.map { $0 <= now } ?? false
    }
}
