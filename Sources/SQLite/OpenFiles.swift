// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The files that connections of this process have open, which a child that it forks must not open.
///
/// SQLite keeps in the memory of a process which files that process has locked. A fork copies the memory and not the locks: in the child
/// SQLite would take the file for locked, lock nothing, and let the next program that closes the file remove the log under it.
///
/// There is no lock in it, as one that another thread holds at the fork is never let go of in the child: entries are added at the head in one
/// step, say the same for good, and only their counts change, in one step too. So the child finds it whole, whenever the fork was.
final class OpenFiles: Sendable {
    /// Those of this process, and of those that it descends from.
    static let shared = OpenFiles()

    /// Where the latest entry is; 0 when there is none.
    private let head = Atomic<UInt>(0)

    deinit { latest.map { Unmanaged.passUnretained($0).release() } }

    /// Takes down that a process opens a file, however often it has it open.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - process: The process that asks; everybody else in the list forked it, or forked who forked it.
    /// - Returns: What counts it until ``Entry/close(by:)``; nothing when the process inherited the file open.
    func open(_ file: FileIdentity, by process: pid_t) -> Entry? {
        var own: Entry?
        var next = latest
        while let entry = next {
            if entry.file == file {
                if entry.process == process { own = entry } else if entry.isOpen { return nil }
            }
            next = entry.next
        }
        guard let own else { return add(file, by: process) }
        own.count { $0 + 1 }
        return own
    }

    private var latest: Entry? { Self.entry(head.load(ordering: .acquiring)) }

    private func add(_ file: FileIdentity, by process: pid_t) -> Entry {
        var before = head.load(ordering: .acquiring)
        while true {
            let entry = Entry(file, by: process, next: Self.entry(before))
            let kept = Unmanaged.passRetained(entry)
            let (isAdded, found) = head.compareExchange(
                expected: before, desired: UInt(bitPattern: kept.toOpaque()), ordering: .acquiringAndReleasing)
            if isAdded { return entry }
            kept.release()
            before = found
        }
    }

    private static func entry(_ bits: UInt) -> Entry? {
        UnsafeRawPointer(bitPattern: bits).map { Unmanaged<Entry>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension OpenFiles {
    /// How often a process has a file open. It stays in the list, and serves whenever that process opens the file again.
    final class Entry: Sendable {
        let file: FileIdentity
        let process: pid_t
        /// The entry before it.
        let next: Entry?
        private let times = Atomic<UInt>(1)

        init(_ file: FileIdentity, by process: pid_t, next: Entry?) {
            self.file = file
            self.process = process
            self.next = next
        }

        var isOpen: Bool { times.load(ordering: .acquiring) > 0 }

        /// Takes down that the process closed the file once. A child does not close what is its parent's.
        func close(by process: pid_t) {
            if process == self.process { count { $0 - 1 } }
        }

        func count(_ change: (UInt) -> UInt) {
            var before = times.load(ordering: .acquiring)
            while true {
                let (isChanged, found) = times.compareExchange(
                    expected: before, desired: change(before), ordering: .acquiringAndReleasing)
                if isChanged { return }
                before = found
            }
        }
    }
}
