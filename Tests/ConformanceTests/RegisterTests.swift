// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Conformance

@Suite("The register of requirements")
struct RegisterTests {
    private let register = Register.current

    @Test func hasManyRequirementsOfEveryActor() {
        #expect(register.requirements.count >= 80)
        for actor in RequirementActor.allCases {
            #expect(register.requirements.contains { $0.actor == actor })
        }
    }

    @Test func everyRequirementHasACheckOrSaysWhyNot() {
        let checked = Set(Conformance.Suite.all.flatMap(\.checks).flatMap(\.requirements))
        let orphans = register.requirements.filter { !checked.contains($0.id) && $0.notTestedReason == nil }
        #expect(orphans.map(\.id) == [])
    }

    @Test func noRequirementHasBothACheckAndAReasonForHavingNone() {
        let checked = Set(Conformance.Suite.all.flatMap(\.checks).flatMap(\.requirements))
        let both = register.requirements.filter { checked.contains($0.id) && $0.notTestedReason != nil }
        #expect(both.map(\.id) == [])
    }

    @Test func everyCheckNamesKnownRequirementsOnly() {
        for check in Conformance.Suite.all.flatMap(\.checks) {
            #expect(!check.requirements.isEmpty, "\(check.id) judges nothing")
            for id in check.requirements { #expect(register[id] != nil, "\(check.id) names \(id)") }
        }
    }

    @Test func theRequirementsOfACheckHaveOneLevel() {
        let mixed = Conformance.Suite.all.flatMap(\.checks).filter {
            Set($0.requirements.compactMap { register[$0]?.level }).count != 1
        }
        #expect(mixed.map(\.id) == [])
    }

    @Test func everyMustOfAPlatformIsTested() {
        let untested = register.requirements.filter {
            $0.actor == .platform && $0.level == .must && $0.notTestedReason != nil
        }
        #expect(untested.map(\.id) == [])
    }

    @Test func theNamesOfChecksDiffer() {
        // Tills and online platforms are asked the same in both editions, and by the same names.
        let gates = [(Conformance.Suite.till2018, Conformance.Suite.tillV1), (.online2018, .onlineV1)]
        let suites = Conformance.Suite.all.filter { !$0.isGate } + [.tillV1, .online2018]
        let names = suites.flatMap(\.checks).map(\.id)
        #expect(Set(names).count == names.count)
        for (past, today) in gates {
            #expect(Set(past.checks.map(\.id)).count == past.checks.count)
            for check in past.checks {
                guard let same = today.checks.first(where: { $0.id == check.id }) else { continue }
                #expect(same.title == check.title)
            }
        }
    }

    @Test func everyStepOfAJourneyNamesKnownRequirementsOnly() {
        for journey in Journey.all {
            #expect(Set(journey.steps.map(\.id)).count == journey.steps.count, "\(journey.id)")
            for step in journey.steps {
                for id in step.requirements { #expect(register[id] != nil, "\(journey.id)/\(step.id) names \(id)") }
            }
        }
    }

    @Test func everyStepOfAJourneyOfTodayNamesRowsOfTodayOnly() {
        for journey in PublicJourney.all {
            for id in journey.requirements + journey.steps.flatMap(\.requirements) {
                #expect(register[id]?.edition == .publicV1, "\(journey.id) names \(id)")
            }
        }
    }

    @Test(arguments: [
        ("PC-CM-001 | MUST | platform | guide | line | -", "columns"),
        ("CM-001 | MUST | platform | guide | line | - | -", "id"),
        ("PC-CM-001 | WOULD | platform | guide | line | - | -", "level"),
        ("PC-CM-001 | MUST | weather | guide | line | - | -", "actor"),
        ("PC-CM-001 | MUST | platform | - | line | - | -", "source"),
        ("PC-CM-001 | MUST | platform | guide | - | - | -", "quoted line"),
        ("PC-CM-001 | MUST | platform | guide | line | - | later", "in French // English"),
    ])
    func aRowThatCannotBeUsedIsRefused(row: String, word: String) {
        let error = #expect(throws: RegisterError.self) { try Register(parsing: row) }
        #expect(error?.reason.contains(word) == true)
    }

    @Test(arguments: 1...54)
    func everyCheckOfTodaysSheetHasARow(number: Int) throws {
        let row = try #require(register["PC-V1-0" + (number < 10 ? "0" : "") + "\(number)"])
        #expect(row.source == "today §8 #\(number)")
        #expect(row.edition == .publicV1)
        #expect(row.notTestedReason == nil)
    }

    @Test func whatTheSheetMarksAsInferredIsNoMust() {
        for row in register.requirements where row.condition.hasPrefix("inferred") { #expect(row.level == .should) }
        #expect(register.requirements.count { $0.condition.hasPrefix("inferred") } >= 3)
    }

    @Test func anIdThatOccursTwiceIsRefused() {
        let row = "PC-CM-001 | MUST | platform | guide | line | - | -"
        #expect(throws: RegisterError.self) { try Register(parsing: row + "\n" + row) }
    }

    @Test func aRowIsReadColumnByColumn() throws {
        let row = "PC-CM-014 | SHOULD | online platform | guide G3 | six #|^ signs | when open | plus tard // later"
        let requirement = try #require(try Register(parsing: row).requirements.first)
        #expect(requirement.id == "PC-CM-014")
        #expect(requirement.level == .should)
        #expect(requirement.actor == .onlinePlatform)
        #expect(requirement.source == "guide G3")
        #expect(requirement.quote == "six #|^ signs")
        #expect(requirement.condition == "when open")
        #expect(requirement.notTestedReason == Sentence("plus tard", "later"))
    }
}
