// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What an online platform makes of the link by which a young person comes to it, scenario by scenario.
///
/// Checks of one scenario share its one visit.
enum OnlinePlatformChecks {
    /// All checks: what is sound first.
    ///
    /// In today's edition a vendor's key asks, and not the young person's e-mail address and offer: what becomes of these is not judged.
    static func all(_ edition: ContractEdition) -> [Check] {
        edition == .publicV1
            ? welcomed + [prefilled] + refusals(of: magic) + failures
            : welcomed + [plus, prefilled, parameters, encoded] + refusals(of: magic + [.stranger]) + failures
    }

    // MARK: - Sound links

    private static let welcomed = [
        check(
            "welcome", .link, ["PC-OP-004"],
            Sentence("Le lien suffit : accès donné.", "The link is enough: access is given.")
        ) {
            try $0.expectGood(
                Sentence("accès par le lien seul : le compte est là", "access by the link alone: the account is there"))
        },
        check(
            "validated", .link, ["PC-OP-005"],
            Sentence(
                "Accès donné : la contremarque est validée.", "Access given, the countermark is validated.")
        ) { trial in
            try trial.expectReachedUnlessGood()
            try trial.expect(
                trial.validations.contains { $0.status == 204 },
                Sentence(
                    "une validation (PATCH) à laquelle la plateforme a répondu 204, quand le jeune a son compte",
                    "a validation (PATCH) that the platform answered with 204, once the young person has the account"))
        },
        once(.link),
    ]

    // MARK: - What the pass Culture is asked

    private static let prefilled = check(
        "prefilled", .link, ["PC-OP-003"],
        Sentence(
            "Le pass Culture est interrogé avec ce que contient le lien.",
            "The pass Culture is asked with what the link holds.")
    ) { trial in
        try trial.expectReachedUnlessGood()
        try trial.expect(
            trial.requests.contains { [200, 204].contains($0.status) },
            Sentence(
                "le pass Culture est interrogé sur la contremarque telle qu'elle figure dans le lien, et la connaît (200 ou 204)",
                "the pass Culture is asked about the countermark of the link as it stands there, and knows it (200 or 204)"
            )
        )
    }

    private static let parameters = check(
        "parameters", .link, ["PC-OP-002"],
        Sentence(
            "Sans identifiant, « email » et « offer_id » accompagnent la validation.",
            "Without a log-in, \"email\" and \"offer_id\" go with the validation.")
    ) { trial in
        try trial.expectReachedUnlessGood()
        let open = trial.validations.filter { $0.scheme == nil }
        guard !open.isEmpty else {
            throw Interruption.notApplicable(
                Sentence(
                    "Aucune validation sans identifiant n'a été envoyée.",
                    "No validation without a log-in was sent."))
        }
        let bare = open.first { $0.parameter("email") == nil || $0.parameter("offer_id") == nil }
        try trial.expect(
            bare == nil,
            Sentence(
                "PATCH …?email=…&offer_id=… : les deux, sous ces noms, de qui n'a pas d'identifiant",
                "PATCH …?email=…&offer_id=…: both, by these names, of whoever does not log in"),
            showing: bare)
    }

    private static let plus = withPlus(
        "plus", ["PC-OP-004"],
        Sentence("Un « + » dans l'e-mail : accès donné.", "A \"+\" in the e-mail address: access is given.")
    ) { trial in
        try trial.expect(
            trial.isGood,
            Sentence(
                "accès : l'adresse e-mail figure telle quelle dans le lien, et son « + » n'est pas une espace",
                "access: the e-mail address stands in the link as it is, and its \"+\" is no blank"))
    }

    private static let encoded = withPlus(
        "encoded", ["PC-OP-001"],
        Sentence(
            "L'e-mail est url-encodé : « + » part en « %2B ».",
            "The e-mail address is encoded: \"+\" goes as \"%2B\".")
    ) { trial in
        let email = trial.scenario.link?.email ?? ""
        let encoded = email.split(separator: "+").joined(separator: "%2B")
        let told = trial.requests.filter { $0.parameter("email") != nil }
        let wrong = told.first { $0.parameter("email") != email }
        let isUnasked = trial.requests.isEmpty && !trial.isGood
        try trial.expect(
            wrong == nil && !isUnasked,
            Sentence(
                "email=\(encoded), « @ » tel quel ou %40", "email=\(encoded), \"@\" as it is or as %40"),
            showing: wrong)
        guard told.isEmpty else { return }
        throw Interruption.notApplicable(
            Sentence("Aucune adresse e-mail n'a été envoyée.", "No e-mail address was sent."))
    }

    /// A check of a link with a `+` in the e-mail address. Of a site that asks about others, it is the site's doing if nothing is asked.
    private static func withPlus(
        _ name: String, _ requirements: [String], _ title: Sentence,
        judge: @escaping @Sendable (GateTrial) throws -> Void
    ) -> Check {
        Check("online/\(name)", requirements, title) { probe in
            let isAsking = try? await !GateTrial(.link, probe).requests.isEmpty
            let trial = try await GateTrial(.plus, probe)
            if isAsking != true { try trial.expectReachedUnlessGood() }
            try judge(trial)
        }
    }

    // MARK: - Links that open nothing

    /// Countermarks that answer in the same way in both editions.
    private static let magic = [GateScenario.used, .cancelled, .unknown].map(\.followed)

    private static func refusals(of scenarios: [GateScenario]) -> [Check] {
        scenarios.map(refusal) + scenarios.map(told)
    }

    private static func refusal(_ scenario: GateScenario) -> Check {
        let (id, words) =
            switch scenario.id {
            case "used": ("PC-OP-007", "Cette contremarque a déjà servi.")
            case "cancelled": ("PC-OP-008", "Cette réservation a été annulée.")
            case "unknown": ("PC-OP-009", "Cette contremarque est inconnue.")
            default: ("PC-OP-010", "Ce lien n'est pas le vôtre.")
            }
        return check(
            scenario.id, scenario, [id],
            Sentence("\(scenario.words.french) : pas d'accès.", "\(scenario.words.english): no access.")
        ) { trial in
            try trial.expectNever(
                .good,
                Sentence("pas d'accès ; dit par exemple « \(words) »", "no access; told for instance \"\(words)\""))
        }
    }

    /// Whether the young person is told that it is a refusal, and not left in doubt.
    private static func told(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/told", scenario, ["PC-OP-014"],
            Sentence("\(scenario.words.french) : dite refusée.", "\(scenario.words.english): told as refused.")
        ) { trial in
            try trial.expectEach(
                .refused,
                Sentence(
                    "un refus, dit comme tel, pour que personne ne réessaie",
                    "a refusal, told as one, so that nobody tries again"))
        }
    }

    // MARK: - Failures on the way

    /// In an order in which answers that say that the pass Culture is there stand between those that are missing: who has met many of them in a
    /// row may leave it alone for a while, and whoever has called too often has to, in today's edition.
    private static let failures: [Check] = [
        GateScenario.failing, .proxy, .halfway, .reset, .undone, .lost, .slow, .busy,
    ]
    .map(\.followed).flatMap { scenario in
        switch scenario.id {
        case "halfway", "undone": [notRefused(scenario), once(scenario)]
        case "lost": [lostAnswer(scenario), once(scenario)]
        case "slow": [lostAnswer(scenario), notRefused(scenario, "failure"), once(scenario)]
        default: [noAccess(scenario), notRefused(scenario), once(scenario)]
        }
    }

    private static let unsure =
        "Le pass Culture ne répond pas : votre réservation n'est pas perdue, suivez le lien plus tard."

    private static func noAccess(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/access", scenario, ["PC-OP-012"],
            Sentence("\(scenario.words.french) : pas d'accès.", "\(scenario.words.english): no access.")
        ) { trial in
            try trial.expectNever(
                .good,
                Sentence(
                    "pas d'accès : personne n'a dit que la contremarque est valable ; dit par exemple « \(unsure) »",
                    "no access: nobody said that the countermark is valid; told for instance \"\(unsure)\""))
        }
    }

    private static func notRefused(_ scenario: GateScenario, _ name: String = "refused") -> Check {
        check(
            "\(scenario.id)/\(name)", scenario, ["PC-OP-013"],
            Sentence(
                "\(scenario.words.french) : la contremarque n'est pas dite refusée.",
                "\(scenario.words.english): the countermark is not told as refused.")
        ) { trial in
            try expectNotRefused(
                trial,
                Sentence(
                    "tout sauf un refus de la contremarque ; dit par exemple « \(unsure) »",
                    "anything but a refusal of the countermark; told for instance \"\(unsure)\""))
        }
    }

    /// What the online platform itself has validated, without hearing of it, is no refusal.
    private static func lostAnswer(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/refused", scenario, ["PC-OP-011"],
            Sentence(
                "\(scenario.words.french) : la contremarque n'est pas dite refusée.",
                "\(scenario.words.english): the countermark is not told as refused.")
        ) { trial in
            if trial.validations.isEmpty, !trial.requests.contains(where: { [200, 204].contains($0.status) }) {
                try trial.expectReached()
            }
            try expectValidation(trial)
            try trial.expectNever(
                .refused,
                Sentence(
                    "pas de refus de ce que cette plateforme en ligne vient de valider elle-même",
                    "no refusal of what this online platform itself has just validated"))
        }
    }

    private static func once(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/once", scenario, ["PC-OP-006"],
            Sentence(
                "\(scenario.words.french) : une validation est envoyée, pas deux.",
                "\(scenario.words.english): one validation is sent, not two.")
        ) { trial in
            try trial.expectSentOnce()
            try trial.expectReachedUnlessGood()
            try expectValidation(trial)
        }
    }

    /// Makes sure that a validation was sent at all: whoever reads first may go no further, or validate by hand.
    private static func expectValidation(_ trial: GateTrial) throws {
        guard trial.validations.isEmpty else { return }
        throw Interruption.notApplicable(
            Sentence(
                "La plateforme en ligne n'a rien validé ici.", "The online platform validated nothing here."))
    }

    /// Expects no refusal; of whoever was told that the countermark is valid, and validated nothing then, none either.
    private static func expectNotRefused(_ trial: GateTrial, _ expected: Sentence) throws {
        let isFoundValid = trial.requests.contains { [200, 204].contains($0.status) }
        guard isFoundValid, trial.validations.isEmpty else { return try trial.expectNever(.refused, expected) }
        try trial.expect(!trial.isRefused, expected)
        // A slow platform is met by reading it.
        if !trial.scenario.isSlow { try expectValidation(trial) }
    }

    private static func check(
        _ name: String, _ scenario: GateScenario, _ requirements: [String], _ title: Sentence,
        judge: @escaping @Sendable (GateTrial) throws -> Void
    ) -> Check {
        Check("online/\(name)", requirements, title) { probe in
            try judge(try await GateTrial(scenario, probe))
        }
    }
}
