// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// Publishes a product of a category that is not published by EAN.
    public func createProduct(_ draft: ProductDraft) async throws(PassCultureError) -> Publishing<ProductOffer> {
        try await publish(createCall(draft))
    }

    /// Publishes a product of a category that is not published by EAN, on the caller's thread.
    public func createProductBlocking(_ draft: ProductDraft) throws(PassCultureError) -> Publishing<ProductOffer> {
        try publishBlocking(createCall(draft))
    }

    /// Changes a product.
    public func updateProduct(
        _ product: Int, _ change: ProductChange
    ) async throws(PassCultureError) -> Publishing<ProductOffer> {
        try await publish(updateCall(product, change))
    }

    /// Changes a product, on the caller's thread.
    public func updateProductBlocking(
        _ product: Int, _ change: ProductChange
    ) throws(PassCultureError) -> Publishing<ProductOffer> {
        try publishBlocking(updateCall(product, change))
    }

    /// The product with a number.
    public func product(_ id: Int) async throws(PassCultureError) -> Lookup<ProductOffer> {
        try await look(productCall(id))
    }

    /// The product with a number, asked on the caller's thread.
    public func productBlocking(_ id: Int) throws(PassCultureError) -> Lookup<ProductOffer> {
        try lookBlocking(productCall(id))
    }

    /// The products of a venue, page by page.
    ///
    /// - Parameters:
    ///   - venue: Whose; of every venue that gave access when nil.
    ///   - ids: Your own identifiers, at most 100; all when empty.
    ///   - address: Where; anywhere when nil.
    public func products(
        venue: Int? = nil, idsAtProvider ids: [String] = [], address: Int? = nil
    ) -> Listing<ProductOffer> {
        listing(
            "/public/offers/v1/products", key: "products",
            query: [
                ("venueId", venue?.description), ("idsAtProvider", ids.asked), ("addressId", address?.description),
            ],
            asking: ids, id: \.id, of: { reader throws(JSONReadingError) in try ProductOffer(reader) })
    }

    private func createCall(_ draft: ProductDraft) -> PublishingCall<ProductOffer> {
        .order(
            "POST", "/public/offers/v1/products", draft.json, secrets: draft.offer.secrets,
            refusal: limits { draft.check(&$0) },
            read: { reader throws(JSONReadingError) in try ProductOffer(reader) })
    }

    private func updateCall(_ product: Int, _ change: ProductChange) -> PublishingCall<ProductOffer> {
        .order(
            "PATCH", "/public/offers/v1/products", change.json(of: product), secrets: change.offer.secrets,
            refusal: limits { change.check(&$0) },
            read: { reader throws(JSONReadingError) in try ProductOffer(reader) })
    }

    private func productCall(_ id: Int) -> PublishingCall<ProductOffer> {
        .get(
            "/public/offers/v1/products/\(id)", as: "/public/offers/v1/products/{product_id}",
            read: { reader throws(JSONReadingError) in try ProductOffer(reader) })
    }
}
