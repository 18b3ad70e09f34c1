// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A run of the fortnight's payments: what its order and its two lists are written from (`contract 2018-12 §9.4`, `§9.5`).
package struct PaymentBatch: Sendable, Hashable {
    /// Which; how many ran before it is one less.
    package let id: Identifier<PaymentBatch>
    /// When it ran.
    package let at: Instant
    /// The payments of earlier batches that found their account in this one, oldest first.
    package let retried: [Identifier<Payment>]
    /// The payments that it made, structure by structure, oldest booking first.
    package let created: [Identifier<Payment>]
    /// Its transfers, by account: none when nothing was owed to anybody who can be paid.
    package let transferIDs: [Identifier<Transfer>]
    /// How many accounts there were: who came later is not in its balances.
    package let userCount: Int64
    /// How many bookings there were.
    package let bookingCount: Int64

    /// What the bank and the details call it: `passCulture-SCT-20181215-000000`, in UTC. Two runs within one second share it, as they
    /// did in the service.
    package var messageID: String { "passCulture-SCT-\(day)-\(clock)" }

    /// The day of the run in the names of its files: `20181215`.
    package var day: String { CivilDate(at).iso8601.filter { $0 != "-" } }

    /// When the bank is asked to execute the order: seven days later.
    package var executionDate: CivilDate { CivilDate(at + .days(7)) }

    private var clock: String {
        let clock = CivilDateTime(at, in: .utc)
        return [clock.hour, clock.minute, clock.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}

/// What a young person had left when a batch ran.
package struct WalletBalance: Sendable, Hashable {
    /// Whose.
    package let userID: Identifier<User>
    /// The credit less every booking that was not cancelled.
    package let theoretical: Euros
    /// The credit less what was validated.
    package let real: Euros
}
