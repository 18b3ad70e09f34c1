// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// Makes what a demonstration needs, by the same commands as everybody's.
struct DemonstrationBuilder {
    /// A structure with its venue and whoever runs it.
    struct Shop {
        let seller: Identifier<User>
        let venue: Identifier<Venue>
        let virtualVenue: Identifier<Venue>
    }

    let service: Service
    let passwordHash: String

    /// Makes an account whose address is validated.
    func account(
        email: String, publicName: String, purpose: SignUp.Purpose
    ) throws(Refusal) -> Identifier<User> {
        let draft = SignUp(
            purpose: purpose, email: email, passwordHash: passwordHash, publicName: publicName, isValidatedAtOnce: true)
        return try service.perform(.signUp(draft)) { state, _ in Identifier(Int64(state.users.count)) }
    }

    /// Makes a structure with a venue that receives its bookings at the seller's address.
    func shop(email: String, name: String, siren: String) throws(Refusal) -> Shop {
        let offerer = OffererDraft(
            name: name, siren: siren, address: "1 place du Marché", postalCode: "93100", city: "Montreuil")
        let seller = try account(email: email, publicName: name, purpose: .professional(offerer))
        let (offererID, virtualVenue) = service.read { state, _ in
            (Identifier<Offerer>(Int64(state.offerers.count)), Identifier<Venue>(Int64(state.venues.count)))
        }
        var details = VenueDetails()
        details.siret = siren + "00074"
        details.bookingEmail = email
        details.address = "1 place du Marché"
        details.postalCode = "93100"
        details.city = "Montreuil"
        let draft = VenueDraft(offererID: offererID, name: name, isVirtual: false, details: details)
        let venue = try service.perform(.createVenue(by: .user(seller), draft)) { state, _ in
            Identifier<Venue>(Int64(state.venues.count))
        }
        return Shop(seller: seller, venue: venue, virtualVenue: virtualVenue)
    }

    /// Puts a thing on sale: at the virtual venue if it has an address.
    func stock(of name: String, url: String?, cents: Int64, in shop: Shop) throws(Refusal) -> Identifier<Stock> {
        var details = ProductDetails()
        details.name = name
        details.type = url == nil ? "ThingType.LIVRE_EDITION" : "ThingType.AUDIOVISUEL"
        details.url = url
        details.isNational = url != nil
        let product = ProductDraft(kind: .thing, details: details)
        let venue = url == nil ? shop.venue : shop.virtualVenue
        let offer = try service.perform(.createProduct(by: .user(shop.seller), product, at: venue)) { state, _ in
            Identifier<Offer>(Int64(state.offers.count))
        }
        let draft = StockDraft(owner: .offer(offer), price: Euros(cents: cents), available: 100, limit: .none)
        return try service.perform(.createStock(by: .user(shop.seller), draft)) { state, _ in
            Identifier(Int64(state.stocks.count))
        }
    }

    /// Books one.
    func book(_ stock: Identifier<Stock>, by user: Identifier<User>) throws(Refusal) -> Booking {
        let booking = try service.perform(.book(by: user, stock: stock, quantity: 1, recommendation: nil)) { state, _ in
            state.bookings[Identifier(Int64(state.bookings.count))]
        }
        guard let booking else { throw .unknown(.booking) }
        return booking
    }

    /// Validates a booking's countermark at its shop.
    func validate(_ booking: Booking, by shop: Shop) throws(Refusal) {
        let query = CountermarkQuery(token: booking.token, email: nil, offerID: nil)
        try service.perform(.validateCountermark(by: .user(shop.seller), query)) { _, _ in }
    }
}
