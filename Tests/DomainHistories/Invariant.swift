// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What must hold on the platform whatever happens; the raw value says it to people.
package enum Invariant: String, Sendable, Hashable, CaseIterable {
    case walletNeverNegative = "a wallet is never negative"
    case ceilingsHold = "nobody spends more than the ceilings allow"
    case stockNeverOversold = "no stock is oversold, and each counts its bookings right"
    case countermarksUnique = "no two bookings ever have the same countermark"
    case validatedAtMostOnce = "a countermark is validated at most once, and never a cancelled one"
    case cancelledAtMostOnce = "a booking is cancelled at most once"
    case paidAtMostOnce = "a booking is paid at most once, and transferred at most once"
    case cancelledNeverPaid = "what is cancelled is never paid, what is paid is never cancelled"
    case paidIsSent = "a booking is refused as paid only once its payment was sent"
    case sentNeverWithdrawn = "a payment that was sent is never withdrawn"
    case paidOnceOver = "nobody is paid for what was not validated before its date is over"
    case moneyConserved = "credit = wallet + reserved + spent"
    case transfersAreTheirPayments = "a transfer is the sum of its payments"
    case transfersNeedAcceptance = "no transfer goes to an account that the team has not accepted"
    case acceptanceNeedsRIB = "nothing is accepted without its RIB, and no RIB is of no account"
    case timeMonotonic = "time never goes back"
    case replayIsEqual = "replaying the events gives an equal state"
}
