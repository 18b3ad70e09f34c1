// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport

/// A folder of its own, gone with all that is in it.
final class Scratch: Sendable {
    private let folder: String

    /// Makes a folder.
    init() throws {
        var template = Array("/tmp/passculture-scratch-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallError(call: "mkdtemp") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard let directory = opendir(folder) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink(path(name)) }
        }
        closedir(directory)
        rmdir(folder)
    }

    /// The path of a file in it.
    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Writes a file.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemCallError(call: "open") }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw SystemCallError(call: "write") }
        return path(name)
    }

    /// Whether a file is there.
    func has(_ name: String) -> Bool { access(path(name), F_OK) == 0 }
}
