// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file for a report, emptied before there is one: what a run that breaks off leaves behind is not taken for its result.
struct ReportFile {
    private let path: String
    private let descriptor: Int32

    /// Opens it for writing.
    ///
    /// - Throws: an exit with 2 when it cannot be.
    init(_ path: String) throws(CommandExit) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.exit(path) }
    }

    /// Writes the report and lets go of the file.
    ///
    /// - Throws: an exit with 2 when it is not all there.
    func write(_ text: String) throws(CommandExit) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = Self.exit(path)
                close(descriptor)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0 else { throw Self.exit(path) }
    }

    private static func exit(_ path: String) -> CommandExit {
        let reason = String(cString: strerror(errno))
        return .unreachable(
            tr("\(path) cannot be written: \(reason).", "\(path) ne peut pas être écrit : \(reason)."))
    }
}
