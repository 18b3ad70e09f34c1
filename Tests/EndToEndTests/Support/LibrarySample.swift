// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// A sample till on the library's C interface, ready to be started.
struct LibrarySample {
    /// Where the package is.
    static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    /// What runs.
    let program: Program
    /// What comes before the till's own arguments.
    var arguments: [String] = []
    /// What it needs in its environment.
    var environment: [String: String] = [:]

    /// The sample in a language, compiled into a folder if need be; nothing when the language is not here.
    static func made(in language: String, _ folder: ScratchFolder) async throws -> LibrarySample? {
        let library = try Program.folder + "/libpassculture-c.so"
        switch language {
        case "C":
            guard let gcc = Program.found("gcc") else { return nil }
            let compiled = try await gcc.run([
                "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", "\(root)/Sources/CPassCulture", "-o",
                "\(folder.path)/till", "\(root)/Samples/C/till.c", library, "-Wl,-rpath,\(try Program.folder)",
            ])
            try #require(compiled.code == 0, "\(compiled.error)")
            return LibrarySample(program: Program(at: "\(folder.path)/till"))
        default:
            guard let python = Program.found("python3") else { return nil }
            return LibrarySample(
                program: python, arguments: ["\(root)/Samples/Python/till.py"],
                environment: [
                    "PASSCULTURE_LIBRARY": library, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8",
                ])
        }
    }
}
