// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a run found, and what it comes to.
public struct CertificationResult: Sendable {
    /// Why nothing was run at all; nil when checks ran.
    public let refusal: WorldRefusal?
    /// The checks that were planned, each with what came of it.
    public let checks: [CheckResult]
    /// The requirements in scope, each with what its checks say.
    public let requirements: [RequirementResult]
    /// Requirements of whoever was judged that no check judges, each with its reason in the register.
    public let notTested: [Requirement]
    /// The profile that the platform showed.
    public let profile: ProfileSeen
    /// Whether the platform had a control API that was used.
    public let hasControl: Bool
    /// The suite that was run.
    public let suite: Suite
    /// What was asked for.
    public let configuration: CertificationConfiguration

    init(refused refusal: WorldRefusal, suite: Suite, configuration: CertificationConfiguration) {
        self.refusal = refusal
        checks = []
        requirements = []
        notTested = []
        profile = ProfileSeen([])
        hasControl = false
        self.suite = suite
        self.configuration = configuration
    }

    init(
        plan: Plan, results: [CheckResult], hasControl: Bool, register: Register, suite: Suite,
        configuration: CertificationConfiguration
    ) {
        refusal = nil
        checks = results
        requirements = plan.requirements.map { RequirementResult($0, results: results) }
        notTested =
            configuration.selection.isEverything
            ? register.requirements.filter {
                // Tills and online platforms have to meet the rows of 2018 in both editions.
                $0.actor == suite.actor && ($0.edition == suite.edition || suite.isGate)
                    && $0.notTestedReason != nil
            } : []
        profile = ProfileSeen(results.flatMap { $0.notes.map { ($0.divergence, $0.side) } })
        self.hasControl = hasControl
        self.suite = suite
        self.configuration = configuration
    }

    /// What reports call the profile: the one seen, or the one that a till or an online platform was judged at.
    var profileName: String {
        switch configuration.subject {
        case .till(let setting), .onlinePlatform(let setting): setting.profile ?? profile.name
        default: profile.name
        }
    }

    /// The address of the digital offers, of an online platform that was judged.
    public var offers: String? {
        if case .onlinePlatform(let setting) = configuration.subject { setting.links?.template } else { nil }
    }

    /// The requirements in scope that a check judges, in the order in which it names them.
    func requirements(behind check: CheckResult) -> [Requirement] {
        check.requirements.compactMap { id in requirements.first { $0.requirement.id == id }?.requirement }
    }

    /// The MUSTs in scope that apply to this platform.
    public var applicableMusts: [RequirementResult] {
        requirements.filter { $0.requirement.level == .must && $0.verdict != .notApplicable }
    }

    /// How many of them were judged: passed or failed.
    public var judgedMusts: Int { applicableMusts.count { $0.verdict != .notJudged } }

    /// How many of them passed.
    public var passedMusts: Int { applicableMusts.count { $0.verdict == .pass } }

    /// The lists that were asked for, of a provider that was judged: `/stocks/41816609600069`.
    public var lists: [String] {
        guard case .provider(let setting) = configuration.subject else { return [] }
        return FeedSection.allCases.filter(setting.sections.contains).map { "/\($0.rawValue)/\(setting.siret)" }
    }

    /// The first line of every report: `MUST: 61 judged of 80, 61 passed`.
    public var summary: Sentence {
        let all = applicableMusts.count
        return Sentence(
            "MUST : \(judgedMusts) \(judgedMusts < 2 ? "jugée" : "jugées") sur \(all), "
                + "\(passedMusts) \(passedMusts < 2 ? "tenue" : "tenues")",
            "MUST: \(judgedMusts) judged of \(all), \(passedMusts) passed")
    }

    /// 0 every applicable MUST judged and passed; 1 one failed; 2 could not judge; 3 nothing selected or bad usage;
    /// 4 partial: none failed, but not all were judged, or a check did not come to its end.
    ///
    /// A selection without any MUST ends with 0 when all its checks ran; ``conclusion`` says that none was judged.
    public var exitCode: Int32 {
        if let refusal { return refusal.exitCode }
        if requirements.contains(where: { $0.verdict == .fail }) { return 1 }
        let ran = checks.contains { [.pass, .fail, .warn].contains($0.verdict) }
        guard ran else { return 4 }
        let isWhole =
            judgedMusts == applicableMusts.count
            && !checks.contains { [.error, .skip, .inconclusive].contains($0.verdict) }
        return isWhole ? 0 : 4
    }

    /// What the exit code means, and what to do next.
    public var conclusion: Sentence {
        switch exitCode {
        case 0 where applicableMusts.isEmpty:
            return requirements.contains { $0.verdict == .warn }
                ? Sentence(
                    "Aucune exigence MUST à juger dans cette sélection ; des exigences moindres ne sont pas tenues.",
                    "There is no MUST to judge in this selection; some lesser requirements do not hold.")
                : Sentence(
                    "Aucune exigence MUST à juger dans cette sélection : ce résultat n'en certifie aucune.",
                    "There is no MUST to judge in this selection: this result certifies none.")
        case 0:
            return Sentence(
                "Toutes les exigences MUST applicables ont été jugées et tenues.",
                "Every applicable MUST was judged and holds.")
        case 1:
            return Sentence(
                "Des exigences MUST ne sont pas tenues : voyez ci-dessus ce qui était attendu et ce qui a été vu.",
                "Some MUSTs do not hold: see above what was expected and what was seen.")
        case 4:
            return hasControl || !suite.mayHaveControl
                ? Sentence(
                    "Résultat partiel : rien n'a échoué, mais tout n'a pas pu être jugé ; voyez les raisons ci-dessus.",
                    "Partial: nothing failed, but not everything could be judged; see the reasons above.")
                : Sentence(
                    "Résultat partiel : sans API de contrôle, ce qui demande l'horloge, les mails, l'équipe ou les "
                        + "paiements n'est pas jugé. « passculture mock » en offre une.",
                    "Partial: without a control API, whatever takes the clock, the mails, the team or the payments is "
                        + "not judged. \"passculture mock\" has one.")
        default:
            return refusal?.sentence ?? Sentence("Rien n'a été jugé.", "Nothing was judged.")
        }
    }
}
