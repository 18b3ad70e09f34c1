// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder of the moment, under `TMPDIR` or `/tmp`.
enum EmptyFolder {
    /// Makes an empty one for its owner alone; nothing if that cannot be done.
    static func make() -> String? {
        let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var path = Array("\(parent)/passculture-till-XXXXXX".utf8CString)
        return path.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
    }

    /// Removes one with all that is in it; links are removed, not followed.
    static func remove(_ path: String) {
        chmod(path, 0o700)
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let inner = "\(path)/\(name)"
                var status = stat()
                let isFolder = lstat(inner, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                if isFolder { remove(inner) } else { unlink(inner) }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
