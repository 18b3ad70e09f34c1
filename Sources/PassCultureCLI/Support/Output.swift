// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// Where the command line writes.
enum Output {
    /// Writes a line of result to the standard output, at once.
    static func line(_ text: String = "") {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a line of progress or trouble to the standard error, at once.
    static func note(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes a text to the standard output without ending the line, at once.
    static func prompt(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// Writes a question to the standard error without ending the line, at once.
    static func ask(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Writes bytes to the standard output as they are.
    static func bytes(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
    }

    /// Whether something for the standard output could not be written, which was told; nothing more goes there then.
    static var isLost: Bool { lost.load(ordering: .acquiring) }

    /// Whether nobody reads the standard output any more: it is not whole, or its reader went away, which is no mistake of whoever lists.
    static var isUnread: Bool { isLost || gone.load(ordering: .acquiring) }

    private static let lost = Atomic(false)
    private static let gone = Atomic(false)

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    /// Writes all bytes, however often the system asks and however long a reader takes; one who went away ends it.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        guard descriptor != STDOUT_FILENO || !isLost else { return }
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, start, rest.count)
            guard count <= 0 else {
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                continue
            }
            switch errno {
            case EINTR: break
            case EAGAIN: waitForRoom(in: descriptor)
            case EPIPE:
                if descriptor == STDOUT_FILENO { gone.store(true, ordering: .releasing) }
                return
            case let code: return lose(descriptor, code)
            }
        }
    }

    private static func waitForRoom(in descriptor: Int32) {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
    }

    /// Tells that the standard output is not whole; of the standard error nobody could be told.
    private static func lose(_ descriptor: Int32, _ code: Int32) {
        guard descriptor == STDOUT_FILENO, !lost.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let reason = String(cString: strerror(code))
        note(
            tr(
                "The output could not be written (\(reason)): what is there of it is not all.",
                "La sortie n'a pas pu être écrite (\(reason)) : ce qui s'y trouve n'est pas complet."))
    }
}
