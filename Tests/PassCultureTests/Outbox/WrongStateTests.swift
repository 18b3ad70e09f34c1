// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

/// What a person is told who decides about an attempt of which nothing can be decided so.
@Suite("A decision that an attempt does not allow")
struct WrongStateTests {
    /// What happened to an attempt, what somebody then decides, and what the sentence begins with.
    struct Case: Sendable {
        let events: [Attempt.Event]
        let decisions: [Attempt.Event]
        let french: String
        let english: String
        /// Whether whoever had it was killed.
        var isOrphaned = false
    }

    private static let confirm = Attempt.Event.promoted(
        Attempt.Promotion(.person, name: "Ana", at: AttemptTests.start))
    private static let abandon = Attempt.Event.abandoned("by Ana")
    private static let wanted = Attempt.Event.recalled(.undo, "Ana")

    static let cases: [Case] = [
        Case(
            events: [], decisions: [confirm], french: "Cette validation attend d'être envoyée",
            english: "This validation waits to be sent"),
        Case(
            events: [.sent, .notSent, wanted, .unsettled], decisions: [confirm],
            french: "Cette validation n'a pas été envoyée", english: "This validation was not sent"),
        Case(
            events: [.sent, .validated], decisions: [confirm, abandon],
            french: "Cette validation est déjà terminée : elle a eu lieu.",
            english: "This validation is closed already: it took place."),
        Case(
            events: [.sent, .refused("cancelled")], decisions: [confirm, abandon],
            french: "Cette validation est déjà terminée : elle a été refusée.",
            english: "This validation is closed already: it was refused."),
        Case(
            events: [abandon], decisions: [confirm, abandon],
            french: "Cette validation est déjà terminée : elle a été abandonnée.",
            english: "This validation is closed already: it was given up."),
        Case(
            events: [.sent], decisions: [confirm, abandon],
            french: "Cette validation est en cours, ici ou à une autre caisse",
            english: "This validation is under way, here or at another till"),
        Case(
            events: [.sent, .lost("no-answer"), wanted], decisions: [confirm, abandon],
            french: "Cette validation est en cours, ici ou à une autre caisse",
            english: "This validation is under way, here or at another till"),
        Case(
            events: [.sent], decisions: [confirm, abandon], french: "Cette validation a été interrompue",
            english: "This validation was interrupted", isOrphaned: true),
    ]

    @Test("is explained by where the attempt stands", arguments: cases, TwoTills.Kind.allCases)
    func explained(case tried: Case, kind: TwoTills.Kind) throws {
        func begin(_ store: any OutboxStore) throws {
            _ = try store.add(
                try AttemptTests.attempt(), isSent: false, within: OfflineLimits(), at: AttemptTests.start)
            for event in tried.events { _ = try store.advance(7, by: [event], if: .inHand, at: AttemptTests.start) }
        }
        let tills = try TwoTills(kind) { dying in if tried.isOrphaned { try begin(dying) } }
        if !tried.isOrphaned { try begin(tills.first) }
        let before = try tills.attempts
        for decision in tried.decisions {
            let error = #expect(throws: OutboxError.self) {
                try tills.second.advance(7, by: [decision], if: .free, at: AttemptTests.start)
            }
            #expect(error?.code == .wrongState)
            #expect(error?.detail == before.first?.state.rawValue)
            #expect(error?.cashier.french.hasPrefix(tried.french) == true, "\(error?.cashier.french ?? "")")
            #expect(error?.cashier.english.hasPrefix(tried.english) == true, "\(error?.cashier.english ?? "")")
        }
        #expect(try tills.attempts == before)
    }

    @Test("of a store that tells nothing but the code is not laid to somebody else")
    func codeAlone() {
        let sentence = OutboxError(.wrongState, detail: "planned").cashier
        #expect(sentence.french.contains("l'état") && !sentence.french.contains("ailleurs"))
        #expect(!sentence.english.contains("elsewhere"))
    }
}
