// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The routes about structures and venues (`contract 2018-12 §5`).
enum StructureRoutes {
    static let routes =
        [
            Route("GET", "/offerers") { call throws(WireError) in try OffererRoutes.list(call) },
            Route("GET", "/offerers/{id}") { call throws(WireError) in try OffererRoutes.show(call) },
            Route("POST", "/offerers") { call throws(WireError) in try OffererRoutes.create(call) },
            Route("PATCH", "/offerers/{id}") { call throws(WireError) in try OffererRoutes.update(call) },
            Route("GET", "/venues/{id}") { call throws(WireError) in try VenueRoutes.show(call) },
            Route("POST", "/venues") { call throws(WireError) in try VenueRoutes.create(call) },
            Route("PATCH", "/venues/{id}") { call throws(WireError) in try VenueRoutes.update(call) },
            Route("GET", "/validate", needsOrigin: false) { call throws(WireError) in
                try ValidationRoutes.structures(call)
            },
            Route("GET", "/validate/venue", needsOrigin: false) { call throws(WireError) in
                try ValidationRoutes.venue(call)
            },
            Route("GET", "/userOfferers/{offererId}") { call throws(WireError) in try UserOffererRoutes.list(call) },
            Route("POST", "/userOfferers") { call throws(WireError) in try UserOffererRoutes.create(call) },
        ] + RIBRoutes.routes + TransferRoutes.routes
}
