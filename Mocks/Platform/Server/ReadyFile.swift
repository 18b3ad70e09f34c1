// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file whose only line is the base URL, there as long as the platform answers.
struct ReadyFile: Sendable {
    /// Why it could not be written.
    package struct Failure: Error, CustomStringConvertible, Sendable {
        /// A sentence for people.
        package let description: String
    }

    private let path: String
    private let text: [UInt8]

    /// Takes away what another platform, killed before it could, left there: nobody may take it for ready meanwhile.
    static func clear(_ path: String) {
        unlink(path)
    }

    /// Writes the file in one step: nobody ever reads half of it.
    init(at path: String, base: String) throws(Failure) {
        self.path = path
        let draft = "\(path).\(getpid()).tmp"
        let text = Array("\(base)\n".utf8)
        self.text = text
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else { throw Self.failure(path) }
        let written = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isClosed = close(file) == 0
        guard written == text.count, isClosed, rename(draft, path) == 0 else {
            let failure = Self.failure(path)
            unlink(draft)
            throw failure
        }
    }

    /// Takes the file away, unless another platform has put its own there since.
    func remove() {
        guard content == text else { return }
        unlink(path)
    }

    /// What the file holds; a byte more than ours at most.
    private var content: [UInt8]? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: text.count + 1)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        return count < 0 ? nil : Array(bytes[..<count])
    }

    private static func failure(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(description: "The ready file \(path) cannot be written: \(reason).")
    }
}
