// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The control API: what a tester does in the place of time, of the mail and of the pass Culture team.
struct ControlRoutes: Sendable {
    /// The platform that is controlled.
    let service: Service
    /// The copies that it started.
    let forks: ForkRegistry
    /// Which editions the platform answers in.
    var edition = Edition.both

    /// All routes of the control API; what only today's edition has a use for is refused where that is not served.
    var all: [Route] {
        let today = providerRoutes + partnerRoutes + saleRoutes
        let routes =
            clockRoutes + teamRoutes + administratorRoutes + mailRoutes + moneyRoutes + batchRoutes + journalRoutes
            + snapshotRoutes + forkRoutes + seedRoutes + faultRoutes + (edition.hasPublicV1 ? today : [])
        let listing = JSONValue.array(routes.map { .string("\($0.method) \($0.template)") })
        let (profile, edition) = (service.profile.rawValue, edition)
        let own = Route("GET", "/_control", needsOrigin: false) { _ throws(WireError) in
            .control(["profile": .string(profile), "edition": .string(edition.rawValue), "routes": listing])
        }
        return routes + [own] + (edition.hasPublicV1 ? [] : today.map(Self.refused))
    }

    private static func refused(_ route: Route) -> Route {
        Route(route.method, route.template, needsOrigin: false) { call throws(WireError) in
            throw .control(
                "\(call.method) \(call.path) is about the public API v1, which this platform does not serve",
                hint: "Start it with --edition publicV1, or with both.", status: 404)
        }
    }

    /// A route of the control API; who may call it is judged before.
    func route(
        _ method: String, _ path: String, bodyLimit: Int = 1 << 20, _ handler: @escaping Route.Handler
    ) -> Route {
        Route(method, "/_control" + path, needsOrigin: false, bodyLimit: bodyLimit, handler: handler)
    }
}

extension Answer {
    /// An answer of the control API: keys in the order written, text readable as it is.
    static func control(_ value: JSONValue, status: Int = 200) -> Answer {
        Answer(status: status, contentType: "application/json", body: value.serialized([.trailingNewline]))
    }
}
