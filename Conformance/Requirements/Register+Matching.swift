// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Register {
    /// The requirements whose id matches a pattern, in the order of the register; `*` stands for any characters.
    public func matching(_ pattern: String) -> [Requirement] {
        let pattern = Pattern(pattern)
        return requirements.filter { pattern.matches($0.id) }
    }
}
