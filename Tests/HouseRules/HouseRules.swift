// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rules of the house, together.
package enum HouseRules {
    /// Every rule about a file.
    package static let all: [any SourceRule] = [
        ImportArrowsRule(),
        ManifestRule(),
        WallClockRule(),
        FoundationRule(),
        DocCommentRule(),
        FileHeaderRule(),
        FileLengthRule(),
        PortableTextRule(),
    ]

    /// Every place in `file` that breaks a rule, by line.
    package static func violations(in file: SourceFile) -> [Violation] {
        all.filter { $0.applies(to: file.path) }.flatMap { $0.violations(in: file) }.sorted { $0.line < $1.line }
    }

    /// Every place below `tree` that breaks a rule, and how many files were looked at.
    package static func check(_ tree: SourceTree) throws(SourceTree.ReadError) -> (violations: [Violation], files: Int)
    {
        var found: [Violation] = []
        let paths = try tree.paths()
        for path in paths { found += violations(in: try tree.file(at: path)) }
        return (found, paths.count)
    }
}
