// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture

extension pc_check_result {
    /// No answer.
    static var none: pc_check_result {
        var result = pc_check_result()
        result.begins_at = .min
        result.date_of_birth = .min
        result.price_cents = -1
        result.confirmed_from = .min
        return result
    }

    /// What a check without an outbox found.
    init(_ verification: Verification) {
        switch verification {
        case .valid(let booking): self.init(Check.valid(booking), in: .paris)
        case .refused(let refusal): self.init(Check.refused(refusal), in: .paris)
        }
    }

    /// What a check with an outbox found.
    ///
    /// - Parameter zone: The clocks of the venue, for what the platform did not tell.
    init(_ check: Check, in zone: Zone) {
        self = .none
        write(check.cashier.french, \.cashier_fr)
        write(check.cashier.english, \.cashier_en)
        switch check {
        case .valid(let booking):
            outcome = PC_VALID
            http_status = booking == nil ? 204 : 200
            if let booking { fill(booking) }
        case .refused(let refusal):
            outcome = PC_REFUSED
            http_status = Int32(clamping: refusal.status)
            confirmed_from = refusal.validFrom?.microseconds ?? .min
            write(refusal.reason.code, \.reason)
        case .provisional(let entry):
            outcome = PC_PROVISIONAL
            begins_at = entry.begins.microseconds
            write(FrenchDate.moment(entry.begins, in: zone), \.begins_at_fr)
            write(entry.offerName, \.offer_name)
            write(entry.userName, \.user_name)
            write(entry.email, \.user_email)
        case .taken:
            outcome = PC_REFUSED
            write(PassCultureError.Code.alreadyTaken.code, \.reason)
        }
    }

    private mutating func fill(_ booking: BookingDetails) {
        begins_at = booking.date?.microseconds ?? .min
        date_of_birth = booking.dateOfBirth?.microseconds ?? .min
        quantity = Int32(clamping: booking.quantity ?? 0)
        price_cents = booking.priceCents ?? -1
        confirmed_from = booking.confirmationDate?.microseconds ?? .min
        write(booking.bookingID, \.booking_id)
        write(booking.offerName ?? "", \.offer_name)
        write(booking.userName ?? "", \.user_name)
        write(booking.email?.revealed ?? "", \.user_email)
        write(booking.phoneNumber ?? "", \.phone_number)
        write(booking.venueDepartementCode ?? "", \.department)
        write(booking.dateInFrench ?? "", \.begins_at_fr)
    }
}
