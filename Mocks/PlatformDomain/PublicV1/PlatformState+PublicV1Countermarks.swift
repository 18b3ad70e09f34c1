// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

// The four routes by countermark, each with its own order of looking at things (`today §2.3`).
extension PlatformState {
    /// The booking of a countermark that could be validated now.
    package func usableBooking(
        _ token: String, by providerID: Identifier<Provider>, at instant: Instant
    ) throws(PublicV1Refusal) -> Booking {
        let booking = try booking(token, of: providerID)
        guard !isPaid(booking) else { throw .reimbursed }
        guard !booking.isUsed else { throw .used }
        guard !booking.isCancelled else { throw .cancelled }
        guard let offererID = offererID(of: booking.stockID), offerers[offererID]?.isActive == true else {
            throw .structureClosed
        }
        if let terms = terms(of: booking.id), terms.isWindowOpen(at: instant), let limit = terms.cancellationLimit {
            throw .notConfirmed(from: limit)
        }
        return booking
    }

    /// The booking of a countermark whose validation can be taken back.
    func keptBooking(_ token: String, by providerID: Identifier<Provider>) throws(PublicV1Refusal) -> Booking {
        let booking = try booking(token, of: providerID)
        guard terms(of: booking.id)?.hasActivationCode != true else { throw .hasActivationCode }
        guard !booking.isCancelled else { throw .cancelled }
        guard !isPaid(booking) else { throw .reimbursed }
        guard booking.isUsed else { throw .notUsed }
        return booking
    }

    /// The booking of a countermark that the venue can still cancel.
    func cancellableBooking(
        _ token: String, by providerID: Identifier<Provider>, at instant: Instant
    ) throws(PublicV1Refusal) -> Booking {
        let booking = try booking(token, of: providerID)
        guard !booking.isCancelled else { throw .cancelled }
        guard !isPaid(booking) else { throw .reimbursed }
        guard !booking.isUsed else { throw .used }
        if let terms = terms(of: booking.id), terms.cancellationLimit != nil, !terms.isWindowOpen(at: instant) {
            throw .cannotCancelAnymore
        }
        return booking
    }

    private func booking(
        _ token: String, of providerID: Identifier<Provider>
    ) throws(PublicV1Refusal) -> Booking {
        guard let booking = booking(token: token), let venue = venue(of: booking.stockID), sees(providerID, venue.id)
        else { throw .unknownCountermark }
        return booking
    }
}
