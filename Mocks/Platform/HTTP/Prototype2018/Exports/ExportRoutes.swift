// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The team's exports (`contract 2018-12 §9.6`): tables for whoever has the token, lists for administrators. No partner has either,
/// unless the platform was started with a token.
enum ExportRoutes {
    /// The routes; none needs an `Origin`.
    static let routes = [
        Route("GET", "/exports/models", needsOrigin: false, handler: models),
        Route("GET", "/exports/models/{model}", needsOrigin: false, handler: model),
        offerers("offerers_siren", ["siren"]) { _ in true },
        offerers("offerers_siren_with_venue", ["siren"]) { !$0.venues.isEmpty },
        offerers("offerers_siren_with_not_virtual_venue", ["siren"]) { $0.venues.contains { !$0.venue.isVirtual } },
        Route("GET", "/exports/offerers_with_venue", needsOrigin: false, handler: offerersWithVenue),
        Route("GET", "/exports/pending_validation", needsOrigin: false, handler: awaitingValidation),
        Route("POST", "/exports/venues", needsOrigin: false, handler: allVenues),
        Route("POST", "/exports/offerers", needsOrigin: false, handler: allOfferers),
    ]

    // MARK: Tables

    private static func models(_ call: Call) throws(WireError) -> Answer {
        try checkToken(call)
        return CSVTable(columns: ["model"], rows: ExportedModel.allCases.map { [$0.rawValue] }).answer("models")
    }

    private static func model(_ call: Call) throws(WireError) -> Answer {
        try checkToken(call)
        guard let model = ExportedModel(rawValue: call.parameters["model"] ?? "") else {
            // The service had no sentence for it.
            throw .field("model", "Cette classe n'existe pas")
        }
        let rows = call.service.read { state, _ in model.rows(in: state) }
        return CSVTable(rows).answer(model.rawValue)
    }

    private static func offerers(
        _ name: String, _ columns: [String], where isMeant: @escaping @Sendable (OffererView) -> Bool
    ) -> Route {
        Route("GET", "/exports/" + name, needsOrigin: false) { call throws(WireError) in
            try checkToken(call)
            let rows = views(call).filter(isMeant).map { [$0.offerer.siren ?? ""] }
            return CSVTable(columns: columns, rows: rows).answer(name)
        }
    }

    private static func offerersWithVenue(_ call: Call) throws(WireError) -> Answer {
        try checkToken(call)
        let rows = views(call).flatMap { view in
            view.venues.map { managed in
                let (offerer, venue) = (view.offerer, managed.venue)
                return [
                    HumanizedID.encode(offerer.id), offerer.name, offerer.siren ?? "", HumanizedID.encode(venue.id),
                    venue.name, venue.siret ?? "", venue.departementCode ?? "",
                ]
            }
        }
        let columns = [
            "offerer_id", "offerer_name", "siren", "venue_id", "venue_name", "siret", "departement_code",
        ]
        return CSVTable(columns: columns, rows: rows).answer("offerers_with_venue")
    }

    private static func views(_ call: Call) -> [OffererView] {
        call.service.read { state, _ in state.offerers.records.map { OffererView($0, in: state) } }
    }

    /// Refuses whoever does not have the token that the platform was started with; the sentence lost its apostrophe on the wire.
    private static func checkToken(_ call: Call) throws(WireError) {
        guard let token = call.query("token") else {
            throw .field("token", "Vous devez préciser un jeton dans ladresse (token=XXX)")
        }
        guard let expected = call.service.exportToken, token == expected else {
            throw .field("token", "Le jeton est invalide")
        }
    }

    // MARK: Lists

    private static func awaitingValidation(_ call: Call) throws(WireError) -> Answer {
        try requireTeam(call)
        return .json(.array(views(call).filter { !$0.offerer.isValidated }.map(OffererJSON.object)))
    }

    private static func allOfferers(_ call: Call) throws(WireError) -> Answer {
        try requireTeam(call)
        return .json(.array(views(call).map(OffererJSON.object)))
    }

    private static func allVenues(_ call: Call) throws(WireError) -> Answer {
        try requireTeam(call)
        let views = call.service.read { state, _ in state.venues.records.compactMap { VenueView($0.id, in: state) } }
        return .json(.array(views.map(VenueJSON.object)))
    }

    private static func requireTeam(_ call: Call) throws(WireError) {
        let person = try call.signedIn()
        guard call.service.read({ state, _ in state.users[person]?.isAdmin == true }) else {
            throw .field("isAdmin", "Vous devez être admin", status: 403)
        }
    }
}
