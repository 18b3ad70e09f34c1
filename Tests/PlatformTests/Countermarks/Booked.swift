// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Platform
import PlatformDomain

/// A shop with one booking of a book, and another offer that was not booked.
struct Booked {
    let shop: Shop
    let young: Actor
    let offer: String
    let otherOffer: String
    let stock: String
    let id: String
    let token: String

    init(_ profile: Profile, email: String = "jeune@example.com") async {
        shop = await Shop(profile)
        young = .user(await shop.service.young(email))
        offer = await shop.thing()
        otherOffer = await shop.thing("Un autre livre")
        stock = await shop.stock(offer)
        (id, token) = await shop.book(young, stock)
    }

    /// `GET /bookings/token/…?query`.
    func check(_ query: String, token: String? = nil, by actor: Actor = .anonymous) async -> Answer {
        await shop.service.send("GET", "/bookings/token/\(token ?? self.token)?\(query)", by: actor)
    }

    /// `PATCH /bookings/token/…?query`.
    func validate(_ query: String, token: String? = nil, by actor: Actor = .anonymous) async -> Answer {
        await shop.service.send("PATCH", "/bookings/token/\(token ?? self.token)?\(query)", by: actor)
    }

    /// Whether the booking counts as used.
    var isUsed: Bool { shop.service.state.booking(token: token)?.isUsed ?? false }
}
