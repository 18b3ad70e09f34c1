// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// No Foundation, whole or in part, in what is shipped; the whole never, not even in tests.
///
/// A till is a small machine: Foundation adds 50 MB and 10 MiB of memory. ``Linkage`` reads the same from the linked
/// result.
package struct FoundationRule: SourceRule {
    /// The rule.
    package init() {}

    package let name = "no-foundation"
    package let summary = "No Foundation in what is shipped; tests may import FoundationEssentials, never Foundation."

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && HousePlan.folders.contains { path.hasPrefix($0 + "/") }
    }

    package func violations(in file: SourceFile) -> [Violation] {
        let isShipped = HousePlan.foundationFreeFolders.contains { file.lies(in: $0) }
        return Import.all(in: file).compactMap { found in
            guard found.module.hasPrefix("Foundation") else { return nil }
            if found.module == "FoundationEssentials", !isShipped { return nil }
            return Violation(
                path: file.path, line: found.line,
                message: "\(found.module) stays outside the house; use Glibc, Synchronization, CivilTime and JSON")
        }
    }
}
