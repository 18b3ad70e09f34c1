// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Runs one check and turns what it threw into a verdict.
struct CheckRunner: Sendable {
    /// The platform under test.
    let world: World
    /// The register, which says whether a failure is more than a warning.
    let register: Register

    /// Runs the check, unless the platform lacks what it needs.
    func run(_ check: Check) async -> CheckResult {
        if let missing = world.missing(for: check.needs) { return result(of: check, .notJudged, reason: missing) }
        let probe = Probe(world: world)
        let start = SystemClock.monotonic()
        var verdict = Verdict.pass
        var evidence: Evidence?
        var reason: Sentence?
        do {
            try await check.run(probe)
        } catch let interruption as Interruption {
            switch interruption {
            case .failed(let found):
                let isBinding = check.requirements.contains { register[$0]?.level == .must }
                verdict = isBinding ? .fail : .warn
                evidence = found
            case .precondition(let found):
                verdict = .skip
                evidence = found
                reason = Sentence("Une préparation n'a pas abouti.", "A preparation did not work.")
            case .notJudged(let sentence):
                verdict = .notJudged
                reason = sentence
            case .notApplicable(let sentence):
                verdict = .notApplicable
                reason = sentence
            case .inconclusive, .unreachable:
                verdict = .inconclusive
                reason = interruption.undecided
            }
        } catch {
            verdict = .error
            reason = Sentence("Erreur du certificateur : \(error)", "A mistake of the certifier: \(error)")
        }
        let elapsed = SystemClock.monotonic() - start
        if evidence != nil || reason != nil {
            // A till or an online platform is tried at a local platform, where nobody's countermarks are.
            let discretion =
                world.gate != nil
                ? Discretion(given: world.secrets)
                : Discretion(
                    probe.recorder.exchanges, given: world.secrets,
                    madeUp: world.vendor == nil ? nil : WebhookBooking.birthDate)
            evidence = evidence.map(discretion.masking)
            reason = reason.map(discretion.masking)
        }
        return CheckResult(
            id: check.id, title: check.title, requirements: check.requirements, verdict: verdict, evidence: evidence,
            reason: reason, notes: probe.notes, requests: probe.recorder.count,
            milliseconds: elapsed.microseconds / 1_000)
    }

    private func result(of check: Check, _ verdict: Verdict, reason: Sentence) -> CheckResult {
        CheckResult(
            id: check.id, title: check.title, requirements: check.requirements, verdict: verdict, evidence: nil,
            reason: reason, notes: [], requests: 0, milliseconds: 0)
    }
}
