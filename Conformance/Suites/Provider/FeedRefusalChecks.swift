// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a provider refuses: the same for stocks and for an agenda.
enum FeedRefusalChecks {
    /// The checks of one section.
    static func all(_ section: FeedSection) -> [Check] {
        let path = "provider/\(section.rawValue)"
        return [
            Check(
                "\(path)/siret/unknown", ["PC-PR-001"],
                Sentence(
                    "Un SIRET que vous ne connaissez pas : 404 et errors.siret.",
                    "A SIRET that you do not know: 404 and errors.siret.")
            ) { probe in
                _ = try await FeedCaller(probe).list(section)
                let names = probe.world.names
                let siret = names.siret(of: names.siren())
                try await FeedCaller(probe).get(section, siret: siret).expectError(404, "siret")
            },
            Check(
                "\(path)/siret/invalid", ["PC-PR-017"],
                Sentence(
                    "Un SIRET de quatre chiffres : 400 et errors.siret.",
                    "A SIRET of four digits: 400 and errors.siret.")
            ) { probe in
                let caller = try FeedCaller(probe)
                _ = try await caller.list(section)
                try await caller.get(section, siret: "1234").expectError(400, "siret")
            },
            Check(
                "\(path)/after/unknown", ["PC-PR-027"],
                Sentence(
                    "« after » d'une entrée inconnue : 400 et errors.after.",
                    "\"after\" of an unknown entry: 400 and errors.after.")
            ) { probe in
                // The digits of an EAN with its check digit, which no publisher has.
                let after = section == .stocks ? "9790000000001" : "inconnu-\(probe.world.names.mark)"
                let caller = try FeedCaller(probe)
                _ = try await caller.list(section)
                try await caller.get(section, [("after", after), ("limit", "10")]).expectError(400, "after")
            },
            Check(
                "\(path)/parameters", ["PC-PR-028"],
                Sentence(
                    "Des paramètres insensés : un refus, pas une panne.",
                    "Parameters that make no sense: a refusal, no failure.")
            ) { probe in
                let caller = try FeedCaller(probe)
                _ = try await caller.list(section)
                let queries = [
                    ("limit", "abc"), ("limit", "-1"), ("limit", "99999999999999999999"), ("after", "é'\"<>"),
                ]
                for query in queries {
                    let exchange = try await caller.get(section, [query])
                    try exchange.require(exchange.status < 500, Sentence("pas de 5xx", "no 5xx"))
                }
                if section == .stocks { try await caller.get(section, [("modifiedSince", "hier")]).expect(400) }
            },
        ]
    }
}

extension Exchange {
    /// That status, and sentences under a key of `errors` (provider document (22)).
    @discardableResult
    fileprivate func expectError(_ status: Int, _ key: String) throws -> Exchange {
        let sentences = json?["errors"]?[key]?.arrayValue ?? []
        guard self.status == status, !sentences.isEmpty, sentences.allSatisfy({ $0.stringValue != nil }) else {
            let form = "\(status) {\"errors\":{\"\(key)\":[\"…\"]}}"
            throw Interruption.failed(
                Evidence(
                    expected: Sentence("\(form), une liste de textes", "\(form), a list of texts"),
                    seen: Sentence(summary, summary), curl: curl))
        }
        return self
    }
}
