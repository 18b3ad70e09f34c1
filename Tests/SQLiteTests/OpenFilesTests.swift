// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import SQLite

/// Process 1 forks 2, which forks 3; what one of them took down before a fork, its child finds in the same list.
@Suite(.timeLimit(.minutes(1)))
struct OpenFilesTests {
    private let files = OpenFiles()
    private let outbox = FileIdentity(device: 8, number: 100)

    @Test func `a process opens a file as often as it likes`() {
        let first = files.open(outbox, by: 1)
        #expect(first != nil)
        #expect(files.open(outbox, by: 1) === first, "one entry for each file, however often it is opened")
    }

    @Test func `a child is refused what its parent had open, until the parent's last is closed before the fork`() {
        let first = files.open(outbox, by: 1), second = files.open(outbox, by: 1)
        #expect(files.open(outbox, by: 2) == nil)
        first?.close(by: 1)
        #expect(files.open(outbox, by: 2) == nil)
        second?.close(by: 1)
        #expect(files.open(outbox, by: 2) != nil)
    }

    @Test func `what was closed is open again when it is opened again`() {
        files.open(outbox, by: 1)?.close(by: 1)
        #expect(files.open(outbox, by: 1) != nil)
        #expect(files.open(outbox, by: 2) == nil)
    }

    @Test func `a child that lets its parent's go does not make the file free`() {
        let parents = files.open(outbox, by: 1)
        parents?.close(by: 2)
        #expect(parents?.isOpen == true)
        #expect(files.open(outbox, by: 2) == nil)
    }

    @Test func `a child opens other files: another inode, another device`() {
        _ = files.open(outbox, by: 1)
        #expect(files.open(FileIdentity(device: 8, number: 101), by: 2) != nil)
        #expect(files.open(FileIdentity(device: 9, number: 100), by: 2) != nil)
    }

    @Test func `a grandchild is refused what either had open, and no more`() {
        let childs = FileIdentity(device: 8, number: 101), free = FileIdentity(device: 8, number: 102)
        _ = files.open(outbox, by: 1)
        _ = files.open(childs, by: 2)
        files.open(free, by: 2)?.close(by: 2)
        #expect(files.open(outbox, by: 3) == nil)
        #expect(files.open(childs, by: 3) == nil)
        #expect(files.open(free, by: 3) != nil)
    }

    @Test func `many threads open and close at once, and the count is right`() async {
        let files = files, outbox = outbox
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<16 {
                group.addTask {
                    await Thread.run {
                        for round in 0..<200 {
                            let file = FileIdentity(device: 8, number: UInt64(round % 7))
                            let entry = files.open(file, by: 1), other = files.open(outbox, by: 1)
                            entry?.close(by: 1)
                            if task > 0 || round > 0 { other?.close(by: 1) }
                        }
                    }
                }
            }
        }
        for inode in 0..<7 as Range<UInt64> { #expect(files.open(.init(device: 8, number: inode), by: 2) != nil) }
        #expect(files.open(outbox, by: 2) == nil, "it was closed once less than it was opened")
    }

    @Test func `a connection enters its file, by whatever name, and leaves it when it goes`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a.db"), link = folder.path("b.db")
        do {
            // Made by the connection itself, as a process that forks this one.
            let parents = try Connection(path: path, access: .create, as: getpid() + 1)
            #expect(symlink(path, link) == 0)
            for name in [path, link] {
                #expect(throws: SQLiteError.inherited) { try Connection(path: name, access: .readOnly) }
            }
            #expect(SQLiteError.inherited.kind == .inherited)
            withExtendedLifetime(parents) {}
        }
        #expect(throws: SQLiteError.inherited, "only the parent could close it") {
            try Connection(path: path, access: .readWrite)
        }
        #expect(rename(path, folder.path("old.db")) == 0)
        _ = try Connection(path: path, access: .create)

        let file = try #require(FileIdentity(of: path))
        let entry = OpenFiles.shared.open(file, by: getpid() + 1)
        #expect(entry != nil, "it was closed here")
        // Nobody holds the file: once it is removed, its number is another test's file's.
        entry?.close(by: getpid() + 1)
    }
}
