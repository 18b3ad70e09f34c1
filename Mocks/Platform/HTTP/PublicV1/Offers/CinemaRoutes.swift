// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Sessions of films at a cinema (`today §3.6`): asked for at once, there a few seconds later, and no word about what could not be.
enum CinemaRoutes {
    /// The most films that are asked for at once, which the sheet does not tell.
    static let mostFilms = 500

    static let routes = [
        PublicV1.route("PUT", "/public/offers/v1/events/cinema_sessions", bodyLimit: 4 << 20) {
            call throws(WireError) in
            let fields = try PublicFields(call.call)
            let now = call.call.service.now()
            let venueID = fields.required("venueId") { fields.integer($0) }
            let sent = fields.required("offers") { fields.objects($0, from: 1, atMost: mostFilms) }
            let drafts = (sent ?? []).map { draft($0, at: now) }
            try fields.finish()
            guard let venueID else { throw .serverFault }
            try call.perform(
                .offers(
                    .orderSessions(by: call.provider.id, at: Identifier(venueID), drafts.compactMap(\.self))),
                words: words(drafts)
            ) { _, _ in () }
            return .empty(204, contentType: nil)
        }
    ]

    /// An address that nobody knows is refused where it was sent.
    private static func words(_ drafts: [CinemaOrderDraft?]) -> (PublicV1Refusal) -> WireError {
        { refusal in
            guard case .unknownAddress(let id) = refusal else { return OfferWords.fields(refusal) }
            let place = drafts.firstIndex { $0?.addressID == id } ?? 0
            return .field("offers.\(place).address.id", "There is no address with id \(id)", status: 404)
        }
    }

    private static func draft(_ fields: PublicFields, at now: Instant) -> CinemaOrderDraft? {
        let film = fields.required("filmId") { fields.film($0) }
        let address = fields.object("address").value
        let addressID = address.flatMap { address in address.required("id") { address.integer($0) } }
        let label = address?.text("label", 1...200).value
        let prices = fields.required("priceCategories") {
            fields.objects($0, from: 1, atMost: PlatformState.mostPriceCategories)
        }.map { $0.map { price($0) } }
        let sessions = fields.required("stocks") { fields.objects($0, from: 1, atMost: PlatformState.mostDates) }
            .map { $0.map { session($0, at: now) } }
        guard let film, let prices, let sessions else { return nil }
        var draft = CinemaOrderDraft(
            film: film, prices: prices.compactMap(\.self), sessions: sessions.compactMap(\.self))
        draft.addressID = addressID
        draft.addressLabel = label
        return draft
    }

    private static func price(_ fields: PublicFields) -> CinemaPrice? {
        let label = fields.required("label") { fields.text($0, 1...50) }
        let price = fields.required("price") { fields.price($0) }
        let name = fields.required("idAtProvider") { fields.text($0, 1...70) }
        guard let label, let price, let name else { return nil }
        return CinemaPrice(label: label, price: price, idAtProvider: name)
    }

    private static func session(_ fields: PublicFields, at now: Instant) -> CinemaSession? {
        let begin = fields.required("beginningDatetime") { fields.instant($0, after: now) }
        let features = fields.notNull("features") { fields.features($0) } ?? []
        let name = fields.required("idAtProvider") { fields.text($0, 1...70) }
        let price = fields.required("priceCategoryIdAtProvider") { fields.text($0, 1...70) }
        let quantity = fields.required("quantity") { fields.quantity($0) }
        guard let begin, let name, let price, let quantity else { return nil }
        return CinemaSession(begin: begin, features: features, idAtProvider: name, price: price, quantity: quantity)
    }
}

extension PublicFields {
    /// How a film is shown.
    static let filmFeatures = ["VF", "VO", "3D", "ICE"]

    /// A film, by the number of its visa or of AlloCiné's page.
    fileprivate func film(_ key: String) -> Sent<String> {
        sent(key) { value in
            let parts = (value.stringValue ?? "").split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, ["visa", "allocine_id"].contains(parts[0]), (1...20).contains(parts[1].utf8.count),
                parts[1].allSatisfy(\.isASCIIDigit)
            else {
                refuse(key, "value must be `visa:<number>` or `allocine_id:<number>`")
                return nil
            }
            return value.stringValue
        }
    }

    fileprivate func features(_ key: String) -> Sent<[String]> {
        sent(key) { value in
            let texts = value.arrayValue?.map { $0.stringValue ?? "" }
            guard let texts, texts.allSatisfy(Self.filmFeatures.contains) else {
                refuse(key, "value is not a valid enumeration member")
                return nil
            }
            return texts
        }
    }
}
