// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func createProduct(
        _ actor: Actor, _ draft: ProductDraft, at venueID: Identifier<Venue>, _ instant: Instant
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        try checkActivation(draft.details.type, by: actor)
        guard let venue = venues[venueID] else { throw .unknown(.venue) }
        try requireEditor(actor, venue.offererID)
        let product = described(
            Product(
                id: products.nextID, kind: draft.kind, offererID: venue.offererID, name: "", type: draft.details.type,
                description: nil, conditions: nil, durationMinutes: nil, ageMin: nil, ageMax: nil, url: nil,
                mediaUrls: [], isNational: false, idAtProviders: nil, extraData: nil, dateCreated: instant),
            by: draft.details)
        try check(product, fits: venue, isNewOffer: false)
        return [
            .productCreated(product), .offerCreated(newOffer(product.id, at: venue.id, bookingEmail: nil, instant)),
        ]
    }

    func updateProduct(
        _ actor: Actor, _ id: Identifier<Product>, _ changes: ProductChanges
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard var product = products[id] else { throw .unknown(.thing) }
        try requireEditor(actor, product.offererID)
        if !rules.typeIsFixed, product.type != changes.type {
            try checkActivation(changes.type, by: actor)
            product.type = changes.type
        }
        let wasDigital = product.isDigital
        product = described(product, by: changes)
        if product.isDigital != wasDigital {
            for offer in offers(of: id) {
                if let venue = venues[offer.venueID] { try check(product, fits: venue, isNewOffer: false) }
            }
        }
        return [.productUpdated(product)]
    }

    /// The product with those details; a digital one is shown in every department (`contract 2018-12 §6.1`).
    private func described(_ product: Product, by details: ProductDetails) -> Product {
        var product = product
        product.name = details.name
        product.description = details.description
        product.conditions = details.conditions
        product.durationMinutes = details.durationMinutes
        product.ageMin = details.ageMin
        product.ageMax = details.ageMax
        product.url = details.url
        product.mediaUrls = details.mediaUrls
        product.idAtProviders = details.idAtProviders
        product.extraData = details.extraData
        product.isNational = details.isNational || product.isDigital
        return product
    }

    private func checkActivation(_ type: String?, by actor: Actor) throws(Refusal) {
        if type == "EventType.ACTIVATION", !isTeam(actor) { throw .activationIsForTheTeam }
    }

    /// Digital offers belong to the virtual venue, and it to them (`guide G11`); the service asked the second of things alone,
    /// and only when an existing one was offered anew (`contract 2018-12 §6.1`).
    private func check(_ product: Product, fits venue: Venue, isNewOffer: Bool) throws(Refusal) {
        if product.isDigital {
            guard venue.isVirtual else { throw .digitalAtPhysicalVenue }
        } else if venue.isVirtual, rules.virtualVenueIsForDigitalOffers || (isNewOffer && product.kind == .thing) {
            throw .physicalAtVirtualVenue
        }
    }

    private func newOffer(
        _ productID: Identifier<Product>, at venueID: Identifier<Venue>, bookingEmail: String?, _ instant: Instant
    ) -> Offer {
        Offer(
            id: offers.nextID, venueID: venueID, productID: productID, isActive: true, bookingEmail: bookingEmail,
            dateCreated: instant, isEligible: false)
    }

    func createOffer(
        _ actor: Actor, at venueID: Identifier<Venue>, _ productID: Identifier<Product>, bookingEmail: String?,
        _ instant: Instant
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard let venue = venues[venueID] else { throw .unknown(.venue) }
        try requireEditor(actor, venue.offererID)
        guard let product = products[productID] else { throw .unknown(.thing) }
        try check(product, fits: venue, isNewOffer: true)
        return [.offerCreated(newOffer(productID, at: venueID, bookingEmail: bookingEmail, instant))]
    }

    func setOfferActive(_ actor: Actor, _ id: Identifier<Offer>, _ isActive: Bool) throws(Refusal) -> [Event] {
        try requireEditor(actor, ofOffer: id)
        return offers[id]?.isActive == isActive ? [] : [.offerActivityChanged(id, isActive: isActive)]
    }

    func setOfferEligible(_ id: Identifier<Offer>, _ isEligible: Bool) throws(Refusal) -> [Event] {
        guard offers[id] != nil else { throw .unknown(.offer) }
        return [.offerEligibilityChanged(id, isEligible: isEligible)]
    }

    func createMediation(
        _ actor: Actor, _ offerID: Identifier<Offer>, credit: String?, thumbCount: Int64, dominantColor: UInt32?,
        crop: Crop?,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        try requireEditor(actor, ofOffer: offerID)
        let author = if case .user(let id) = actor { id } else { Identifier<User>(0) }
        return [
            .mediationCreated(
                Mediation(
                    id: mediations.nextID, offerID: offerID, authorID: author, credit: credit, isActive: true,
                    dateCreated: instant, thumbCount: thumbCount, dominantColor: dominantColor,
                    crop: crop))
        ]
    }

    func updateMediation(
        _ actor: Actor, _ id: Identifier<Mediation>, isActive: Bool?, credit: String??
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard var mediation = mediations[id] else { throw .unknown(.mediation) }
        try requireEditor(actor, ofOffer: mediation.offerID)
        if let isActive { mediation.isActive = isActive }
        if let credit { mediation.credit = credit }
        return [.mediationUpdated(mediation)]
    }

    /// Refuses those who may not edit an offer; unknown offers first.
    func requireEditor(_ actor: Actor, ofOffer id: Identifier<Offer>) throws(Refusal) {
        try requireSignedIn(actor)
        guard let offererID = offererID(of: id) else { throw .unknown(.offer) }
        try requireEditor(actor, offererID)
    }
}
