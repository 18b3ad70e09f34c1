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
        /// A film to be streamed, which is not reimbursed.
        case digital
        /// A digital book with its activation code.
        case activationCode

        /// The category that it is of.
        var category: String {
            switch self {
            case .product: "SUPPORT_PHYSIQUE_FILM"
            case .book: "LIVRE_PAPIER"
            case .event: "CONCERT"
            case .digital: "VOD"
            case .activationCode: "LIVRE_NUMERIQUE"
            }
        }

        /// What it is called unless told.
        var name: String {
            switch self {
            case .product: "Les Parapluies de Cherbourg, en DVD"
            case .book: "Le Petit Prince"
            case .event: "Concert de printemps"
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

    /// Makes it.
    func make(_ service: Service) throws(WireError) -> Made {
        guard let category = OfferCategory.named(kind.category) else { throw .serverFault }
        var details = ProductDetails()
        details.name = name ?? kind.name
        if category.isDigital { details.url = "https://exemple.fr/acces?contremarque={token}&email={email}" }
        var draft = PublishedOfferDraft(venueID: venueID, category: category, details: details)
        draft.providerID = providerID
        draft.publication = service.now()
        draft.ean = kind == .book ? "9782070612758" : nil
        let offerID: Identifier<Offer> = try ControlRoutes.performPublicV1(service, .publishOffer(draft)) { state, _ in
            Identifier(Int64(state.offers.count))
        }
        guard category.isEvent else {
            var stock = ProductStockDraft(price: price, quantity: quantity)
            stock.hasActivationCodes = kind == .activationCode
            let stockID: Identifier<Stock> = try ControlRoutes.performPublicV1(
                service, .addProductStock(offerID, stock)
            ) { state, _ in Identifier(Int64(state.stocks.count)) }
            return Made(offerID: offerID, stockID: stockID, priceCategoryID: nil)
        }
        let priceID: Identifier<PriceCategory> = try ControlRoutes.performPublicV1(
            service, .addPriceCategories(offerID, [PriceCategoryDraft(label: "Tarif unique", price: price)])
        ) { state, _ in Identifier(Int64(state.priceCategories.count)) }
        let begin = service.now() + startsIn
        let date = DateDraft(begin: begin, bookingLimit: begin, priceCategoryID: priceID, quantity: quantity)
        let stockID: Identifier<Stock> = try ControlRoutes.performPublicV1(service, .addDates(offerID, [date])) {
            state, _ in Identifier(Int64(state.stocks.count))
        }
        return Made(offerID: offerID, stockID: stockID, priceCategoryID: priceID)
    }
}
