// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The dates of an event, each at one of its prices (`today §3.6`).
enum DateRoutes {
    private static let path = "/public/offers/v1/events/{event_id}/dates"

    static let routes = [
        PublicV1.route("GET", path) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let query = PublicQuery(call.call)
            let names = query.list("idsAtProvider", atMost: 100)
            let cursor = query.cursor()
            try query.finish()
            _ = try OfferRoutesKit.seen(id, .event, call, missing: "event_id")
            let dates = call.read { state in
                // A stock of the portal has no price category: it is none of the dates, and takes no place on a page.
                let live = state.stocks(of: id).filter { stock in
                    guard !stock.isDeleted, let published = state.published(stock.id),
                        published.priceCategoryID != nil
                    else { return false }
                    guard let names else { return true }
                    return published.idAtProvider.map(names.contains) ?? false
                }
                return cursor.page(of: live.map(\.id)).compactMap { PublicDate($0, in: state) }
            }
            return list(dates)
        },
        PublicV1.route("POST", path, bodyLimit: 4 << 20) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let fields = try PublicFields(call.call)
            let now = call.call.service.now()
            let sent = fields.required("dates") { fields.objects($0, atMost: PlatformState.mostDates) }
            let drafts = (sent ?? []).map { draft($0, at: now) }
            try fields.finish()
            let dates = try call.perform(
                .offers(.addDates(by: call.provider.id, id, drafts.compactMap(\.self))),
                words: OfferWords.dates { "dates.\($0)." }
            ) { state, events in stockIDs(in: events).compactMap { PublicDate($0, in: state) } }
            return list(dates)
        },
        PublicV1.route("PATCH", path + "/{stock_id}") { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let stockID: Identifier<Stock> = try call.identifier("stock_id")
            let fields = try PublicFields(call.call)
            let now = call.call.service.now()
            var changes = DateChanges()
            changes.begin = fields.notNull("beginningDatetime") { fields.instant($0, after: now) }
            changes.bookingLimit = fields.notNull("bookingLimitDatetime") { fields.instant($0, after: now) }
            changes.priceCategoryID = fields.notNull("priceCategoryId") { fields.integer($0) }.map { Identifier($0) }
            changes.quantity = fields.notNull("quantity") { fields.quantity($0) }
            changes.idAtProvider = fields.text("idAtProvider", 1...70).change
            try fields.finish()
            let date = try call.perform(
                .offers(.updateDate(by: call.provider.id, id, stockID, changes)), words: OfferWords.dates { _ in "" }
            ) { state, _ in PublicDate(stockID, in: state) }
            guard let date else { throw .serverFault }
            return .json(date.json)
        },
        PublicV1.route("DELETE", path + "/{stock_id}") { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let stockID: Identifier<Stock> = try call.identifier("stock_id")
            try call.perform(
                .offers(.deleteDate(by: call.provider.id, id, stockID)), words: OfferWords.dates { _ in "" }
            ) { _, _ in () }
            return .empty(204, contentType: nil)
        },
    ]

    private static func draft(_ fields: PublicFields, at now: Instant) -> DateDraft? {
        let begin = fields.required("beginningDatetime") { fields.instant($0, after: now) }
        let limit = fields.required("bookingLimitDatetime") { fields.instant($0, after: now) }
        let priceID = fields.required("priceCategoryId") { fields.integer($0) }
        let quantity = fields.required("quantity") { fields.quantity($0, from: 1) }
        let name = fields.text("idAtProvider", 1...70).value
        guard let begin, let limit, let priceID, let quantity else { return nil }
        return DateDraft(
            begin: begin, bookingLimit: limit, priceCategoryID: Identifier(priceID), quantity: quantity,
            idAtProvider: name)
    }

    private static func stockIDs(in events: [Event]) -> [Identifier<Stock>] {
        events.compactMap { event in
            if case .stockCreated(let stock) = event { stock.id } else { nil }
        }
    }

    private static func list(_ dates: [PublicDate]) -> Answer { .json(["dates": .array(dates.map(\.json))]) }
}

/// A date as publishers see it: a start at a price (`today §3.6`). Its quantity counts what is booked of it.
struct PublicDate: Sendable {
    private let stock: Stock
    private let begin: Instant
    private let price: PriceCategory
    private let idAtProvider: String?

    /// Gathers a date; nothing if it is none.
    init?(_ id: Identifier<Stock>, in state: PlatformState) {
        guard let stock = state.stocks[id], let begin = state.occurrence(of: id)?.begin,
            let published = state.published(id),
            let price = published.priceCategoryID.flatMap({ state.priceCategories[$0] })
        else { return nil }
        self.stock = stock
        self.begin = begin
        self.price = price
        idAtProvider = published.idAtProvider
    }

    /// The date as it is written.
    var json: JSONValue {
        [
            "id": PublicJSON.id(stock.id), "beginningDatetime": WireJSON.date(begin),
            "bookingLimitDatetime": WireJSON.date(stock.bookingLimit), "priceCategory": PriceCategoryRoutes.json(price),
            "quantity": PublicJSON.quantity(stock.publishedQuantity),
            "bookedQuantity": .number(JSONNumber(stock.booked)),
            "idAtProvider": WireJSON.text(idAtProvider),
        ]
    }
}
