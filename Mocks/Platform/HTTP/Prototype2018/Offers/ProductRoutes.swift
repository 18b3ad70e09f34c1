// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The routes of events and things, and of the types that they can have (`contract 2018-12 §6.1`, `§6.2`).
enum ProductRoutes {
    /// The routes.
    static let routes = [
        Route("GET", "/types", handler: types),
        Route("POST", "/events") { call throws(WireError) in try create(call, .event) },
        Route("GET", "/events/{id}") { call throws(WireError) in try show(call, .event) },
        Route("PATCH", "/events/{id}") { call throws(WireError) in try update(call, .event) },
        Route("POST", "/things") { call throws(WireError) in try create(call, .thing) },
        Route("GET", "/things/{id}") { call throws(WireError) in try show(call, .thing) },
        Route("PATCH", "/things/{id}") { call throws(WireError) in try update(call, .thing) },
    ]

    private static func types(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let isAdmin = isAdmin(person, call)
        return .json(.array(OfferType.all.filter { isAdmin || $0.value != OfferType.activation }.map(\.json)))
    }

    private static func isAdmin(_ person: Identifier<User>, _ call: Call) -> Bool {
        call.service.read { state, _ in state.users[person]?.isAdmin ?? false }
    }

    // MARK: Creating

    private static func create(_ call: Call, _ kind: Product.Kind) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let body = try call.jsonBody()
        let rules = call.service.read { state, _ in state.rules }
        var fields = try ProductFields(body, kind: kind, under: rules)
        if fields.details.type == OfferType.activation, !isAdmin(person, call) { throw Sales.activation }
        guard let number = try HumanizedID.decode(body["venueId"] ?? .null) else { throw Sales.missingVenue }
        let venueID = Identifier<Venue>(number)
        let venue = call.service.read { state, _ in state.venues[venueID] }
        try fields.checkAddress(under: rules)
        if fields.namesAddress, let venue, !venue.isVirtual { throw Sales.digitalAtPhysicalVenue }
        let draft = ProductDraft(kind: kind, details: try fields.check(under: rules))
        let command = Command.createProduct(by: .user(person), draft, at: venueID)
        let view = try call.perform(command, sentences: Sales.words) { state, events in
            events.lazy.compactMap { event in
                if case .productCreated(let product) = event { product.id } else { nil }
            }.first.flatMap { ProductView($0, kind, in: state) }
        }
        guard let view else { throw .technical }
        return .json(ProductJSON.answer(view), status: 201)
    }

    // MARK: Reading and changing

    private static func show(_ call: Call, _ kind: Product.Kind) throws(WireError) -> Answer {
        _ = try call.signedInOrKey()
        let id = try call.identifier("id", of: Product.self)
        guard let view = call.service.read({ state, _ in ProductView(id, kind, in: state) }) else {
            throw .htmlNotFound
        }
        return .json(ProductJSON.answer(view))
    }

    private static func update(_ call: Call, _ kind: Product.Kind) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let id = try call.identifier("id", of: Product.self)
        let body = try call.jsonBody()
        let found = call.service.read { state, _ in
            state.products[id].map { ($0, state.rules, state.canEdit(.user(person), $0.offererID)) }
        }
        guard let (product, rules, mayEdit) = found, product.kind == kind else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
        var fields = try ProductFields(body, kind: kind, over: product, under: rules)
        try fields.checkAddress(under: rules)
        let command = Command.updateProduct(by: .user(person), id, try fields.check(under: rules))
        let view = try call.perform(command, sentences: Sales.words) { state, _ in ProductView(id, kind, in: state) }
        guard let view else { throw .technical }
        return .json(ProductJSON.answer(view))
    }
}
