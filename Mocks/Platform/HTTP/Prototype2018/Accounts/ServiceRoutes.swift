// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The routes about the service itself.
enum ServiceRoutes {
    static let routes = [
        Route("GET", "/health", needsOrigin: false) { _ in .json("ok") },
        Route("GET", "/providers") { _ in .json([]) },
        Route("GET", "/venueProviders") { call throws(WireError) in
            _ = try call.signedInOrKey()
            guard let venueID = call.query("venueId") else {
                throw .field("venueId", "Vous devez obligatoirement fournir le paramètre venueId")
            }
            _ = try HumanizedID.decode(venueID)
            return .json([])
        },
        // No provider is plugged into the platform, so that every link is one to a provider that is switched off; 401 is the
        // status that the service gave it (`contract 2018-12 §11.4`).
        Route("POST", "/venueProviders") { call throws(WireError) in
            _ = try call.signedInOrKey()
            _ = try call.jsonBody()
            throw .field("localClass", "Ce fournisseur n' est pas activé", status: 401)
        },
    ]
}
