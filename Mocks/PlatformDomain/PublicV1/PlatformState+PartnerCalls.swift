// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Calls to partners that nobody waits for (`today §4.4`, `§4.5`): they wait in the order in which they came up, notifications one a second
// of the platform's time so that a burst arrives late. A notification is begun once; a barcode goes back until that was answered.
extension PlatformState {
    /// The call that is to be made next; nothing while none waits.
    package var nextCall: WaitingCall? {
        let notice = notices[Identifier(indexes.publicV1.noticesBegun + 1)]
        let barcode = returnedBarcodes[Identifier(indexes.publicV1.barcodesReturned + 1)]
        guard let notice else { return barcode.map { .barcode($0) } }
        guard let barcode, barcode.due < notice.due else { return .notice(notice) }
        return .barcode(barcode)
    }

    /// Begins a notification, if it is its turn.
    func beginNotice(_ id: Identifier<PartnerNotice>) -> [Event] {
        guard id.number == indexes.publicV1.noticesBegun + 1, notices[id] != nil else { return [] }
        return [.publicV1(.noticeBegun(id))]
    }

    /// Notes that a barcode went back, if it was its turn.
    func endReturn(of id: Identifier<ReturnedBarcode>) -> [Event] {
        guard id.number == indexes.publicV1.barcodesReturned + 1, returnedBarcodes[id] != nil else { return [] }
        return [.publicV1(.barcodeReturned(id))]
    }

    /// What partners are to be told of events: of bookings of products, and of events without tickets.
    func notices(after events: [Event], at instant: Instant) -> [Event] {
        var number = notices.nextID.number
        var last = notices[Identifier(number - 1)]?.due
        return events.compactMap { event in
            guard let (booking, action) = told(by: event),
                let partner = CalledPartner(of: booking.stockID, in: self), !partner.hasTicket,
                let url = partner.urls.notification
            else { return nil }
            let due = max(instant, last.map { $0 + PublicV1Rules.noticeInterval } ?? instant)
            defer {
                last = due
                number += 1
            }
            return .publicV1(
                .noticeQueued(
                    PartnerNotice(
                        id: Identifier(number), bookingID: booking.id, action: action,
                        providerID: partner.providerID, url: url, due: due, isBegun: false)))
        }
    }

    private func told(by event: Event) -> (Booking, PartnerNotice.Action)? {
        switch event {
        case .bookingCreated(let booking): (booking, .book)
        case .bookingCancelled(let id, _, _): bookings[id].map { ($0, .cancel) }
        default: nil
        }
    }

    /// Lets go of every call that waits.
    mutating func dropWaitingCalls() {
        while let next = nextCall {
            switch next {
            case .notice(let notice): begin(notice.id)
            case .barcode(let barcode): giveBack(barcode.id)
            }
        }
    }

    mutating func begin(_ id: Identifier<PartnerNotice>) {
        notices.update(id) { $0.isBegun = true }
        indexes.publicV1.noticesBegun = id.number
    }

    mutating func giveBack(_ id: Identifier<ReturnedBarcode>) {
        returnedBarcodes.update(id) { $0.isSent = true }
        indexes.publicV1.barcodesReturned = id.number
    }

    /// Finds out anew how far the calls have come.
    mutating func reindexCalls() {
        indexes.publicV1.noticesBegun = notices.records.reduce(0) { $1.isBegun ? $1.id.number : $0 }
        indexes.publicV1.barcodesReturned = returnedBarcodes.records.reduce(0) { $1.isSent ? $1.id.number : $0 }
    }

    /// What is wrong with the calls: references that lead nowhere, calls begun out of turn.
    var callViolations: [String] {
        var found: [String] = []
        for notice in notices.records {
            if bookings[notice.bookingID] == nil || providers[notice.providerID] == nil {
                found.append("an end of \(notice.id) leads nowhere")
            }
            if notice.isBegun != (notice.id.number <= indexes.publicV1.noticesBegun) {
                found.append("\(notice.id) was begun out of turn")
            }
        }
        for barcode in returnedBarcodes.records {
            if providers[barcode.providerID] == nil { found.append("the provider of \(barcode.id) leads nowhere") }
            if barcode.isSent != (barcode.id.number <= indexes.publicV1.barcodesReturned) {
                found.append("\(barcode.id) went back out of turn")
            }
        }
        return found
    }
}
