// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite
import TestSupport
import Testing

/// What tells one file from another, by a look that asks for nothing else.
@Suite(.timeLimit(.minutes(1)))
struct FileIdentityTests {
    @Test func `a file is the same under each of its names, and another one in its place is not`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a"), link = folder.path("link"), moved = folder.path("moved")
        try folder.write("a", Array("fifteen letters".utf8))
        let file = try #require(FileIdentity(of: path))
        #expect(symlink(path, link) == 0)
        #expect(FileIdentity(of: link) == file)
        #expect(rename(path, moved) == 0)
        #expect(FileIdentity(of: path) == nil)
        #expect(FileIdentity(of: link) == nil, "a link to nothing")
        try folder.write("a", [])
        #expect(FileIdentity(of: moved) == file)
        #expect(FileIdentity(of: path) != file)
    }

    @Test func `a look says how long the file is at that moment`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a")
        try folder.write("a", Array("fifteen letters".utf8))
        #expect(FileIdentity.look(at: path)?.size == 15)
        #expect(truncate(path, 7) == 0)
        #expect(FileIdentity.look(at: path)?.size == 7)
        #expect(truncate(path, 5_000_000_000) == 0)
        #expect(FileIdentity.look(at: path)?.size == 5_000_000_000)
        #expect(FileIdentity.look(at: folder.path("none"))?.size == nil)
    }

    @Test func `it has the numbers that stat() gives, which answers where statx() may not be asked`() throws {
        let folder = try ScratchFolder()
        for path in [folder.path, "/proc/self/status", "/dev/null"] {
            var status = stat()
            try #require(stat(path, &status) == 0)
            #expect(
                FileIdentity(of: path)
                    == FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)), "\(path)")
        }
    }
}
