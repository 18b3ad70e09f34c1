// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Where a request comes from and who sends it (contract 2018-12 §1.4–§1.6).
enum OriginChecks {
    static let all: [Check] = [
        Check(
            "conventions/origin", ["PC-CV-001"],
            Sentence("Sans origine permise : 400.", "Without a permitted origin: 400.")
        ) { probe in
            for origin in [nil, "http://ailleurs.exemple", "null", probe.world.origin.uppercased()] {
                let caller = probe.wire.anonymous.from(origin)
                try await caller.get("/users/current").expect(400, Answers.originRefused)
                try await caller.get("/inconnue").expect(400, Answers.originRefused)
                try await caller.delete("/bookings/token/ABCDEF").expect(400, Answers.originRefused)
            }
        },
        Check(
            "conventions/sign-in-needed", ["PC-CV-002"],
            Sentence("Sans connexion : 401.", "Without signing in: 401.")
        ) { probe in
            for path in ["/bookings", "/users/current", "/recommendations", "/bookings/"] {
                try await probe.wire.anonymous.get(path).expect(401, Answers.signInNeeded)
            }
            try await probe.wire.anonymous.post("/bookings", ["stockId": "AE", "quantity": 1])
                .expect(401, Answers.signInNeeded)
        },
        Check(
            "conventions/key-or-sign-in-needed", ["PC-CV-003"],
            Sentence(
                "Routes ouvertes aux clés : 403 « API key or login required ».",
                "Routes open to keys: 403 \"API key or login required\".")
        ) { probe in
            for path in ["/things", "/events", "/stocks", "/eventOccurrences"] {
                try await probe.wire.anonymous.post(path, ["name": "Sans compte"])
                    .expect(403, text: "API key or login required")
            }
        },
        Check(
            "conventions/wrong-method", ["PC-CV-006"],
            Sentence("Mauvaise méthode : 405.", "Wrong method: 405.")
        ) { probe in
            try await probe.wire.anonymous.delete("/bookings/token/ABCDEF").expect(405)
            try await probe.wire.anonymous.put("/bookings", [:]).expect(405)
            try await probe.wire.anonymous.get("/users/signin").expect(405)
        },
        Check(
            "conventions/unknown-route", ["PC-CV-005"],
            Sentence("Route inconnue : 404.", "Unknown route: 404.")
        ) { probe in
            try await probe.wire.anonymous.get("/inconnue").expect(404)
        },
        Check(
            "conventions/cors", ["PC-CV-022"],
            Sentence("L'origine est rendue à un navigateur.", "The origin is echoed to a browser.")
        ) { probe in
            let answer = try await probe.wire.anonymous.get("/users/current")
            try answer.require(
                answer.header("Access-Control-Allow-Origin") == probe.world.origin,
                "Access-Control-Allow-Origin: \(probe.world.origin)")
            try answer.require(
                answer.header("Access-Control-Allow-Credentials") == "true", "Access-Control-Allow-Credentials: true")
        },
    ]
}
