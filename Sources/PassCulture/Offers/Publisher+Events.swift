// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// Publishes an event; its dates follow (``addDates(_:to:)``).
    public func createEvent(_ draft: EventDraft) async throws(PassCultureError) -> Publishing<EventOffer> {
        try await publish(createCall(draft))
    }

    /// Publishes an event, on the caller's thread.
    public func createEventBlocking(_ draft: EventDraft) throws(PassCultureError) -> Publishing<EventOffer> {
        try publishBlocking(createCall(draft))
    }

    /// Changes an event.
    public func updateEvent(
        _ event: Int, _ change: EventChange
    ) async throws(PassCultureError) -> Publishing<EventOffer> {
        try await publish(updateCall(event, change))
    }

    /// Changes an event, on the caller's thread.
    public func updateEventBlocking(
        _ event: Int, _ change: EventChange
    ) throws(PassCultureError) -> Publishing<EventOffer> {
        try publishBlocking(updateCall(event, change))
    }

    /// The event with a number.
    public func event(_ id: Int) async throws(PassCultureError) -> Lookup<EventOffer> {
        try await look(eventCall(id))
    }

    /// The event with a number, asked on the caller's thread.
    public func eventBlocking(_ id: Int) throws(PassCultureError) -> Lookup<EventOffer> {
        try lookBlocking(eventCall(id))
    }

    /// The events of a venue, page by page.
    ///
    /// - Parameters:
    ///   - venue: Whose; of every venue that gave access when nil.
    ///   - ids: Your own identifiers, at most 100; all when empty.
    ///   - address: Where; anywhere when nil.
    public func events(venue: Int? = nil, idsAtProvider ids: [String] = [], address: Int? = nil) -> Listing<EventOffer>
    {
        listing(
            "/public/offers/v1/events", key: "events",
            query: [
                ("venueId", venue?.description), ("idsAtProvider", ids.asked), ("addressId", address?.description),
            ],
            asking: ids, id: \.id, of: { reader throws(JSONReadingError) in try EventOffer(reader) })
    }

    private func createCall(_ draft: EventDraft) -> PublishingCall<EventOffer> {
        .order(
            "POST", "/public/offers/v1/events", draft.json, secrets: draft.offer.secrets,
            refusal: limits { draft.check(&$0) }, read: { reader throws(JSONReadingError) in try EventOffer(reader) })
    }

    private func updateCall(_ event: Int, _ change: EventChange) -> PublishingCall<EventOffer> {
        .order(
            "PATCH", "/public/offers/v1/events/\(event)", as: "/public/offers/v1/events/{event_id}", change.json,
            secrets: change.offer.secrets, refusal: limits { change.check(&$0) },
            read: { reader throws(JSONReadingError) in try EventOffer(reader) })
    }

    private func eventCall(_ id: Int) -> PublishingCall<EventOffer> {
        .get(
            "/public/offers/v1/events/\(id)", as: "/public/offers/v1/events/{event_id}",
            read: { reader throws(JSONReadingError) in try EventOffer(reader) })
    }
}
