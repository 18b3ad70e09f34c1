// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The files of the house as they lie on disk.
package struct SourceTree: Sendable {
    /// A file or a folder that could not be read.
    package struct ReadError: Error, CustomStringConvertible {
        /// Its path.
        package let path: String
        /// The number that the system gave.
        package let number: Int32
        /// `path: why`.
        package var description: String { "\(path): \(String(cString: strerror(number)))" }
    }

    /// The folder that holds `Package.swift`.
    package let root: String

    /// The tree below `root`.
    package init(root: String) {
        self.root = root
    }

    /// What is not ours to judge, as in `.gitignore`: what is built or resolved, and the history.
    private static func isIgnored(_ name: String) -> Bool {
        [".git", "Package.resolved", "report", "__pycache__"].contains(name) || name.hasPrefix(".build")
            || name.hasSuffix(".o") || name.hasSuffix(".so")
    }

    /// The paths of all files, relative to ``root``, sorted.
    package func paths() throws(ReadError) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let path = folder.isEmpty ? root : root + "/" + folder
            guard let directory = opendir(path) else { throw ReadError(path: path, number: errno) }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." || Self.isIgnored(name) { continue }
                let relative = folder.isEmpty ? name : folder + "/" + name
                switch Int(entry.pointee.d_type) {
                case Int(DT_DIR): folders.append(relative)
                case Int(DT_REG): found.append(relative)
                default: continue
                }
            }
        }
        return found.sorted()
    }

    /// The file at `path`, relative to ``root``.
    package func file(at path: String) throws(ReadError) -> SourceFile {
        SourceFile(path: path, bytes: try Self.bytes(of: root + "/" + path))
    }

    /// All bytes of the file at `path`.
    package static func bytes(of path: String) throws(ReadError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(path: path, number: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ReadError(path: path, number: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
