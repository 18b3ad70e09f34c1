// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a selection comes to: the checks to run, and the requirements that they may decide.
struct Plan: Sendable {
    /// The checks to run, in the order of the suite.
    let checks: [Check]
    /// The requirements in scope, in the order of the register.
    let requirements: [Requirement]

    /// Selects by check id, requirement id and level.
    ///
    /// A pattern that matches a check brings all its requirements into scope; one that matches a requirement brings that
    /// requirement alone, and the checks that judge it.
    init(_ checks: [Check], register: Register, selection: Selection) {
        let patterns = selection.only.map(Pattern.init)
        var inScope: Set<String> = []
        var chosen: [Check] = []
        for check in checks {
            let byName = patterns.isEmpty || patterns.contains { $0.matches(check.id) }
            let wanted = check.requirements.filter { id in
                guard let requirement = register[id] else { return false }
                guard selection.levels.isEmpty || selection.levels.contains(requirement.level) else { return false }
                return byName || patterns.contains { $0.matches(id) }
            }
            guard !wanted.isEmpty else { continue }
            chosen.append(check)
            inScope.formUnion(wanted)
        }
        self.checks = chosen
        requirements = register.requirements.filter { inScope.contains($0.id) }
    }
}
