// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The routes of offers (`contract 2018-12 §6.1`), and of all that belongs to one.
enum OfferRoutes {
    /// All routes of `§6`.
    static let routes =
        ProductRoutes.routes + ownRoutes + OccurrenceRoutes.routes + StockRoutes.routes + MediationRoutes.routes
        + RecommendationRoutes.routes + ConversionRoutes.routes

    private static let ownRoutes = [
        Route("POST", "/offers", handler: create),
        Route("GET", "/offers", handler: list),
        Route("GET", "/offers/activation", handler: activations),
        Route("GET", "/offers/{id}", handler: show),
        Route("PATCH", "/offers/{id}", handler: update),
    ]

    // MARK: Creating

    private static func create(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        var fields = try FieldReader(body, references: ["venueId", "eventId", "thingId"])
        guard let venueID = fields.identifier("venueId", of: Venue.self) else { throw Sales.missingVenue }
        let event = fields.identifier("eventId", of: Product.self)
        let thing = fields.identifier("thingId", of: Product.self)
        let found = call.service.read { state, _ in
            state.venues[venueID].map {
                (
                    venue: $0, mayEdit: state.canEdit(.user(person), $0.offererID),
                    event: event.flatMap { state.products[$0] }, thing: thing.flatMap { state.products[$0] }
                )
            }
        }
        guard let found else { throw .htmlNotFound }
        guard found.mayEdit else { throw .forbiddenOfferer }
        if let product = found.thing, product.kind == .thing {
            try checkConsistency(found.venue, product)
        }
        let bookingEmail = fields.string("bookingEmail", max: 120)
        try fields.errors.throwIfAny()
        guard (event == nil) != (thing == nil) else { throw WireError.technical.hinting(.eventOrThing) }
        if event != nil, found.event?.kind != .event { throw Sales.unknownReference("eventId") }
        if thing != nil, found.thing?.kind != .thing { throw Sales.unknownReference("thingId") }
        guard let productID = event ?? thing else { throw .technical }
        let command = Command.createOffer(
            by: .user(person), at: venueID, product: productID, bookingEmail: bookingEmail)
        let view = try call.perform(command, sentences: Sales.words) { state, events in
            events.lazy.compactMap { event in
                if case .offerCreated(let offer) = event { offer.id } else { nil }
            }.first.flatMap { OfferView($0, in: state) }
        }
        guard let view else { throw .technical }
        return .json(OfferJSON.detailed(view), status: 201)
    }

    private static func checkConsistency(_ venue: Venue, _ thing: Product) throws(WireError) {
        if venue.isVirtual, !thing.isDigital {
            throw Sales.physicalAtVirtualVenue
        }
        if !venue.isVirtual, thing.isDigital {
            throw WireError.global("Offer.venue is not virtual but Offer.thing has an URL")
                .hinting(.digitalAtPhysicalVenue)
        }
    }

    // MARK: Listing

    private static func list(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let page = try Page(call, size: 10)
        let words = call.query("keywords").map(Words.init) ?? Words("")
        let scope = try scope(call, person)
        let views = call.service.read { state, _ in
            let found = scope.offers(in: state).sorted(by: >).lazy.filter { id in
                words.isEmpty || state.offers[id].map { words.match($0, in: state) } ?? false
            }
            return page.of(found).compactMap { OfferView($0, in: state) }
        }
        return .json(.array(views.map(OfferJSON.detailed)))
    }

    /// Whose offers are listed.
    private enum Scope: Sendable {
        case venue(Identifier<Venue>)
        case offerer(Identifier<Offerer>)
        case person(Identifier<User>)

        func offers(in state: PlatformState) -> [Identifier<Offer>] {
            switch self {
            case .venue(let id): state.offerIDs(of: id)
            case .offerer(let id): state.offerIDs(of: id)
            case .person(let id) where state.isTeam(.user(id)): state.offers.records.map(\.id)
            case .person(let id):
                state.userOfferers(of: id).filter { $0.validationToken == nil }.flatMap {
                    state.offerIDs(of: $0.offererID)
                }
            }
        }
    }

    private static func scope(_ call: Call, _ person: Identifier<User>) throws(WireError) -> Scope {
        let offererID = try call.identifierInQuery("offererId", of: Offerer.self)
        if let venueID = try call.identifierInQuery("venueId", of: Venue.self) {
            let mayEdit = call.service.read { state, _ in
                state.venues[venueID].map { state.canEdit(.user(person), $0.offererID) }
            }
            guard let mayEdit else { throw .global("Ce lieu n'a pas été trouvé", status: 404) }
            guard mayEdit else { throw .forbiddenOfferer }
            return .venue(venueID)
        }
        guard let offererID else { return .person(person) }
        guard call.service.read({ state, _ in state.canEdit(.user(person), offererID) }) else {
            throw .forbiddenOfferer
        }
        return .offerer(offererID)
    }

    /// The activations of the person's department, which the team offers.
    private static func activations(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let views = call.service.read { state, _ in
            let department = state.users[person]?.departementCode
            return state.offers.records.filter { offer in
                state.products[offer.productID]?.type == OfferType.activation && offer.isActive
                    && Department.sees(department, state.venues[offer.venueID]?.departementCode)
            }.compactMap { OfferView($0.id, in: state) }
        }
        return .json(.array(views.map(OfferJSON.detailed)))
    }

    // MARK: One offer

    private static func show(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedIn()
        let id = try call.identifier("id", of: Offer.self)
        guard let view = call.service.read({ state, _ in OfferView(id, in: state) }) else { throw .htmlNotFound }
        return .json(OfferJSON.detailed(view))
    }

    private static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Offer.self)
        let body = try call.jsonBody()
        let found = call.service.read { state, _ in
            state.offererID(of: id).map { state.canEdit(.user(person), $0) }
        }
        guard let mayEdit = found else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
        var fields = try FieldReader(body)
        let isActive = fields.bool("isActive")
        try fields.errors.throwIfAny()
        if let isActive { try call.perform(.setOfferActive(by: .user(person), id, isActive)) }
        let view = call.service.read { state, _ in
            state.offers[id].flatMap { offer in state.products[offer.productID].map { (offer, $0) } }
        }
        guard let (offer, product) = view else { throw .htmlNotFound }
        return .json(.object(OfferJSON.object(offer, of: product)))
    }
}
