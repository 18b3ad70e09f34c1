// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Platform

/// The value of `--seed`: the name of a seed that comes with the platform, or a file.
enum SeedOption {
    /// No seed is longer.
    private static let longest = 8 << 20

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
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path, errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count >= 0 else { throw unreadable(path, errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= longest else {
                throw .malformed(
                    "\(path) is longer than a seed may be (8 MiB).",
                    "\(path) est plus long qu'un jeu de données ne peut l'être (8 Mio).")
            }
        }
    }

    private static func unreadable(_ path: String, _ code: Int32) -> SeedError {
        let names = BuiltInSeed.allCases.map(\.rawValue).joined(separator: ", ")
        let reason = String(cString: strerror(code))
        return .malformed(
            "No seed is called \(path), and no such file can be read (\(reason)). There are \(names).",
            "Aucun jeu de données ne s'appelle \(path), et ce fichier ne peut être lu (\(reason)). Il y a \(names).")
    }
}
