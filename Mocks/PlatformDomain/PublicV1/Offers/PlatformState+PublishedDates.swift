// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Prices and dates of today's edition (`today §3.5`, `§3.6`).
extension PlatformState {
    /// The most prices that an event has.
    package static var mostPriceCategories: Int { 50 }
    /// The most dates that an event has.
    package static var mostDates: Int { 2_500 }

    // MARK: Prices

    /// Refuses new prices that the event, or the call itself, has already.
    func checkPrices(_ drafts: [PriceCategoryDraft], of offerID: Identifier<Offer>) throws(PublicV1Refusal) {
        let known = priceCategories(of: offerID)
        guard known.count + drafts.count <= Self.mostPriceCategories else { throw .tooManyPriceCategories }
        guard Set(drafts.map(PriceLabel.init)).count == drafts.count else { throw .samePriceCategory }
        let labels = Set(known.map(PriceLabel.init))
        if let draft = drafts.first(where: { labels.contains(PriceLabel($0)) }) {
            throw .knownPriceCategory(draft.label)
        }
        var names: Set<String> = []
        for name in drafts.compactMap(\.idAtProvider) where !names.insert(name).inserted {
            throw .sameIDAtProvider(name)
        }
        if let name = known.compactMap(\.idAtProvider).first(where: names.contains) { throw .idAtProviderTaken(name) }
    }

    func newPriceCategories(_ drafts: [PriceCategoryDraft], of offerID: Identifier<Offer>) -> [Event] {
        drafts.enumerated().map { index, draft in
            .publicV1(
                .priceCategoryCreated(
                    PriceCategory(
                        id: Identifier(priceCategories.nextID.number + Int64(index)), offerID: offerID,
                        label: draft.label, price: draft.price, idAtProvider: draft.idAtProvider)))
        }
    }

    /// A price that changes does so for every date that has it; what was booked stays at the old one.
    func updatePrice(
        _ id: Identifier<PriceCategory>, of offer: PublishedOffer, _ changes: PriceCategoryChanges, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard let before = priceCategories[id], before.offerID == offer.offerID else { throw .noSuchPriceCategory }
        var after = before
        after.label = changes.label ?? before.label
        after.price = changes.price ?? before.price
        after.idAtProvider = changes.idAtProvider ?? before.idAtProvider
        let others = priceCategories(of: offer.offerID).filter { $0.id != id }
        guard !others.map(PriceLabel.init).contains(PriceLabel(after)) else { throw .knownPriceCategory(after.label) }
        if let name = after.idAtProvider, others.contains(where: { $0.idAtProvider == name }) {
            throw .idAtProviderTaken(name)
        }
        return changed(before, to: after, at: instant)
    }

    /// What follows from a price that becomes another; nothing if it does not.
    func changed(_ before: PriceCategory, to after: PriceCategory, at instant: Instant) -> [Event] {
        guard after != before else { return [] }
        let repriced = stocks(of: after.offerID).filter {
            !$0.isDeleted && $0.price != after.price && published($0.id)?.priceCategoryID == after.id
        }
        return [.publicV1(.priceCategoryUpdated(after))]
            + repriced.map { stock in
                var stock = stock
                stock.price = after.price
                stock.dateModified = instant
                return .stockUpdated(stock)
            }
    }

    // MARK: Dates

    /// Refuses new dates that the event cannot have.
    func checkDates(_ drafts: [DateDraft], of offerID: Identifier<Offer>) throws(PublicV1Refusal) {
        let live = stocks(of: offerID).filter { !$0.isDeleted }
        guard live.count + drafts.count <= Self.mostDates else { throw .tooManyDates }
        let offer = published(offerID)
        var names = Set(live.compactMap { published($0.id)?.idAtProvider })
        for (index, draft) in drafts.enumerated() {
            if let name = draft.idAtProvider, !names.insert(name).inserted { throw .dateIDTaken(name, at: index) }
            guard draft.bookingLimit <= draft.begin else { throw .limitAfterStart(at: index) }
            try check(
                limit: draft.bookingLimit, publication: offer?.publication, bookingAllowed: offer?.bookingAllowed,
                at: index)
        }
    }

    /// The date that a stock is of, if it was not taken out.
    private func requireDate(
        _ id: Identifier<Stock>, of offer: PublishedOffer
    ) throws(PublicV1Refusal) -> (stock: Stock, published: PublishedStock, date: Occurrence) {
        guard let stock = stocks[id], !stock.isDeleted, stock.ownerOfferID == offer.offerID,
            let published = published(id), let date = occurrence(of: id)
        else { throw .unknownDate }
        return (stock, published, date)
    }

    func updateDate(
        _ id: Identifier<Stock>, of offer: PublishedOffer, _ changes: DateChanges, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let before = try requireDate(id, of: offer)
        var (stock, published, date) = before
        if let categoryID = changes.priceCategoryID {
            guard let category = priceCategories[categoryID], category.offerID == offer.offerID else {
                throw .unknownPriceCategory(at: 0)
            }
            stock.price = category.price
            published.priceCategoryID = categoryID
        }
        if let name = changes.idAtProvider {
            let others = stocks(of: offer.offerID).filter { !$0.isDeleted && $0.id != id }
            if let name, others.contains(where: { self.published($0.id)?.idAtProvider == name }) {
                throw .dateIDTaken(name, at: 0)
            }
            published.idAtProvider = name
        }
        if let quantity = changes.quantity { stock.leave(quantity) }
        stock.bookingLimit = changes.bookingLimit ?? stock.bookingLimit
        if let begin = changes.begin {
            date.end = begin + (date.end - date.begin)
            date.begin = begin
        }
        // The portal moves dates without looking at the limit: what touches neither is not judged by it.
        if changes.begin != nil || changes.bookingLimit != nil {
            guard stock.bookingLimit.map({ $0 <= date.begin }) ?? true else { throw .limitAfterStart(at: 0) }
        }
        if changes.bookingLimit != nil {
            try check(
                limit: stock.bookingLimit, publication: offer.publication, bookingAllowed: offer.bookingAllowed, at: 0)
        }
        var events: [Event] = []
        if date != before.date { events += [.occurrenceUpdated(date)] + movedTerms(of: date, at: instant) }
        if stock != before.stock {
            stock.dateModified = instant
            events.append(.stockUpdated(stock))
        }
        if published != before.published { events.append(.publicV1(.publishedStockUpdated(published))) }
        return events
    }

    /// Takes a date out, until two days after its end (`today §3.6`).
    func deleteDate(
        _ id: Identifier<Stock>, of offer: PublishedOffer, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let (stock, _, date) = try requireDate(id, of: offer)
        guard instant <= date.end + PublicV1Rules.automaticUse else { throw .dateOver }
        // A stock that the portal put on the same date is none of the provider's: it stays, and the date with it.
        let isShared = stocks(of: date.id).contains { $0.id != id && !$0.isDeleted }
        return (isShared ? [] : [.occurrenceDeleted(date.id)]) + [.stockDeleted(stock.id)]
            + unusedCancellations(of: id, at: instant)
    }
}

/// What tells an event's prices apart.
struct PriceLabel: Hashable {
    private let label: String
    private let price: Euros

    /// That of a new price.
    init(_ draft: PriceCategoryDraft) { (label, price) = (draft.label, draft.price) }
    /// That of a price which is there.
    init(_ category: PriceCategory) { (label, price) = (category.label, category.price) }
    /// That of a film's price.
    init(_ price: CinemaPrice) { (label, self.price) = (price.label, price.price) }
}
