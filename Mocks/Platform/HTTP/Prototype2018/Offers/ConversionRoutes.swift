// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// `GET /offers/{id}/conversion`: how many of those who booked came, for the offer's partner (`guide G26`).
enum ConversionRoutes {
    /// The route.
    static let routes = [Route("GET", "/offers/{id}/conversion", handler: show)]

    private static func show(_ call: Call) throws(WireError) -> Answer {
        guard call.service.read({ state, _ in state.rules.showsConversion }) else { throw .htmlNotFound }
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Offer.self)
        let conversion = try call.service.read { state, _ throws(WireError) in
            guard let offererID = state.offererID(of: id) else { throw .htmlNotFound }
            guard state.canEdit(.user(person), offererID) else { throw .forbiddenOfferer }
            return state.conversion(of: id)
        }
        return .json([
            "offerId": WireJSON.id(id), "booked": WireJSON.integer(conversion.booked),
            "validated": WireJSON.integer(conversion.validated), "cancelled": WireJSON.integer(conversion.cancelled),
            // In percent, with two decimals: the ratio's hundredths of a percent.
            "conversionPercent": conversion.basisPoints.map { .number(JSONNumber(cents: $0)) } ?? .null,
        ])
    }
}
