// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc

/// Tells the living from the dead: who opens a store holds a lock on a byte of the file beside it, at the place of their number.
///
/// The system takes the lock back when the program ends in whatever way, so that nobody waits for a till that was killed, and nobody
/// takes work out of the hands of one that is only slow. The lock belongs to the open file and not to the process: two stores
/// within one program see each other too.
final class InstanceLock: Sendable {
    /// `F_OFD_GETLK` and `F_OFD_SETLK`, which the importer does not take over.
    private static let (look, take): (Int32, Int32) = (36, 37)

    private let descriptor: Int32
    private let path: String

    /// Opens the file of the locks.
    init(path: String) throws(StoreFileError) {
        self.path = path
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreFileError(.unreachable, detail: "\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Holds the lock of a number until this object is gone.
    func hold(_ number: Int64) throws(StoreFileError) {
        var lock = Self.byte(number)
        guard fcntl(descriptor, Self.take, &lock) == 0 else {
            throw StoreFileError(.unreachable, detail: "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Runs what one alone may do at a time, whatever program they are in: the lock on the byte before that of the first number.
    ///
    /// - Parameters:
    ///   - pauses: How often ten milliseconds are waited for somebody who holds it.
    ///   - body: What is done under the lock.
    /// - Throws: ``StoreFileError`` of the kind `busy` when it is held for longer, and what the body throws.
    func alone<Value>(
        pauses: Int = 300, _ body: () throws(StoreFileError) -> Value
    ) throws(StoreFileError) -> Value {
        var lock = Self.byte(0)
        var left = pauses
        while fcntl(descriptor, Self.take, &lock) != 0 {
            guard errno == EAGAIN || errno == EACCES || errno == EINTR, left > 0 else {
                throw StoreFileError(.busy, detail: "\(path): \(String(cString: strerror(errno)))")
            }
            left -= 1
            SystemClock.hold(.milliseconds(10))
        }
        defer {
            lock.l_type = Int16(F_UNLCK)
            _ = fcntl(descriptor, Self.take, &lock)
        }
        return try body()
    }

    /// Whether somebody else holds the lock of a number; when the system does not tell, yes: better to wait than to meddle.
    func isHeld(_ number: Int64) -> Bool {
        var lock = Self.byte(number)
        guard fcntl(descriptor, Self.look, &lock) == 0 else { return true }
        return lock.l_type != Int16(F_UNLCK)
    }

    private static func byte(_ number: Int64) -> flock {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t(number)
        lock.l_len = 1
        return lock
    }
}
