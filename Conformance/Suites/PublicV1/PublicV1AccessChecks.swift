// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
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
            let stranger = PublicProvider(wire: probe.wire, key: APIKey(MadeUp.keyPrefix + probe.world.names.mark))
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
            Sentence(
                "200 appels en une minute : répondus ; le 201e : 429 ; une minute après : répondu.",
                "200 calls in a minute: answered; call 201: 429; a minute later: answered."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let provider = try await PublicWorld.make(wire).provider
                let (number, refusal) = try await refusedCall(of: provider, on: wire)
                try refusal.require(number == 201, "call 201 as the first that is refused, not call \(number)")
                try await Control(wire: wire).advance(by: .seconds(61))
                try await provider.get(counted).expect(200)
            }
        },
        Check(
            "v1/rate/body", ["PC-V1-205"],
            Sentence("Le corps du 429.", "The body of the 429."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let provider = try await PublicWorld.make(wire).provider
                try await refusedCall(of: provider, on: wire).exchange.expect(429, PublicAnswers.tooManyCalls)
            }
        },
        Check(
            "v1/unknown-path", ["PC-V1-006"],
            Sentence("Route inconnue : 404 {}.", "An unknown route: 404 {}.")
        ) { probe in
            for path in ["/public/bookings/v1/nothing", "/public/nothing"] {
                try await probe.nobody.get(path).expect(404, [:])
            }
        },
    ]

    /// What is called to see a limit.
    private static let counted = "/public/providers/v1/provider"

    /// Calls until one is refused, all within one instant of a copy whose clock is stopped for it.
    ///
    /// - Returns: the first call that is answered with 429, and the answer.
    /// - Throws: a failure when another is answered badly, or when twice the limit is answered; not judged where the limit was lifted.
    private static func refusedCall(
        of provider: PublicProvider, on copy: Wire
    ) async throws -> (number: Int, exchange: Exchange) {
        let control = Control(wire: copy)
        guard try await !control.isRateLimitLifted() else {
            throw Interruption.notJudged(
                Sentence(
                    "La limite d'appels est levée : PUT /_control/rateLimit.",
                    "The limit of calls is lifted: PUT /_control/rateLimit."))
        }
        try await control.stopClock()
        for number in 1...400 {
            let exchange = try await provider.get(counted)
            if exchange.status == 429 { return (number, exchange) }
            try exchange.expect(200)
        }
        throw try await provider.get(counted).failure("429 after 200 calls in a minute, not yet after 400")
    }
}
