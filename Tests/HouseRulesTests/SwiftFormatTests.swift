// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// The part of `make lint` that `swift format` does, with the configuration of the house.
struct SwiftFormatTests {
    @Test func strictLintCatchesAnUndocumentedPublicFunction() async throws {
        let undocumented = try await lint("public func undocumented() {}\n")
        #expect(undocumented.exitCode == 1)
        #expect(undocumented.output.contains("AllPublicDeclarationsHaveDocumentation"))
        let documented = try await lint("/// Documented.\npublic func documented() {}\n")
        #expect(documented.exitCode == 0)
        #expect(documented.output == "")
    }

    /// What `swift format lint --strict` says of a file that holds `text`.
    private func lint(_ text: String) async throws -> (exitCode: Int32, output: String) {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write(text, to: "Sample.swift")
        let exitCode = try await folder.run(
            [
                "swift", "format", "lint", "--strict", "--configuration", Repository.root + "/.swift-format",
                folder.path + "/Sample.swift",
            ])
        return (exitCode, try folder.read("output"))
    }
}
