// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A file of more than 350 lines has the wrong shape.
package struct FileLengthRule: SourceRule {
    /// The most lines a file may have.
    package static let limit = 350

    /// The rule.
    package init() {}

    package let name = "file-length"
    package let summary = "No Swift file is longer than 350 lines: one type a file, about 100 lines."

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && HousePlan.folders.contains { path.hasPrefix($0 + "/") }
    }

    package func violations(in file: SourceFile) -> [Violation] {
        guard file.lines.count > Self.limit else { return [] }
        return [
            Violation(
                path: file.path, line: Self.limit + 1,
                message: "\(file.lines.count) lines; over \(Self.limit) is the wrong shape, split the file")
        ]
    }
}
