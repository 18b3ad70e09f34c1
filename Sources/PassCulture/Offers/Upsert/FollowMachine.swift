// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of looking whether what was sent by EAN is there: a hundred at a time, round after round, until all of it is or the time
/// is up.
struct FollowMachine: BulkMachine {
    private let publisher: Publisher
    private let pace: FollowPace
    private let patience: Duration
    private var report: EANReport
    private var end = Duration.zero
    private var round = 0
    /// What is still to be looked at in this round, by its place.
    private var unseen: ArraySlice<Int> = []
    private var doing: (call: PublishingCall<[ProductOffer]>, batch: ArraySlice<Int>)?
    /// Why not all of it was sent: no look takes that away.
    private let unsent: PublishingStop?

    init(_ report: EANReport, pace: FollowPace, within patience: Duration, by publisher: Publisher) {
        self.publisher = publisher
        self.pace = pace
        self.patience = patience
        self.report = report
        unsent = report.isCutShort ? report.stop : nil
    }

    mutating func begin(at now: Duration) -> BulkStep {
        end = now + patience
        return nextRound(at: now)
    }

    mutating func came(_ input: ExchangeInput, at now: Duration) -> BulkStep {
        guard let doing else { preconditionFailure("nothing was sent") }
        switch PublishingReply(input, to: doing.call, as: publisher.key) {
        case .yes(let products): look(for: doing.batch, among: products)
        case .no(let refusal): return finish(.refused(refusal))
        case .lost: preconditionFailure("the answer to a question that is lost is a fault")
        case .fault(let fault):
            if let wait = fault.retryAfter, now + wait < end { return .wait(wait) }
            return finish(.fault(fault))
        }
        self.doing = nil
        return unseen.isEmpty ? nextRound(at: now) : nextBatch(at: now)
    }

    mutating func waited(at now: Duration) -> BulkStep {
        if let doing { return .send(publisher.request(doing.call)) }
        return nextBatch(at: now)
    }

    mutating func cancelled() -> EANReport {
        close(.fault(PassCultureError(.cancelled)))
        return report
    }

    /// Looks again at what is open, at once the first time and then after a wait; ends when nothing is open, or no time is left.
    private mutating func nextRound(at now: Duration) -> BulkStep {
        unseen = report.entries.indices.filter { report.entries[$0].fate.isOpen }[...]
        guard !unseen.isEmpty else { return finish(nil) }
        round += 1
        guard round > 1 else { return nextBatch(at: now) }
        let wait = pace.wait(after: round - 1)
        return now + wait < end ? .wait(wait) : finish(nil)
    }

    private mutating func nextBatch(at now: Duration) -> BulkStep {
        guard now <= end else { return finish(nil) }
        let batch = unseen.prefix(Publisher.eansAsked)
        unseen = unseen.dropFirst(batch.count)
        let call = publisher.productsCall(batch.map { report.entries[$0].stock.ean }, report.location.venueID)
        doing = (call, batch)
        return .send(publisher.request(call))
    }

    private mutating func look(for batch: ArraySlice<Int>, among products: [ProductOffer]) {
        for index in batch {
            let stock = report.entries[index].stock
            let product = products.first { $0.ean == stock.ean }
            let least = report.entries[index].leastBooked ?? product.map { $0.stock?.booked ?? 0 }
            report.entries[index].leastBooked = least
            if stock.isSeen(in: product, leastBooked: least ?? 0) {
                report.entries[index].fate = .applied(offer: product?.id)
            }
        }
    }

    private mutating func finish(_ stop: PublishingStop?) -> BulkStep {
        close(stop)
        return .done(report)
    }

    private mutating func close(_ stop: PublishingStop?) {
        report.stop = unsent ?? stop
        report.set(.notSeenYet, of: report.entries.indices.filter { report.entries[$0].fate == .accepted })
    }
}

extension EANStock {
    /// Whether a product is as this was sent.
    ///
    /// The platform makes the total out of what was sent and what was booked at that moment (`today §3.6`); bookings that came since do not
    /// change it. So the total must be what was sent and a number of bookings between the first look, best before it was sent, and now.
    fileprivate func isSeen(in product: ProductOffer?, leastBooked: Int) -> Bool {
        guard let found = product?.stock else { return quantity == .units(0) }
        if quantity == .units(0), found.available == .units(0) { return true }
        guard found.priceCents == priceCents else { return false }
        if let bookingLimit, found.bookingLimit != bookingLimit { return false }
        switch (quantity, found.total) {
        case (.unlimited, .unlimited): return true
        case (.units(let sent), .units(let total)):
            return (min(leastBooked, found.booked)...max(leastBooked, found.booked)).contains(total - sent)
        case (.units, .unlimited), (.unlimited, .units): return false
        }
    }
}
