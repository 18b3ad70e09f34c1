// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder of its own for a test, gone with all that lies in it when the test is over.
package final class ScratchFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Makes it, in the folder for what is temporary unless told.
    package init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/passculture-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SystemCallError(call: "mkdtemp") }
        path = String(cString: made)
    }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink("\(path)/\(name)")
            }
            closedir(folder)
        }
        rmdir(path)
    }

    /// Where something of that name lies in it.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        guard let file = fopen(path(name), "w") else { throw SystemCallError(call: "fopen \(name)") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SystemCallError(call: "fwrite") }
    }

    /// Reads a file.
    package func bytes(_ name: String) throws -> [UInt8] {
        guard let file = fopen(path(name), "r") else { throw SystemCallError(call: "fopen \(name)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
