// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A new event: what is to be published, before it has dates (`today §3.4`).
public struct EventDraft: Hashable, Sendable {
    /// What every offer says of itself.
    public var offer: OfferDraft

    /// Whether your ticketing system gives a ticket for each booking; fixed for life. It needs ticketing addresses
    /// (``ProviderSettings``) and a contact.
    public var hasTicket: Bool

    /// How long it lasts, in minutes: less than a day, or nothing.
    public var durationMinutes: Int?

    /// What it costs, and for whom: at most 50.
    public var priceCategories: [PriceCategoryDraft]

    /// A film about it, on YouTube.
    public var videoURL: String?

    /// Creates a draft.
    public init(
        _ offer: OfferDraft, hasTicket: Bool, durationMinutes: Int? = nil,
        priceCategories: [PriceCategoryDraft] = [], videoURL: String? = nil
    ) {
        self.offer = offer
        self.hasTicket = hasTicket
        self.durationMinutes = durationMinutes
        self.priceCategories = priceCategories
        self.videoURL = videoURL
    }

    var json: JSONValue {
        var object = offer.json
        object.write("hasTicket", hasTicket)
        object.write("eventDuration", durationMinutes)
        if !priceCategories.isEmpty { object["priceCategories"] = .array(priceCategories.map(\.json)) }
        object.write("videoUrl", videoURL)
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        offer.check(&limits, for: .event)
        if hasTicket, offer.bookingContact == nil {
            limits.refuse(
                "offer", "Une offre qui a un ticket retirable doit avoir l'email du contact de réservation")
        }
        limits.duration(durationMinutes)
        limits.check(priceCategories)
        limits.address(videoURL, at: "videoUrl")
    }
}

extension Limits {
    /// How long an event lasts: less than a day.
    mutating func duration(_ minutes: Int?) {
        guard let minutes, !(0..<1440).contains(minutes) else { return }
        refuse("eventDuration", minutes < 0 ? "ensure this value is at least 0" : "ensure this value is less than 1440")
    }
}
