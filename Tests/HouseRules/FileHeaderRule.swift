// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Every Swift file begins with the name of the kit and its license.
package struct FileHeaderRule: SourceRule {
    /// The two lines.
    package static let header = [
        "// passculture — partner kit for the pass Culture",
        "// SPDX-License-Identifier: Apache-2.0",
    ]

    /// The rule.
    package init() {}

    package let name = "file-header"
    package let summary = "Every Swift file begins with the two lines that name the kit and its license."

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && !path.hasSuffix("/Package.swift")
            && HousePlan.folders.contains { path.hasPrefix($0 + "/") }
    }

    package func violations(in file: SourceFile) -> [Violation] {
        for (index, line) in Self.header.enumerated() {
            guard index < file.lines.count, file.lines[index] == line else {
                return [Violation(path: file.path, line: index + 1, message: "this line must read: \(line)")]
            }
        }
        return []
    }
}
