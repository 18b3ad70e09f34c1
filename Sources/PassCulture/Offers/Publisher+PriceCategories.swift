// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// The prices of an event.
    ///
    /// - Parameters:
    ///   - event: Whose.
    ///   - ids: Your own identifiers; all when empty.
    public func priceCategories(
        of event: Int, idsAtProvider ids: [String] = []
    ) async throws(PassCultureError) -> Lookup<[PriceCategory]> {
        try await look(priceCategoriesCall(event, ids))
    }

    /// The prices of an event, asked on the caller's thread.
    public func priceCategoriesBlocking(
        of event: Int, idsAtProvider ids: [String] = []
    ) throws(PassCultureError) -> Lookup<[PriceCategory]> {
        try lookBlocking(priceCategoriesCall(event, ids))
    }

    /// Adds prices to an event, which may have 50 in all.
    public func addPriceCategories(
        _ drafts: [PriceCategoryDraft], to event: Int
    ) async throws(PassCultureError) -> Publishing<[PriceCategory]> {
        try await publish(addCall(drafts, event))
    }

    /// Adds prices to an event, on the caller's thread.
    public func addPriceCategoriesBlocking(
        _ drafts: [PriceCategoryDraft], to event: Int
    ) throws(PassCultureError) -> Publishing<[PriceCategory]> {
        try publishBlocking(addCall(drafts, event))
    }

    /// Changes a price of an event.
    public func updatePriceCategory(
        _ category: Int, of event: Int, _ change: PriceCategoryChange
    ) async throws(PassCultureError) -> Publishing<PriceCategory> {
        try await publish(updateCall(category, event, change))
    }

    /// Changes a price of an event, on the caller's thread.
    public func updatePriceCategoryBlocking(
        _ category: Int, of event: Int, _ change: PriceCategoryChange
    ) throws(PassCultureError) -> Publishing<PriceCategory> {
        try publishBlocking(updateCall(category, event, change))
    }

    private static let template = "/public/offers/v1/events/{event_id}/price_categories"

    private static let list = JSONReader.list("priceCategories") { reader throws(JSONReadingError) in
        try PriceCategory(reader)
    }

    private func priceCategoriesCall(_ event: Int, _ ids: [String]) -> PublishingCall<[PriceCategory]> {
        .get(
            "/public/offers/v1/events/\(event)/price_categories", as: Self.template,
            query: [("idsAtProvider", ids.asked)], refusal: limits { $0.asked(ids, at: "idsAtProvider") },
            read: Self.list)
    }

    private func addCall(_ drafts: [PriceCategoryDraft], _ event: Int) -> PublishingCall<[PriceCategory]> {
        .order(
            "POST", "/public/offers/v1/events/\(event)/price_categories", as: Self.template,
            ["priceCategories": .array(drafts.map(\.json))], refusal: limits { $0.check(drafts) }, read: Self.list)
    }

    private func updateCall(
        _ category: Int, _ event: Int, _ change: PriceCategoryChange
    ) -> PublishingCall<PriceCategory> {
        .order(
            "PATCH", "/public/offers/v1/events/\(event)/price_categories/\(category)",
            as: Self.template + "/{price_category_id}", change.json, refusal: limits { change.check(&$0) },
            read: { reader throws(JSONReadingError) in try PriceCategory(reader) })
    }
}
