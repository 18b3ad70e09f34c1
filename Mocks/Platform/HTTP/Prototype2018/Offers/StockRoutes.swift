// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The routes of stocks (`contract 2018-12 §6.4`).
enum StockRoutes {
    /// The routes.
    static let routes = [
        Route("POST", "/stocks", handler: create),
        Route("GET", "/stocks", handler: list),
        Route("GET", "/stocks/{id}", handler: show),
        Route("PATCH", "/stocks/{id}", handler: update),
        Route("DELETE", "/stocks/{id}", handler: delete),
    ]

    // MARK: Creating

    private static func create(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let body = try call.jsonBody()
        let owner = try owner(body)
        let (rules, mayEdit) = call.service.read { state, _ in
            (state.rules, offererID(of: owner, in: state).map { state.canEdit(.user(person), $0) })
        }
        guard let mayEdit else {
            switch owner {
            case .offer: throw .field("offerId", "l'offreur associé à cette offre est inconnu")
            case .occurrence: throw .field("eventOccurrenceId", "l'offreur associé à cet évènement est inconnu")
            }
        }
        guard mayEdit else { throw .forbiddenOfferer }
        let fields = try StockFields(body, isNew: true, under: rules)
        guard let price = fields.price else { throw .technical }
        let draft = StockDraft(
            owner: owner, price: price, available: fields.available ?? nil, limit: fields.limit,
            groupSize: fields.groupSize ?? 1, resellsUnfetched: fields.resellsUnfetched ?? false)
        let stock = try call.perform(.createStock(by: .user(person), draft), sentences: Sales.dateWords) { _, events in
            events.lazy.compactMap { event in
                if case .stockCreated(let stock) = event { stock } else { nil }
            }.first
        }
        guard let stock else { throw .technical }
        return .json(.object(StockJSON.object(stock)), status: 201)
    }

    /// What the stock is to belong to: the date wins over the offer.
    private static func owner(_ body: JSONObject) throws(WireError) -> StockDraft.Owner {
        guard body["eventOccurrenceId"] != nil || body["offerId"] != nil else {
            throw .fields([
                ("offerId", "cette entrée est obligatoire en absence de eventOccurrenceId"),
                ("eventOccurrenceId", "cette entrée est obligatoire en absence de offerId"),
            ])
        }
        if let sent = body["eventOccurrenceId"] {
            return .occurrence(Identifier(try HumanizedID.decode(sent) ?? 0))
        }
        return .offer(Identifier(try HumanizedID.decode(body["offerId"] ?? .null) ?? 0))
    }

    private static func offererID(
        of owner: StockDraft.Owner, in state: PlatformState
    ) -> Identifier<Offerer>? {
        switch owner {
        case .offer(let id): state.offererID(of: id)
        case .occurrence(let id): state.occurrences[id].flatMap { state.offererID(of: $0.offerID) }
        }
    }

    // MARK: Reading

    private static func list(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedInOrKey()
        let page = try Page(call, size: 50)
        let stocks = call.service.read { state, _ in page.of(state.stocks.records.lazy.filter { !$0.isDeleted }) }
        return .json(.array(stocks.map { .object(StockJSON.object($0)) }))
    }

    private static func show(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedInOrKey()
        let id = try call.identifier("id", of: Stock.self)
        guard let stock = call.service.read({ state, _ in state.stocks[id] }), !stock.isDeleted else {
            throw .htmlNotFound
        }
        return .json(.object(StockJSON.object(stock)))
    }

    // MARK: Changing

    private static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let id = try call.identifier("id", of: Stock.self)
        let body = try call.jsonBody()
        let rules = try requireEditor(person, of: id, call)
        let fields = try StockFields(body, isNew: false, under: rules)
        var changes = StockChanges()
        changes.price = fields.price
        changes.available = fields.available
        changes.limit = fields.limit
        changes.groupSize = fields.groupSize
        changes.resellsUnfetched = fields.resellsUnfetched
        return try perform(call, .updateStock(by: .user(person), id, changes), on: id)
    }

    private static func delete(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let id = try call.identifier("id", of: Stock.self)
        try requireEditor(person, of: id, call)
        return try perform(call, .deleteStock(by: .user(person), id), on: id)
    }

    private static func perform(
        _ call: Call, _ command: Command, on id: Identifier<Stock>
    ) throws(WireError) -> Answer {
        let stock = try call.perform(command, sentences: Sales.dateWords) { state, _ in state.stocks[id] }
        guard let stock else { throw .htmlNotFound }
        return .json(.object(StockJSON.object(stock)))
    }

    /// The rules to read the body by; a stock that was taken out is not there any more.
    @discardableResult
    private static func requireEditor(
        _ person: Identifier<User>, of id: Identifier<Stock>, _ call: Call
    ) throws(WireError) -> Rules {
        let (rules, mayEdit) = call.service.read { state, _ in
            let stock = state.stocks[id].flatMap { $0.isDeleted ? nil : $0 }
            return (
                state.rules,
                stock.flatMap { state.offererID(of: $0.id) }.map { state.canEdit(.user(person), $0) }
            )
        }
        guard let mayEdit else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
        return rules
    }
}
