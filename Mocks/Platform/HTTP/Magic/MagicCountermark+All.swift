// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension MagicCountermark {
    /// How long the slow one waits, in seconds: longer than a till has patience.
    package static let slowness: Int64 = 10

    /// The table: codes are never given another meaning, new ones are added.
    package static let all: [MagicCountermark] = refusals + lostAnswers + brokenAnswers

    // What the service says of countermarks.
    private static let refusals: [MagicCountermark] = [
        MagicCountermark(
            code: "MAGEVA", english: "valid, every time", french: "VAlable, à chaque fois",
            checkWords: "200, 204", validationWords: "204", check: .valid, validation: .valid),
        MagicCountermark(
            code: "MAGEDE", english: "already validated", french: "DÉjà validée",
            checkWords: "410", validationWords: "410", check: .alreadyValidated, validation: .alreadyValidated),
        MagicCountermark(
            code: "MAGECA", english: "cancelled", french: "annulée (CAncelled)",
            checkWords: "410", validationWords: "410", check: .cancelled, validation: .cancelled),
        MagicCountermark(
            code: "MAGENE", english: "unknown", french: "inconnue (NÉant)",
            checkWords: "404", validationWords: "404", check: .unknown, validation: .unknown),
        MagicCountermark(
            code: "MAGEAU", english: "of another structure", french: "d'une AUtre structure",
            checkWords: "204", validationWords: "403", check: .notYours, validation: .notYours),
    ]

    // What a till never learns.
    private static let lostAnswers: [MagicCountermark] = [
        both(
            "MAGELE", "valid, answered after \(slowness) s", "valable, LEnte : répond après \(slowness) s",
            "200, 204 after \(slowness) s", "204 after \(slowness) s",
            fault(.delay) { $0.wait = .seconds(slowness) }),
        MagicCountermark(
            code: "MAGEPE",
            english: "validated, but the answer is lost; then already validated for 2 min of the platform's time",
            french: "validée, mais la réponse est PErdue ; puis déjà validée pendant 2 min de la plateforme",
            checkWords: "200, 204; then 410", validationWords: "no answer; then 410", check: .lost, validation: .lost),
        MagicCountermark(
            code: "MAGEPA", english: "not validated, and the answer is lost, every time",
            french: "PAs validée, et la réponse est perdue, à chaque fois",
            checkWords: "200, 204", validationWords: "no answer", check: .valid,
            validation: .struck(Fault(.dropBeforeApplying))),
        both(
            "MAGERE", "the connection is reset", "la connexion est coupée net (REset)", "no answer", "no answer",
            Fault(.dropBeforeApplying)),
        both(
            "MAGECU", "the answer breaks off in its body", "le corps de la réponse est CoUpé",
            "200, broken off", "200, broken off", fault(.cutBody) { $0.bytes = 10 }),
    ]

    // What is no answer of the service's.
    private static let brokenAnswers: [MagicCountermark] = [
        both(
            "MAGE5A", "the service fails, 500", "panne du service, 500", "500", "500",
            page(500, "text/html", "<h1>Internal Server Error</h1>\n")),
        both(
            "MAGE4A", "429 with Retry-After: 30", "429 avec Retry-After: 30 (Attendre)", "429", "429",
            page(429, "application/json", "{\"global\":[\"Too many requests\"]}\n", [("Retry-After", "30")])),
        both(
            "MAGE4M", "429 without Retry-After", "429 sans Retry-After (Muette)", "429", "429",
            page(429, "application/json", "{\"global\":[\"Too many requests\"]}\n")),
        both(
            "MAGEHM", "a proxy's HTML page, 502", "page HTML d'un mandataire (HtMl), 502", "502", "502",
            Fault(.htmlPage)),
        both(
            "MAGEJM", "broken JSON", "JSON Malformé", "200, broken JSON", "200, broken JSON", Fault(.malformedJSON)),
        both(
            "MAGETY", "JSON that calls itself HTML", "JSON annoncé comme HTML (TYpe)",
            "200, wrong type", "200, wrong type", fault(.wrongContentType) { $0.contentType = "text/html" }),
        both(
            "MAGEGU", "the answer comes byte by byte", "la réponse vient GoUtte à goutte",
            "200, 204 in drops", "204 in drops",
            fault(.dribble) { $0.pause = .milliseconds(10) }),
    ]

    private static func both(
        _ code: String, _ english: String, _ french: String, _ checkWords: String, _ validationWords: String,
        _ fault: Fault
    ) -> MagicCountermark {
        MagicCountermark(
            code: code, english: english, french: french, checkWords: checkWords, validationWords: validationWords,
            check: .struck(fault), validation: .struck(fault))
    }

    private static func fault(_ kind: Fault.Kind, _ change: (inout Fault) -> Void) -> Fault {
        var fault = Fault(kind)
        change(&fault)
        return fault
    }

    private static func page(
        _ status: Int, _ type: String, _ body: String, _ headers: [(name: String, value: String)] = []
    ) -> Fault {
        fault(.status) {
            $0.page = Fault.Page(status: status, headers: [("Content-Type", type)] + headers, body: body)
        }
    }
}
