// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of publishing many EANs: ask which are known and how many of them are booked, a hundred at a time, until there are five
/// hundred; send those; and so on.
///
/// A question that is answered by no, or by nothing that can be read, lets its hundred be sent unasked: to ask is a courtesy.
/// A batch that is refused leaves the others alone, and so does one whose answer is lost. A key that opens nothing ends it, a broken line too,
/// and what was not sent until then is told as not sent; so is what its time did not suffice for. When the platform wants to be left alone,
/// it is.
struct UpsertMachine: BulkMachine {
    /// How many are sent in one call (`today §3.7`).
    static let batchSize = 500

    private enum Doing {
        case checking(PublishingCall<EANAvailability>, ArraySlice<Int>)
        case looking(PublishingCall<[ProductOffer]>, ArraySlice<Int>)
        case sending(PublishingCall<Void>, ArraySlice<Int>)
    }

    private let publisher: Publisher
    private let patience: Duration
    private var report: EANReport
    private var end = Duration.zero
    /// What is still to be asked about, to be looked at as it is before, and to be sent, by its place.
    private var unchecked: ArraySlice<Int>
    private var unseen: ArraySlice<Int> = []
    private var unsent: ArraySlice<Int> = []
    private var doing: Doing?

    init(
        _ stocks: [EANStock], at location: OfferLocation, checkingFirst: Bool, within patience: Duration,
        by publisher: Publisher
    ) {
        self.publisher = publisher
        self.patience = patience
        report = EANReport(stocks, at: location)
        let all = Array(stocks.indices)
        unchecked = checkingFirst ? all[...] : []
        unsent = checkingFirst ? [] : all[...]
    }

    mutating func begin(at now: Duration) -> BulkStep {
        end = now + patience
        let stocks = report.entries.map(\.stock), location = report.location
        let refusal = publisher.limits { limits in
            location.check(&limits, at: "location")
            limits.check(stocks)
        }
        if let refusal {
            report.set(.refused(refusal), of: stocks.indices)
            return .done(report)
        }
        return advance(at: now)
    }

    mutating func came(_ input: ExchangeInput, at now: Duration) -> BulkStep {
        switch doing {
        case .checking(let call, let batch):
            switch PublishingReply(input, to: call, as: publisher.key) {
            case .yes(let availability): sort(batch, by: availability)
            case .no(let refusal) where [401, 403].contains(refusal.status): return refuseAll(refusal)
            case .no: unsent += batch
            case .lost: preconditionFailure("the answer to a question that is lost is a fault")
            case .fault(let fault) where fault.retryAfter == nil && fault.status != nil: unsent += batch
            case .fault(let fault): return bear(fault, at: now)
            }
        case .looking(let call, let batch):
            switch PublishingReply(input, to: call, as: publisher.key) {
            case .yes(let products): keepBooked(of: batch, among: products)
            case .no(let refusal) where [401, 403].contains(refusal.status): return refuseAll(refusal)
            case .no: break
            case .lost: preconditionFailure("the answer to a question that is lost is a fault")
            case .fault(let fault) where fault.retryAfter == nil && fault.status != nil: break
            case .fault(let fault): return bear(fault, at: now)
            }
            unsent += batch
        case .sending(let call, let batch):
            switch PublishingReply(input, to: call, as: publisher.key) {
            case .yes: report.set(.accepted, of: batch)
            case .no(let refusal) where [401, 403].contains(refusal.status): return refuseAll(refusal)
            case .no(let refusal): report.set(.refused(refusal.counting(from: Array(batch))), of: batch)
            case .lost(let unknown): report.set(.answerLost(unknown), of: batch)
            case .fault(let fault): return bear(fault, at: now)
            }
        case nil:
            preconditionFailure("nothing was sent")
        }
        return advance(at: now)
    }

    mutating func waited(at now: Duration) -> BulkStep {
        switch doing {
        case .checking(let call, _): return .send(publisher.request(call))
        case .looking(let call, _): return .send(publisher.request(call))
        case .sending(let call, _): return .send(publisher.request(call))
        case nil: return advance(at: now)
        }
    }

    mutating func cancelled() -> EANReport {
        report.stop = .fault(PassCultureError(.cancelled))
        return report
    }

    /// The next batch if there is enough for it, or else the next question; then the end.
    private mutating func advance(at now: Duration) -> BulkStep {
        guard !unchecked.isEmpty || !unseen.isEmpty || !unsent.isEmpty else { return .done(report) }
        guard now <= end else {
            report.stop = .timeIsUp
            return .done(report)
        }
        if !unseen.isEmpty {
            let call = publisher.productsCall(unseen.map { report.entries[$0].stock.ean }, report.location.venueID)
            doing = .looking(call, unseen)
            unseen = []
            return .send(publisher.request(call))
        }
        if unsent.count < Self.batchSize, !unchecked.isEmpty {
            let asked = unchecked.prefix(Publisher.eansAsked)
            unchecked = unchecked.dropFirst(asked.count)
            let call = publisher.availabilityCall(asked.map { report.entries[$0].stock.ean })
            doing = .checking(call, asked)
            return .send(publisher.request(call))
        }
        let batch = unsent.prefix(Self.batchSize)
        unsent = unsent.dropFirst(batch.count)
        let call = publisher.upsertCall(batch.map { report.entries[$0].stock }, at: report.location)
        doing = .sending(call, batch)
        return .send(publisher.request(call))
    }

    /// Tells those that can be sent from those that cannot. One of which nothing is said is sent: silence is no refusal.
    private mutating func sort(_ batch: ArraySlice<Int>, by availability: EANAvailability) {
        for index in batch {
            let ean = report.entries[index].stock.ean
            if availability.notFound.contains(ean) {
                report.entries[index].fate = .unknown
            } else if availability.categoryNotAllowed.contains(ean) {
                report.entries[index].fate = .categoryNotAllowed
            } else if availability.againstTerms.contains(ean) {
                report.entries[index].fate = .againstTerms
            } else {
                unseen.append(index)
            }
        }
    }

    /// Keeps how many were booked of each before it is sent: what the platform will add to it at least.
    private mutating func keepBooked(of batch: ArraySlice<Int>, among products: [ProductOffer]) {
        for index in batch {
            let product = products.first { $0.ean == report.entries[index].stock.ean }
            report.entries[index].leastBooked = product?.stock?.booked ?? 0
        }
    }

    /// Everything that nothing was said of yet meets the same refusal.
    private mutating func refuseAll(_ refusal: PublishingRefusal) -> BulkStep {
        report.set(.refused(refusal), of: report.entries.indices.filter { report.entries[$0].fate == .notSent })
        report.stop = .refused(refusal)
        return .done(report)
    }

    /// Waits as long as the platform wants to be left alone, if that is told and there is time.
    private mutating func bear(_ fault: PassCultureError, at now: Duration) -> BulkStep {
        if let wait = fault.retryAfter, now + wait < end { return .wait(wait) }
        report.stop = .fault(fault)
        return .done(report)
    }
}

extension PublishingRefusal {
    /// The refusal of a batch, its paths counting as its elements stand in the whole.
    fileprivate func counting(from places: [Int]) -> PublishingRefusal {
        let flaws = flaws.map { flaw in
            var steps = flaw.path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard steps.count > 1, steps[0] == "products", let index = Int(steps[1]), places.indices.contains(index)
            else {
                return flaw
            }
            steps[1] = "\(places[index])"
            return Flaw(path: steps.joined(separator: "."), sentences: flaw.sentences)
        }
        return PublishingRefusal(status: status, flaws: flaws)
    }
}
