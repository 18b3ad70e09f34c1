// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What is wrong with what publishers made: references that lead nowhere, names that stand twice, orders carried out of
    /// turn.
    var publishingViolations: [String] {
        var found: [String] = []
        func check(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { found.append(what()) }
        }
        for offer in publishedOffers.records {
            check(
                offer.addressID.map { addresses[Identifier($0)] != nil } ?? true,
                "the address of \(offer.id) leads nowhere")
            let prices = priceCategories(of: offer.offerID)
            check(prices.count <= Self.mostPriceCategories, "\(offer.id) has \(prices.count) price categories")
            let names = prices.compactMap(\.idAtProvider)
            check(Set(names).count == names.count, "two price categories of \(offer.id) have one name")
        }
        for order in eanOrders.records {
            check(venues[order.venueID] != nil, "the venue of \(order.id) leads nowhere")
            check(
                order.isDone == (order.id.number <= indexes.publicV1.ordersDone), "\(order.id) was carried out of turn")
        }
        for order in cinemaOrders.records {
            check(
                venues[order.venueID] != nil && order.offerID.map { published($0) != nil } ?? true,
                "an end of \(order.id) leads nowhere")
            check(
                order.isDone == (order.id.number <= indexes.publicV1.cinemaOrdersDone),
                "\(order.id) was carried out of turn")
        }
        return found
    }
}
