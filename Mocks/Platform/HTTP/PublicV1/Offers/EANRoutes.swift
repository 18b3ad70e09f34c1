// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Products by EAN (`today §3.7`): asked for at once, there a few seconds later, and no word about those that nobody knows.
enum EANRoutes {
    /// The most articles that are asked for at once.
    static let mostOrders = 500
    /// The most that are looked up at once.
    static let mostLookups = 100

    private static let path = "/public/offers/v1/products/ean"

    static let routes = [
        PublicV1.route("POST", path) { call throws(WireError) in
            let fields = try PublicFields(call.call)
            let now = call.call.service.now()
            let place = fields.required("location") { PublicOfferPlace.read(fields, $0) }
            let sent = fields.required("products") { fields.objects($0, atMost: mostOrders) }
            let drafts = (sent ?? []).map { draft($0, at: now) }
            try fields.finish()
            guard let place else { throw .serverFault }
            try call.perform(
                .offers(.orderArticles(by: call.provider.id, at: place, drafts.compactMap(\.self))),
                words: OfferWords.fields
            ) { _, _ in () }
            return .empty(204, contentType: nil)
        },
        PublicV1.route("GET", path) { call throws(WireError) in
            let query = PublicQuery(call.call)
            let eans = eans(query)
            guard let venueID: Identifier<Venue> = query.identifier("venueId") else {
                query.refuse("venueId", ValidationErrors.required)
                try query.finish()
                throw .serverFault
            }
            try query.finish()
            let offers = try call.call.service.read { state, now throws(WireError) in
                guard state.sees(call.provider.id, venueID) else { throw .noVenue }
                return eans.compactMap { state.offer(ean: $0, at: venueID) }.sorted { $0.offerID < $1.offerID }
                    .compactMap { PublicOffer($0.offerID, in: state, at: now) }
            }
            return .json(["products": .array(offers.map { $0.product(at: call.call.service.publicBase) })])
        },
        PublicV1.route("GET", path + "/check_availability") { call throws(WireError) in
            let query = PublicQuery(call.call)
            let eans = eans(query)
            try query.finish()
            return .json(availability(of: eans))
        },
    ]

    private static func draft(_ fields: PublicFields, at now: Instant) -> EANOrderDraft? {
        let ean = fields.required("ean") { fields.ean($0) }
        let stock = fields.required("stock") { fields.object($0) }
        let price = stock.flatMap { stock in stock.required("price") { stock.price($0) } }
        let quantity = stock.flatMap { $0.quantity("quantity").value ?? nil }
        let limit = stock?.instant("bookingLimitDatetime", after: now).change
        let publication = fields.publication("publicationDatetime", at: now).change
        let allowed = fields.instant("bookingAllowedDatetime", after: now).change
        guard let ean, let price else { return nil }
        var draft = EANOrderDraft(ean: ean, price: price, quantity: quantity)
        draft.bookingLimit = limit
        draft.publication = publication
        draft.bookingAllowed = allowed
        return draft
    }

    /// The numbers in a query, each once, in the order in which they are first named.
    private static func eans(_ query: PublicQuery) -> [String] {
        var seen: Set<String> = []
        let eans = (query.text("eans") ?? "").split(separator: ",").map { $0.trimmed }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        if eans.isEmpty {
            query.refuse("eans", "EAN list must not be empty")
        } else if eans.count > mostLookups {
            query.refuse("eans", "Too many EANs")
        } else if !eans.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) {
            query.refuse("eans", "EAN must be an integer")
        } else if !eans.allSatisfy({ $0.utf8.count == 13 }) {
            query.refuse("eans", "Only 13 characters EAN are accepted")
        }
        return eans
    }

    private static func availability(of eans: [String]) -> JSONValue {
        var available: [JSONValue] = []
        var unknown: [JSONValue] = []
        var otherCategory: [JSONValue] = []
        var notCompliant: [JSONValue] = []
        for ean in eans {
            switch EANCatalogue.standing(ean) {
            case .available: available.append(.string(ean))
            case .unknown: unknown.append(.string(ean))
            case .categoryNotAllowed: otherCategory.append(.string(ean))
            case .notCompliant: notCompliant.append(.string(ean))
            }
        }
        return [
            "available": .array(available),
            "rejected": [
                "notFound": .array(unknown), "subcategoryNotAllowed": .array(otherCategory),
                "notCompliantWithCgu": .array(notCompliant),
            ],
        ]
    }
}
