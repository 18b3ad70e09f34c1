// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What each young person had left when a batch ran, by number (`contract 2018-12 §9.6`).
    ///
    /// Found out from the bookings when somebody asks, so that a batch costs what is payable and not what was ever booked. What
    /// happened after the batch is left out, also at its very instant.
    package func balances(at batch: PaymentBatch) -> [WalletBalance] {
        users.records.prefix(Int(batch.userCount)).compactMap { user in
            guard user.credit > .zero else { return nil }
            var theoretical = user.credit
            var real = user.credit
            for id in indexes.bookingsOfUser.list(user.id) where id.number <= batch.bookingCount {
                guard let booking = bookings[id] else { continue }
                if let before = booking.batchesBeforeCancellation, before < batch.id.number { continue }
                theoretical -= booking.total
                if let before = booking.batchesBeforeUse, before < batch.id.number { real -= booking.total }
            }
            return WalletBalance(userID: user.id, theoretical: theoretical, real: real)
        }
    }
}
