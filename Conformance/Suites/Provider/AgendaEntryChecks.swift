// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What events of an agenda hold (provider document (22), "Les évènements").
enum AgendaEntryChecks {
    static let all: [Check] = [
        Check(
            "provider/events/uid", ["PC-PR-003"],
            Sentence("« uid » : un texte, à chaque évènement le sien.", "\"uid\": a text, to each event its own.")
        ) { probe in
            let events = try await FeedEntries(probe, .events)
            try events.expect(Sentence("« uid » : un texte", "\"uid\": a text"), showing: ["title"]) {
                $0["uid"]?.isTextual == true
            }
            try events.expectOnce(
                Sentence("« uid » : à chacun le sien", "\"uid\": to each its own"), showing: ["title"]
            ) { event in
                event["uid"]?.stringValue.map { [$0] } ?? []
            }
        },
        Check(
            "provider/events/texts", ["PC-PR-020"],
            Sentence("Titre et description en français.", "Title and description in French.")
        ) { probe in
            try await FeedEntries(probe, .events).expect(
                Sentence(
                    "« title.fr » et « description.fr » : des textes", "\"title.fr\" and \"description.fr\": texts"),
                showing: ["title", "description"]
            ) { $0["title"]?["fr"]?.isTextual == true && $0["description"]?["fr"]?.isTextual == true }
        },
        Check(
            "provider/events/updated-at", ["PC-PR-004"],
            Sentence("« updatedAt » : une date.", "\"updatedAt\": a date.")
        ) { probe in
            try await FeedEntries(probe, .events).expect(
                Sentence(
                    "« updatedAt » en UTC, avec Z : 2018-02-26T10:44:20.000Z",
                    "\"updatedAt\" in UTC, with Z: 2018-02-26T10:44:20.000Z"), showing: ["updatedAt"]
            ) { FeedDate.isDate($0["updatedAt"]) }
        },
        Check(
            "provider/events/timings", ["PC-PR-021"],
            Sentence(
                "« timings » : uid, début et fin de chaque séance.", "\"timings\": uid, start and end of each date.")
        ) { probe in
            let events = try await FeedEntries(probe, .events)
            try events.expect(
                Sentence("« timings » : une liste d'objets", "\"timings\": a list of objects"), showing: ["timings"]
            ) { event in event["timings"]?.arrayValue?.allSatisfy { $0.objectValue != nil } ?? false }
            try events.expect(
                Sentence("« timings.uid » : un texte", "\"timings.uid\": a text"), showing: ["timings"]
            ) { Agenda.occurrences($0).allSatisfy { $0["uid"]?.isTextual == true } }
            try events.expect(
                Sentence(
                    "« timings.start » et « timings.end » en UTC, avec Z : 2038-03-10T13:00:00.000Z",
                    "\"timings.start\" and \"timings.end\" in UTC, with Z: 2038-03-10T13:00:00.000Z"),
                showing: ["timings"]
            ) { Agenda.occurrences($0).allSatisfy { FeedDate.isDate($0["start"]) && FeedDate.isDate($0["end"]) } }
            try events.expect(
                Sentence("« timings.end » pas avant « timings.start »", "\"timings.end\" not before \"timings.start\""),
                showing: ["timings"]
            ) { Agenda.occurrences($0).allSatisfy(endsAfterStart) }
            try events.expectOnce(
                Sentence("« timings.uid » : à chaque séance le sien", "\"timings.uid\": to each date its own"),
                showing: ["timings"]
            ) { Agenda.occurrences($0).compactMap { $0["uid"]?.stringValue } }
        },
        Check(
            "provider/events/accessibility", ["PC-PR-022"],
            Sentence(
                "« accessibility » : une liste, vide ou de hi, mi, pi, vi, sl.",
                "\"accessibility\": a list, empty or of hi, mi, pi, vi, sl.")
        ) { probe in
            try await FeedEntries(probe, .events).expect(
                Sentence(
                    "« accessibility » : une liste, vide ou dont les clés sont hi, mi, pi, vi ou sl",
                    "\"accessibility\": a list, empty or whose keys are hi, mi, pi, vi or sl"),
                showing: ["accessibility"]
            ) { $0["accessibility"]?.arrayValue?.allSatisfy(isAccessibility) ?? false }
        },
        Check(
            "provider/events/category", ["PC-PR-023"],
            Sentence("« category » : une de celles du document.", "\"category\": one of the document's.")
        ) { probe in
            let known = Agenda.categories.sorted().joined(separator: ", ")
            try await FeedEntries(probe, .events).expect(
                Sentence("« category » parmi : \(known)", "\"category\" among: \(known)"), showing: ["category"]
            ) { ($0["category"]?.stringValue).map(Agenda.categories.contains) ?? false }
        },
        Check(
            "provider/events/image", ["PC-PR-005"],
            Sentence(
                "Une image, sans laquelle l'évènement reste invisible.",
                "An image, without which the event stays invisible.")
        ) { probe in
            try await FeedEntries(probe, .events).expect(
                Sentence("« image » : une adresse http(s)", "\"image\": an http(s) address"), showing: ["image"]
            ) { event in
                let parts = event["image"]?.stringValue?.split(separator: "://", maxSplits: 1) ?? []
                return parts.count == 2 && ["http", "https"].contains(parts[0].lowercased())
            }
        },
        Check(
            "provider/events/edd-code", ["PC-PR-024"],
            Sentence(
                "Spectacle vivant : un « eddCode » de la nomenclature.",
                "Performing arts: an \"eddCode\" of the nomenclature.")
        ) { probe in
            let events = try await FeedEntries(probe, .events)
            try events.require(
                Sentence("Aucun spectacle vivant dans cet agenda.", "There is no performing art in this agenda.")
            ) { $0["category"] == "performing_arts" || $0["eddCode"].map { !$0.isNull } ?? false }
            try events.expect(
                Sentence(
                    "« eddCode » : un entier de la nomenclature Entrée Directe / Deelight",
                    "\"eddCode\": a whole number of the nomenclature Entrée Directe / Deelight"),
                showing: ["category", "eddCode"]
            ) { event in
                guard let code = event["eddCode"], !code.isNull else { return event["category"] != "performing_arts" }
                return code.intValue.map(Agenda.hasCode) ?? false
            }
        },
    ]

    private static func endsAfterStart(_ timing: JSONValue) -> Bool {
        guard let start = FeedDate.instant(timing["start"]), let end = FeedDate.instant(timing["end"]) else {
            return false
        }
        return start <= end
    }

    private static func isAccessibility(_ element: JSONValue) -> Bool {
        if let key = element.stringValue { return Agenda.accessibilities.contains(key) }
        guard let object = element.objectValue else { return false }
        return object.count > 0 && object.keys.allSatisfy(Agenda.accessibilities.contains)
    }
}
