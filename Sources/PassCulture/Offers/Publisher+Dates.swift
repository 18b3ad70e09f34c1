// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// The dates of an event, page by page.
    ///
    /// - Parameters:
    ///   - event: Whose.
    ///   - ids: Your own identifiers, at most 100; all when empty.
    public func dates(of event: Int, idsAtProvider ids: [String] = []) -> Listing<EventDate> {
        listing(
            "/public/offers/v1/events/\(event)/dates", as: Self.template, key: "dates",
            query: [("idsAtProvider", ids.asked)], asking: ids, id: \.id,
            of: { reader throws(JSONReadingError) in try EventDate(reader) })
    }

    /// Adds dates to an event, which may have 2500 in all: all of them or, when one is wrong, none.
    public func addDates(
        _ drafts: [DateDraft], to event: Int
    ) async throws(PassCultureError) -> Publishing<[EventDate]> {
        try await publish(addCall(drafts, event))
    }

    /// Adds dates to an event, on the caller's thread.
    public func addDatesBlocking(
        _ drafts: [DateDraft], to event: Int
    ) throws(PassCultureError) -> Publishing<[EventDate]> {
        try publishBlocking(addCall(drafts, event))
    }

    /// Changes a date. A moved beginning is told to everybody who booked.
    public func updateDate(
        _ date: Int, of event: Int, _ change: DateChange
    ) async throws(PassCultureError) -> Publishing<EventDate> {
        try await publish(updateCall(date, event, change))
    }

    /// Changes a date, on the caller's thread.
    public func updateDateBlocking(
        _ date: Int, of event: Int, _ change: DateChange
    ) throws(PassCultureError) -> Publishing<EventDate> {
        try publishBlocking(updateCall(date, event, change))
    }

    /// Takes a date back: **every booking of it that is not used is cancelled**.
    public func deleteDate(_ date: Int, of event: Int) async throws(PassCultureError) -> Publishing<Void> {
        try await publish(deleteCall(date, event))
    }

    /// Takes a date back, on the caller's thread: **every booking of it that is not used is cancelled**.
    public func deleteDateBlocking(_ date: Int, of event: Int) throws(PassCultureError) -> Publishing<Void> {
        try publishBlocking(deleteCall(date, event))
    }

    private static let template = "/public/offers/v1/events/{event_id}/dates"

    private func addCall(_ drafts: [DateDraft], _ event: Int) -> PublishingCall<[EventDate]> {
        .order(
            "POST", "/public/offers/v1/events/\(event)/dates", as: Self.template,
            ["dates": .array(drafts.map(\.json))], refusal: limits { $0.check(drafts) },
            read: JSONReader.list("dates") { reader throws(JSONReadingError) in try EventDate(reader) })
    }

    private func updateCall(_ date: Int, _ event: Int, _ change: DateChange) -> PublishingCall<EventDate> {
        .order(
            "PATCH", "/public/offers/v1/events/\(event)/dates/\(date)", as: Self.template + "/{stock_id}", change.json,
            refusal: limits { change.check(&$0) }, read: { reader throws(JSONReadingError) in try EventDate(reader) })
    }

    private func deleteCall(_ date: Int, _ event: Int) -> PublishingCall<Void> {
        PublishingCall(
            method: "DELETE", path: "/public/offers/v1/events/\(event)/dates/\(date)",
            pathTemplate: Self.template + "/{stock_id}", read: PublishingCall<Void>.nothing)
    }
}
