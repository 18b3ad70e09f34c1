// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Who may call, how often, and what there is to call (today §1).
enum PublicV1AccessChecks {
    static let all: [Check] = [
        Check(
            "v1/key/missing", ["PC-V1-001"],
            Sentence("Sans clé : 401, sur chaque route.", "Without a key: 401 on every route.")
        ) { probe in
            try await probe.nobody.expectEverywhere(401, PublicAnswers.keyRequired)
        },
        Check(
            "v1/key/basic", ["PC-V1-002"],
            Sentence(
                "Autre schéma d'authentification : 401, sur chaque route.", "Another scheme: 401 on every route.")
        ) { probe in
            let caller = Caller(wire: probe.wire, identity: .basic(email: "caisse", password: "essai")).from(nil)
            for route in PublicRoute.all {
                try await caller.send(route.method, route.path).expect(401, PublicAnswers.keyRequired)
            }
        },
        Check(
            "v1/key/unknown", ["PC-V1-002"],
            Sentence("Clé inconnue : 401, sur chaque route.", "An unknown key: 401 on every route.")
        ) { probe in
            let stranger = PublicProvider(wire: probe.wire, key: APIKey("test_inconnu_\(probe.world.names.mark)"))
            try await stranger.expectEverywhere(401, PublicAnswers.keyRequired)
        },
        Check(
            "v1/key/inactive", ["PC-V1-003"],
            Sentence("Fournisseur désactivé : 403, sur chaque route.", "A disabled provider: 403 on every route."),
            needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            try await probe.prepare { try await world.provider.get("/public/providers/v1/provider").expect(200) }
            try await world.deactivateProvider()
            try await world.provider.expectEverywhere(403, PublicAnswers.inactiveProvider)
        },
        Check(
            "v1/key/before-validation", ["PC-V1-004"],
            Sentence("Sans clé, requête invalide : 401, et non 400.", "No key and an invalid query: 401, not 400.")
        ) { probe in
            try await probe.nobody.list([]).expect(401, PublicAnswers.keyRequired)
            try await probe.nobody.list([("venueId", "x"), ("limit", "0")]).expect(401, PublicAnswers.keyRequired)
        },
        Check(
            "v1/rate/status", ["PC-V1-005"],
            Sentence("Plus de 200 appels par minute : 429.", "More than 200 calls a minute: 429."), needs: .control
        ) { probe in try await calls(of: probe) },
        Check(
            "v1/rate/body", ["PC-V1-205"],
            Sentence("Le corps du 429.", "The body of the 429."), needs: .control
        ) { probe in try await calls(of: probe).expect(429, PublicAnswers.tooManyCalls) },
        Check(
            "v1/unknown-path", ["PC-V1-006"],
            Sentence("Route inconnue : 404 {}.", "An unknown route: 404 {}.")
        ) { probe in
            for path in ["/public/bookings/v1/nothing", "/public/nothing"] {
                try await probe.nobody.get(path).expect(404, [:])
            }
        },
    ]

    /// Calls until one is refused.
    ///
    /// A minute may begin on the way, so that twice the limit is needed to be sure.
    ///
    /// - Returns: the refusal, 429.
    /// - Throws: a failure when it comes before 200 calls were answered, or not at all.
    @discardableResult
    private static func calls(of probe: Probe) async throws -> Exchange {
        let provider = try await probe.ownWorld().provider
        var last: Exchange?
        for number in 1...401 {
            let exchange = try await provider.get("/public/providers/v1/provider")
            last = exchange
            guard exchange.status == 429 else { continue }
            return try exchange.require(number > 200, "200 calls answered; it was refused at \(number)")
        }
        throw last?.failure("429 after 200 calls in a minute, not yet after 401")
            ?? Interruption.failed(Evidence(expected: "429", seen: "nothing"))
    }
}
