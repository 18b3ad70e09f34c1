// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension RandomHistory {
    /// A publisher of today's edition makes or changes something, or is refused.
    mutating func publishingStep() {
        let provider = Identifier<Provider>(number(1...2))
        let venueID = shops[Int(number(0...1))].venue
        let any = Identifier<PublishedStock>(number(1...Int64(max(1, state.publishedStocks.count))))
        guard let stockID = state.publishedStocks[any]?.stockID, let offerID = state.stocks[stockID]?.ownerOfferID
        else { return }
        switch number(0...8) {
        case 0, 1: order(at: venueID, by: provider)
        case 2:
            let street = "\(number(1...3)) rue des Lilas"
            ask(.addAddress(AddressDraft(street: street, city: "Montreuil", postalCode: "93100")))
        case 3: if chance(3) { ask(.deleteDate(by: provider, offerID, stockID)) }
        case 4...6: moveDate()
        case 7:
            var changes = ProductStockChanges()
            changes.price = Euros(cents: number(0...60) * 100)
            changes.quantity = .some(number(0...6))
            let stock: ProductStockChange = chance(3) ? .remove : .update(changes)
            ask(.updateProduct(by: provider, offerID, PublishedOfferChanges(), stock))
        default:
            var changes = PublishedOfferChanges()
            changes.bookingEmail = chance(2) ? .some(nil) : "lieu@exemple.fr"
            changes.isActive = !chance(3)
            if chance(2) { changes.place = OfferPlace(venueID: venueID, addressID: number(1...3)) }
            ask(.updateEvent(by: provider, offerID, changes))
            let price = PriceCategoryDraft(label: "Réduit \(number(1...3))", price: Euros(cents: number(0...30) * 100))
            ask(.addPrices(by: provider, offerID, [price]))
        }
    }

    /// Books a date for somebody, and moves it.
    private mutating func moveDate() {
        let dates = state.publishedStocks.records.filter { $0.priceCategoryID != nil }.map(\.stockID)
        guard !dates.isEmpty else { return }
        let stockID = dates[Int(number(0...Int64(dates.count - 1)))]
        guard let offerID = state.stocks[stockID]?.ownerOfferID else { return }
        attempt(.book(by: anyUser(), stock: stockID, quantity: 1, recommendation: nil))
        var changes = DateChanges()
        if !chance(4) {
            changes.begin = now + .hours(number(1...300))
            changes.bookingLimit = changes.begin
        }
        if chance(2) { changes.quantity = .some(chance(3) ? nil : number(0...6)) }
        ask(.updateDate(by: Identifier(1), offerID, stockID, changes))
    }

    private mutating func order(at venueID: Identifier<Venue>, by provider: Identifier<Provider>) {
        let orders = (0..<Int(number(1...3))).map { _ in
            var draft = EANOrderDraft(
                ean: "200000000000\(number(0...4))", price: Euros(cents: number(0...30) * 100),
                quantity: chance(4) ? nil : number(0...4))
            if chance(4) { draft.publication = .some(nil) }
            return draft
        }
        ask(.orderArticles(by: provider, at: OfferPlace(venueID: venueID), orders))
    }

    private mutating func ask(_ command: PublicV1OfferCommand) {
        attempt(.publicV1(.offers(command)))
    }
}
