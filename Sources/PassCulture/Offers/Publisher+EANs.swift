// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// How many EANs may be asked about in one call.
    static let eansAsked = 100

    /// Which EANs can be published, and why the others cannot; at most 100 in one call.
    public func availability(of eans: [EAN]) async throws(PassCultureError) -> Lookup<EANAvailability> {
        try await look(availabilityCall(eans))
    }

    /// Which EANs can be published, and why the others cannot, asked on the caller's thread.
    public func availabilityBlocking(of eans: [EAN]) throws(PassCultureError) -> Lookup<EANAvailability> {
        try lookBlocking(availabilityCall(eans))
    }

    /// The products of a venue with these EANs, at most 100 in one call; one that is not there is not in the answer.
    public func products(eans: [EAN], venue: Int) async throws(PassCultureError) -> Lookup<[ProductOffer]> {
        try await look(productsCall(eans, venue))
    }

    /// The products of a venue with these EANs, asked on the caller's thread.
    public func productsBlocking(eans: [EAN], venue: Int) throws(PassCultureError) -> Lookup<[ProductOffer]> {
        try lookBlocking(productsCall(eans, venue))
    }

    func availabilityCall(_ eans: [EAN]) -> PublishingCall<EANAvailability> {
        .get(
            "/public/offers/v1/products/ean/check_availability", query: [("eans", eans.map(\.digits).asked)],
            refusal: limits { $0.asked(eans) },
            read: { reader throws(JSONReadingError) in try EANAvailability(reader) })
    }

    func productsCall(_ eans: [EAN], _ venue: Int) -> PublishingCall<[ProductOffer]> {
        .get(
            "/public/offers/v1/products/ean", query: [("eans", eans.map(\.digits).asked), ("venueId", "\(venue)")],
            refusal: limits { $0.asked(eans) },
            read: JSONReader.list("products") { reader throws(JSONReadingError) in try ProductOffer(reader) })
    }

    /// The order for one batch; its limits have been checked.
    func upsertCall(_ stocks: [EANStock], at location: OfferLocation) -> PublishingCall<Void> {
        .order(
            "POST", "/public/offers/v1/products/ean",
            ["location": location.json, "products": .array(stocks.map(\.json))], read: PublishingCall<Void>.nothing)
    }
}

extension Limits {
    /// The EANs of one question.
    fileprivate mutating func asked(_ eans: [EAN]) {
        if eans.isEmpty { refuse("eans", "EAN list must not be empty") }
        if Set(eans).count > Publisher.eansAsked { refuse("eans", "Too many EANs") }
    }
}
