// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Input that no honest client sends: refused in the contract's form, never a 500, never a silence.
enum HostileInputChecks {
    private static let json: [(name: String, value: String)] = [("Content-Type", "application/json")]

    static let all: [Check] = [
        Check(
            "hostile/malformed-json", ["PC-CV-007"],
            Sentence("JSON mal formé : 400.", "Malformed JSON: 400.")
        ) { probe in
            let company = try await probe.company()
            let bodies = ["{", "{\"a\":}", "", "{\"a\":1,}", "[1,2", "nul", "{\"stockId\":\"AE\" \"quantity\":1}"]
            for body in bodies {
                try await probe.wire.anonymous.raw("POST", "/users/signin", headers: json, body: Array(body.utf8))
                    .expect(400)
                try await probe.wire.by(company.young).raw("POST", "/bookings", headers: json, body: Array(body.utf8))
                    .expect(400)
            }
        },
        Check(
            "hostile/not-json", ["PC-CV-008"],
            Sentence("Corps d'un autre type : 400.", "Body of another type: 400.")
        ) { probe in
            let company = try await probe.company()
            for type in ["application/x-www-form-urlencoded", "text/plain"] {
                try await probe.wire.by(company.young).raw(
                    "POST", "/bookings", headers: [("Content-Type", type)], body: Array("stockId=AE&quantity=1".utf8)
                ).expect(400, text: "JSON data expected")
            }
        },
        Check(
            "hostile/wrong-types", ["PC-CV-009"],
            Sentence("Types inattendus : 4xx.", "Unexpected types: 4xx.")
        ) { probe in
            let company = try await probe.company()
            let wrong: [JSONValue] = [["a"], ["b": 1], true, 12, .number(JSONNumber(text: "1.5") ?? JSONNumber(1))]
            for value in wrong {
                try await probe.wire.anonymous.post("/users/signin", ["identifier": value, "password": value])
                    .expectContractRefusal()
                try await probe.wire.by(company.young).post("/bookings", ["stockId": value, "quantity": 1])
                    .expectContractRefusal()
                try await probe.wire.by(company.partner.account).post(
                    "/things", ["name": value, "type": "ThingType.LIVRE_EDITION", "venueId": .string(company.venue)]
                ).expectContractRefusal()
            }
            let quantities: [JSONValue] = ["2", .number(JSONNumber(text: "1.5") ?? JSONNumber(1)), [], -1, true]
            for quantity in quantities {
                let body: JSONValue = ["stockId": .string(company.book.stock.id), "quantity": quantity]
                try await probe.wire.by(company.young).post("/bookings", body).expectContractRefusal()
            }
            for body in [[], "texte", 3, nil, true] as [JSONValue] {
                try await probe.wire.by(company.young).post("/bookings", body).expectContractRefusal()
                try await probe.wire.anonymous.post("/users/signup/webapp", body).expectContractRefusal()
                try await probe.wire.anonymous.post("/users/signin", body).expectContractRefusal()
            }
        },
        Check(
            "hostile/missing-keys", ["PC-CV-009"],
            Sentence(
                "Clés absentes, là où le service de 2018 rendait 500 : 4xx.",
                "Keys left out, where the service of 2018 answered 500: 4xx.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            for path in ["/offers", "/things", "/events", "/eventOccurrences", "/venues", "/offerers", "/stocks"] {
                try await pro.post(path, [:]).expectContractRefusal()
            }
            try await probe.wire.anonymous.post("/users/signup/pro", [:]).expectContractRefusal()
            try await probe.wire.anonymous.get("/types").expectContractRefusal()
            try await pro.post(
                "/eventOccurrences", ["offerId": .string(company.show.offer.id), "venueId": .string(company.venue)]
            ).expectContractRefusal()
        },
        Check(
            "hostile/deep-nesting", ["PC-CV-009"],
            Sentence("Dix mille crochets : 4xx.", "Ten thousand brackets: 4xx.")
        ) { probe in
            let deep = Array((String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)).utf8)
            try await probe.wire.anonymous.raw("POST", "/users/signin", headers: json, body: deep)
                .expectContractRefusal()
        },
        Check(
            "hostile/ten-megabytes", ["PC-CV-010"],
            Sentence("Corps de 10 Mo : 4xx.", "Bodies of 10 MB: 4xx.")
        ) { probe in
            let company = try await probe.company()
            var body = Array("{\"identifier\":\"".utf8)
            body += [UInt8](repeating: UInt8(ascii: "a"), count: 10_000_000)
            body += Array("\",\"password\":\"x\"}".utf8)
            try await probe.wire.anonymous.raw("POST", "/users/signin", headers: json, body: body)
                .expectContractRefusal()
            try await probe.wire.by(company.young).raw("POST", "/bookings", headers: json, body: body)
                .expectContractRefusal()
            try await probe.wire.anonymous.get("/users/current").expect(401, Answers.signInNeeded)
        },
        Check(
            "hostile/broken-utf8", ["PC-CV-011"],
            Sentence("UTF-8 invalide : 4xx.", "Invalid UTF-8: 4xx.")
        ) { probe in
            let company = try await probe.company()
            for bytes in [[0xFF, 0xFE], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]] {
                let body = Array("{\"identifier\":\"".utf8) + bytes + Array("\",\"password\":\"x\"}".utf8)
                try await probe.wire.anonymous.raw("POST", "/users/signin", headers: json, body: body)
                    .expectContractRefusal()
                let escaped = bytes.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                try await probe.wire.anonymous.raw("GET", "/bookings/token/\(escaped)?email=a%40b.fr")
                    .expectContractRefusal()
                try await probe.wire.anonymous.raw("GET", "/bookings/token/ZZZZZZ?email=\(escaped)")
                    .expectContractRefusal()
                try await probe.wire.anonymous.raw("GET", "/bookings/token/ZZZZZZ?email=a%40b.fr&offer_id=\(escaped)")
                    .expectContractRefusal()
                try await probe.wire.by(company.young).raw("GET", "/bookings/\(escaped)").expectContractRefusal()
            }
        },
        Check(
            "hostile/odd-paths", ["PC-CV-011"],
            Sentence("Chemins étranges : 4xx.", "Odd paths: 4xx.")
        ) { probe in
            for path in ["/bookings/token/%00", "/bookings/token/%2e%2e%2f", "/users/%2e%2e/users", "/%"] {
                try await probe.wire.anonymous.raw("GET", path + "?email=a%40b.fr").expectContractRefusal()
            }
            let long = String(repeating: "A", count: 4_000)
            try await probe.wire.anonymous.raw("GET", "/bookings/token/\(long)?email=a%40b.fr").expectContractRefusal()
        },
        Check(
            "hostile/headers", ["PC-CV-012"],
            Sentence("En-têtes hostiles : 4xx, ou sans effet.", "Hostile headers: 4xx, or without effect.")
        ) { probe in
            for (index, header) in MadeUp.headers.enumerated() {
                do {
                    try await probe.wire.anonymous.raw("GET", "/users/current", headers: [header])
                        .expectContractRefusal()
                    try await probe.wire.anonymous.raw(
                        "POST", "/things", headers: [header] + json, body: Array("{\"name\":\"x\"}".utf8)
                    ).expectContractRefusal()
                } catch Interruption.failed(let evidence) {
                    let sent = "\(header.name): \(header.value.prefix(40)) (\(index + 1) of \(MadeUp.headers.count))"
                    throw Interruption.failed(
                        Evidence(
                            expected: "\(evidence.expected.english), after the header \(sent)",
                            seen: evidence.seen.english,
                            curl: evidence.curl))
                }
            }
        },
    ]
}
