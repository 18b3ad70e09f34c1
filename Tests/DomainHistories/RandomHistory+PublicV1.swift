// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension RandomHistory {
    /// One thing happens in today's edition, or is refused.
    mutating func publicV1Step() {
        guard state.providers.count > 0 else { return publicV1Beginning() }
        switch number(0...9) {
        case 0...3:
            guard state.publishedStocks.count > 0,
                let stock = state.publishedStocks[Identifier(number(1...Int64(state.publishedStocks.count)))]
            else { return }
            attempt(.book(by: anyUser(), stock: stock.stockID, quantity: Int(number(1...2)), recommendation: nil))
        case 4: attempt(.publicV1(.useCountermark(by: anyProvider(), anyToken())))
        case 5: attempt(.publicV1(.keepCountermark(by: anyProvider(), anyToken())))
        case 6: attempt(.publicV1(.cancelCountermark(by: anyProvider(), anyToken())))
        case 7: attempt(.publicV1(.reimburse(anyBooking())))
        case 8: publicV1Offer()
        default:
            var changes = PartnerChanges()
            changes.isActive = !chance(3)
            attempt(.publicV1(.updateLink(anyProvider(), shops[Int(number(0...1))].venue, changes)))
        }
    }

    /// Two providers, of which the second one acts for one shop alone.
    private mutating func publicV1Beginning() {
        for number in 1...2 {
            var draft = ProviderDraft(name: "Caisse \(number)", keyDigest: "\(number)", hmacKey: Secret("clé"))
            draft.urls.notification = "http://caisse.example/told"
            attempt(.publicV1(.createProvider(draft)))
        }
        for (provider, shop) in [(1, 0), (1, 1), (2, 0)] as [(Int64, Int)] {
            attempt(.publicV1(.linkVenue(Identifier(provider), shops[shop].venue)))
        }
        publicV1Offer()
    }

    private mutating func publicV1Offer() {
        let names = ["CONCERT", "LIVRE_PAPIER", "VOD", "SUPPORT_PHYSIQUE_FILM"]
        guard let category = OfferCategory.named(names[Int(number(0...3))]) else { return }
        var details = ProductDetails()
        details.name = "Offre d'aujourd'hui"
        var draft = PublishedOfferDraft(venueID: shops[Int(number(0...1))].venue, category: category, details: details)
        draft.providerID = anyProvider()
        draft.publication = now
        guard case .success = attempt(.publicV1(.publishOffer(draft))) else { return }
        let offerID = Identifier<Offer>(Int64(state.offers.count))
        let price = Euros(cents: number(0...60) * 100)
        guard category.isEvent else {
            var stock = ProductStockDraft(price: price, quantity: chance(2) ? nil : number(1...6))
            stock.hasActivationCodes = chance(4)
            attempt(.publicV1(.addProductStock(offerID, stock)))
            return
        }
        attempt(.publicV1(.addPriceCategories(offerID, [PriceCategoryDraft(label: "Plein tarif", price: price)])))
        let begin = now + .hours(number(1...300))
        let date = DateDraft(
            begin: begin, bookingLimit: begin, priceCategoryID: Identifier(Int64(state.priceCategories.count)),
            quantity: number(1...6))
        attempt(.publicV1(.addDates(offerID, [date])))
    }

    private mutating func anyProvider() -> Identifier<Provider> { Identifier(number(1...2)) }

    private mutating func anyToken() -> String { state.bookings[anyBooking()]?.token ?? "ZZZZZZ" }
}
