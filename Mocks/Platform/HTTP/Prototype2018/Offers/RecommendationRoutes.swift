// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The routes of the young people's application: main screen, search and favourites (`contract 2018-12 §6.7`).
enum RecommendationRoutes {
    /// The routes.
    static let routes = [
        Route("GET", "/recommendations", handler: search),
        Route("PUT", "/recommendations", handler: feed),
        Route("GET", "/recommendations/favorites", handler: favorites),
        Route("PATCH", "/recommendations/{id}", handler: update),
    ]

    /// How many offers the main screen gets at once.
    private static let feedSize = 100

    // MARK: Main screen

    /// What is asked for comes first, then what was shown and still stands, then what is new; what was seen does not
    /// come again.
    private static func feed(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let seen = try seen(try call.jsonBody())
        let requested = try requested(call, person)
        let command = Command.recommend(to: person, limit: feedSize)
        let views = try call.perform(command) { state, _ in
            let standing = state.currentRecommendations(of: person, at: state.now)
                .filter { $0.id != requested && !seen.contains($0.id) }
            let ids = (requested.map { [$0] } ?? []) + standing.prefix(feedSize).map(\.id)
            return ids.compactMap { RecommendationView($0, in: state) }
        }
        return .json(.array(views.map(RecommendationJSON.detailed)))
    }

    private static func seen(_ body: JSONObject) throws(WireError) -> Set<Identifier<Recommendation>> {
        var seen: Set<Identifier<Recommendation>> = []
        let sent = body["seenRecommendationIds"] ?? .null
        // The service failed at anything but a list.
        guard sent.isNull || sent.arrayValue != nil else { throw .field("seenRecommendationIds", Sentences.list) }
        for value in sent.arrayValue ?? [] {
            if let number = try HumanizedID.decode(value) { seen.insert(Identifier(number)) }
        }
        return seen
    }

    /// The recommendation of the offer, or of the teaser's offer, that the address names.
    private static func requested(
        _ call: Call, _ person: Identifier<User>
    ) throws(WireError) -> Identifier<Recommendation>? {
        let named = try call.identifierInQuery("offerId", of: Offer.self)
        let mediationID = try call.identifierInQuery("mediationId", of: Mediation.self)
        guard named != nil || mediationID != nil else { return nil }
        let notFound = WireError(.text("Offer or mediation not found", status: 404))
        let offerID =
            named
            ?? mediationID.flatMap { id in
                call.service.read { state, _ in state.mediations[id]?.offerID }
            }
        guard let offerID else { throw notFound }
        return try recommend(call, offerID, to: person, refused: notFound)
    }

    private static func recommend(
        _ call: Call, _ offerID: Identifier<Offer>, to person: Identifier<User>, refused: WireError
    ) throws(WireError) -> Identifier<Recommendation>? {
        let words: (Refusal) -> WireError? = { $0 == .unknown(.offer) ? refused : nil }
        return try call.perform(.recommendOffer(to: person, offerID), sentences: words) { state, _ in
            state.recommendations(of: person).last { $0.offerID == offerID }?.id
        }
    }

    // MARK: Search

    private static func search(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let page = try Page(call, size: 10)
        let search = try OfferSearch(call)
        let offers = call.service.read { state, _ in
            page.of(state.offers.records.lazy.filter { search.finds($0, in: state) }).map(\.id)
        }
        var found: [Identifier<Recommendation>] = []
        for offer in offers {
            // Gone since it was found: left out.
            if let id = try? recommend(call, offer, to: person, refused: .htmlNotFound) { found.append(id) }
        }
        let views = call.service.read { [found] state, _ in found.compactMap { RecommendationView($0, in: state) } }
        return .json(.array(views.map(RecommendationJSON.detailed)))
    }

    // MARK: Favourites

    private static func favorites(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let views = call.service.read { state, _ in
            state.recommendations(of: person).filter(\.isFavorite).compactMap { RecommendationView($0.id, in: state) }
        }
        return .json(.array(views.map(RecommendationJSON.detailed)))
    }

    /// Another person's recommendation is as good as none; the service let anybody change it.
    private static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Recommendation.self)
        let body = try call.jsonBody()
        var fields = try FieldReader(body)
        let (isFavorite, isClicked) = (fields.bool("isFavorite"), fields.bool("isClicked"))
        guard call.service.read({ state, _ in state.recommendations[id]?.userID == person }) else {
            throw .htmlNotFound
        }
        try fields.errors.throwIfAny()
        let command = Command.updateRecommendation(by: person, id, isFavorite: isFavorite, isClicked: isClicked)
        let view = try call.perform(command) { state, _ in RecommendationView(id, in: state) }
        guard let view else { throw .htmlNotFound }
        return .json(RecommendationJSON.detailed(view))
    }
}
