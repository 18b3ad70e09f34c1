// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Nothing names a place that only one machine has.
///
/// Whoever clones the house gets all of it: a path to somebody's own folders leads nowhere there.
package struct PortableTextRule: SourceRule {
    /// The paths that no file may hold, put together here so that this file does not.
    package static let places = ["/" + "work" + "/", ".." + "/shared"]

    /// The rule.
    package init() {}

    package let name = "portable-text"
    package let summary = "No file names a folder of the machine on which it was written."

    package func applies(to path: String) -> Bool { true }

    package func violations(in file: SourceFile) -> [Violation] {
        file.lines.enumerated().flatMap { index, line in
            Self.places.filter { line.contains($0) }.map { place in
                Violation(
                    path: file.path, line: index + 1,
                    message: "\(place) is a place of one machine; cite the document and its section instead")
            }
        }
    }
}
