// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// An offer that the control API makes: of one of a few kinds, with one stock, bookable at once.
struct MadeOffer: Sendable {
    /// The kinds.
    enum Kind: String, Sendable, CaseIterable {
        /// A film on a disc.
        case product
        /// A paper book.
        case book
        /// A concert.
        case event
        /// A concert whose tickets come from the provider.
        case ticketed
        /// A film to be streamed, which is not reimbursed.
        case digital
        /// A digital book with its activation code.
        case activationCode

        /// The category that it is of.
        var category: String {
            switch self {
            case .product: "SUPPORT_PHYSIQUE_FILM"
            case .book: "LIVRE_PAPIER"
            case .event, .ticketed: "CONCERT"
            case .digital: "VOD"
            case .activationCode: "LIVRE_NUMERIQUE"
            }
        }

        /// What it is called unless told.
        var name: String {
            switch self {
            case .product: "Les Parapluies de Cherbourg, en DVD"
            case .book: "Le Petit Prince"
            case .event, .ticketed: "Concert de printemps"
            case .digital: "Un film en ligne"
            case .activationCode: "Un livre numérique"
            }
        }
    }

    /// The kind.
    var kind: Kind
    /// Where.
    var venueID: Identifier<Venue>
    /// Whose; the team's if nobody's.
    var providerID: Identifier<Provider>?
    /// What it is called.
    var name: String?
    /// What one costs.
    var price = Euros(cents: 10_00)
    /// How long until an event begins.
    var startsIn = Span.days(7)
    /// How many there are; nothing for no limit.
    var quantity: Int64?

    /// What was made.
    struct Made: Sendable {
        /// The offer.
        let offerID: Identifier<Offer>
        /// Its stock.
        let stockID: Identifier<Stock>
        /// The price of an event.
        let priceCategoryID: Identifier<PriceCategory>?
    }

    /// How many there are of what it is made of: the numbers of the last ones.
    struct Counts: Sendable {
        fileprivate let offerID: Identifier<Offer>
        fileprivate let stockID: Identifier<Stock>
        fileprivate let priceCategoryID: Identifier<PriceCategory>

        /// Those of a state.
        init(_ state: PlatformState) {
            offerID = Identifier(Int64(state.offers.count))
            stockID = Identifier(Int64(state.stocks.count))
            priceCategoryID = Identifier(Int64(state.priceCategories.count))
        }
    }

    /// Makes it, all of it or nothing.
    func make(_ service: Service) throws(WireError) -> Made {
        var rehearsal = Rehearsal(service)
        _ = try make(at: rehearsal.now) { command throws(WireError) in
            try rehearsal.perform(.publicV1(command))
            return Counts(rehearsal.state)
        }
        return try make(at: service.now()) { command throws(WireError) in
            try ControlRoutes.performPublicV1(service, command) { state, _ in Counts(state) }
        }
    }

    /// Makes it by whatever carries out its commands, one after the other, and counts what there is then.
    func make(
        at now: Instant, by perform: (PublicV1Command) throws(WireError) -> Counts
    ) throws(WireError) -> Made {
        guard let category = OfferCategory.named(kind.category) else { throw .serverFault }
        var details = ProductDetails()
        details.name = name ?? kind.name
        if category.isDigital { details.url = "https://exemple.fr/acces?contremarque={token}&email={email}" }
        var draft = PublishedOfferDraft(venueID: venueID, category: category, details: details)
        draft.providerID = providerID
        draft.hasTicket = kind == .ticketed
        draft.bookingContact = kind == .ticketed ? "billetterie@exemple.fr" : nil
        draft.publication = now
        draft.ean = kind == .book ? "9782070612758" : nil
        let offerID = try perform(.publishOffer(draft)).offerID
        guard category.isEvent else {
            var stock = ProductStockDraft(price: price, quantity: quantity)
            stock.hasActivationCodes = kind == .activationCode
            let stockID = try perform(.addProductStock(offerID, stock)).stockID
            return Made(offerID: offerID, stockID: stockID, priceCategoryID: nil)
        }
        let priceDraft = PriceCategoryDraft(label: "Tarif unique", price: price)
        let priceID = try perform(.addPriceCategories(offerID, [priceDraft])).priceCategoryID
        let begin = now + startsIn
        let date = DateDraft(begin: begin, bookingLimit: begin, priceCategoryID: priceID, quantity: quantity)
        let stockID = try perform(.addDates(offerID, [date])).stockID
        return Made(offerID: offerID, stockID: stockID, priceCategoryID: priceID)
    }
}
