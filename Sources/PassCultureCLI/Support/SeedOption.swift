// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import Platform

/// The value of `--seed`: the name of a seed that comes with the platform, or a file.
enum SeedOption {
    /// Finds and reads a seed.
    ///
    /// - Throws: a ``CommandExit`` that says what is wrong with it.
    static func read(_ name: String) throws -> Seed {
        do throws(SeedError) {
            if let seed = BuiltInSeed(rawValue: name) { return try seed.seed() }
            return try Seed(parsing: try contents(of: name))
        } catch {
            throw exit(for: error)
        }
    }

    /// How the command ends when a seed does: 3 if the seed is to blame as it is written, 2 if a step failed.
    static func exit(for error: SeedError) -> CommandExit {
        let sentence = tr(error.english, error.french)
        return error.isMalformed ? .usage(sentence) : .unreachable(sentence)
    }

    /// The names and titles of the seeds that come with the platform, a line each.
    static func listing() throws -> String {
        do throws(SeedError) {
            var lines: [String] = []
            for seed in BuiltInSeed.allCases {
                let title = try seed.seed().title.map { tr($0.english, $0.french) } ?? ""
                lines.append(seed.rawValue + String(repeating: " ", count: max(1, 10 - seed.rawValue.count)) + title)
            }
            return lines.joined(separator: "\n")
        } catch {
            throw exit(for: error)
        }
    }

    private static func contents(of path: String) throws(SeedError) -> [UInt8] {
        do throws(InputFile.Failure) {
            return try InputFile.read(path)
        } catch {
            let (french, english) = error.sentence(path)
            guard case .unreadable = error else { throw .malformed(english, french) }
            let names = BuiltInSeed.allCases.map(\.rawValue).joined(separator: ", ")
            throw .malformed(
                "No seed is called \(path); as a file, \(english) There are \(names).",
                "Aucun jeu de données ne s'appelle \(path) ; comme fichier, \(french) Il y a \(names).")
        }
    }
}
