// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCulture
import TestSupport

/// An outbox that is opened from bytes, used as a till uses it, and opened again.
struct FuzzedOutbox: Sendable {
    private static let now = Instant.epoch + .days(17_000)
    private static let number: UInt64 = 0xF022

    /// Where it lies, kept until the last input.
    let folder: ScratchFolder

    private var path: String { folder.path("outbox.db") }

    /// Takes two files; says what became of them.
    func take(_ files: OutboxFiles) throws(Broken) -> String {
        for name in ["-wal", "-shm", "-lock", "-journal"] { unlink(path + name) }
        try write(files.main, "")
        if !files.log.isEmpty { try write(files.log, "-wal") }
        var outbox: SQLiteOutbox?
        do throws(OutboxError) {
            outbox = try SQLiteOutbox(path: path)
        } catch {
            // A log that was not there may have been made, empty.
            let left = OutboxFiles(main: read(""), log: read("-wal"))
            try Broken.unless(left.main == files.main, "refused (\(error.code)), and the file was changed")
            try Broken.unless(left.log == files.log, "refused (\(error.code)), and the log was changed")
            return "\(error.code) \(error.detail.split(separator: ":").dropFirst().joined().prefix(50))"
        }
        do throws(OutboxError) {
            guard let opened = outbox, try use(opened) else { return "taken, or at a limit" }
        } catch {
            return "in use \(error.code)"
        }
        outbox?.close()
        outbox = nil
        let (isHeld, count): (Bool, Int)
        do throws(OutboxError) {
            let again = try SQLiteOutbox(path: path)
            isHeld = try again.attempts(from: Self.now, to: Self.now + .days(1)).contains {
                $0.id == Self.number && $0.state == .confirmed
            }
            count = try again.openAttempts().count
        } catch {
            throw Broken("opened, used, and not opened again: \(error)")
        }
        try Broken.unless(isHeld, "what was written is gone")
        return "opened, \(min(count, 9))"
    }

    /// Does with an outbox what a day at a till does; says whether a validation was written down.
    private func use(_ outbox: SQLiteOutbox) throws(OutboxError) -> Bool {
        let code = try? Countermark("FUZZED")
        let attempt = Attempt(
            id: Self.number, till: "caisse", countermark: code, amountCents: 1_250, plannedAt: Self.now)
        guard case .added = try outbox.add(attempt, isSent: true, within: nil, at: Self.now) else { return false }
        _ = try outbox.openAttempts()
        _ = try outbox.latestInstant()
        let closed = try outbox.advance(Self.number, by: [.validated], if: .inHand, at: Self.now)
        if let code {
            try outbox.load(
                DayList([
                    DayList.Entry(
                        countermark: code, offerName: "Hamlet", begins: Self.now, userName: "Zoé", email: "z@x.fr")
                ]), at: Self.now)
            _ = try outbox.entry(of: code)
            _ = try outbox.attempts(of: code)
        }
        _ = try outbox.erase(closedBefore: Self.now)
        _ = try outbox.wipeDayLists(begunBefore: Self.now + .hours(1))
        return closed.state == .confirmed
    }

    private func write(_ bytes: [UInt8], _ name: String) throws(Broken) {
        let descriptor = Glibc.open(path + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { Glibc.close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Broken("no room for the input") }
    }

    private func read(_ name: String) -> [UInt8] {
        let descriptor = Glibc.open(path + name, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { Glibc.close(descriptor) }
        let count = Int(lseek(descriptor, 0, SEEK_END))
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
    }
}
