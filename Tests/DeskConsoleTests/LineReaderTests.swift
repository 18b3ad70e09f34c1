// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import Glibc
import TestSupport
import Testing

/// Lines from a descriptor.
struct LineReaderTests {
    private func lines(_ text: String, longest: Int = 10) throws -> [LineReader.Line] {
        var template = Array("/tmp/passculture-lines-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        try #require(file >= 0)
        defer { close(file) }
        unlink(template)
        let bytes = Array(text.utf8)
        try #require(write(file, bytes, bytes.count) == bytes.count && lseek(file, 0, SEEK_SET) == 0)
        var reader = LineReader(file, longest: longest)
        var lines: [LineReader.Line] = []
        while let line = reader.next() { lines.append(line) }
        return lines
    }

    @Test func `lines end with a line feed, a return before it or the end of the input`() throws {
        #expect(try lines("") == [])
        #expect(
            try lines("a\r\n\nb\r\nc").map { line in
                if case .line(let bytes) = line { String(decoding: bytes, as: UTF8.self) } else { "?" }
            } == ["a", "", "b", "c"])
    }

    @Test func `what is too long is told, and the next line is read`() throws {
        let long = String(repeating: "x", count: 40_000)
        #expect(
            try lines("12345678901\n\(long)\nok\n\(long)") == [.tooLong, .tooLong, .line(Array("ok".utf8)), .tooLong])
        #expect(try lines("1234567890\n") == [.line(Array("1234567890".utf8))])
    }

    @Test func `an input that does not wait itself is waited for`() async throws {
        let input = try SlowInput("a\nbc\n")
        let lines = await Thread.run {
            var reader = LineReader(input.descriptor)
            var lines: [LineReader.Line] = []
            while let line = reader.next() { lines.append(line) }
            return lines
        }
        #expect(lines == [.line(Array("a".utf8)), .line(Array("bc".utf8))])
        try input.end()
    }

    @Test func `an input that cannot be read is no end`() throws {
        let folder = open("/", O_RDONLY | O_CLOEXEC)
        try #require(folder >= 0)
        defer { close(folder) }
        var reader = LineReader(folder)
        let (first, second) = (reader.next(), reader.next())
        #expect(first == nil && second == nil)
        #expect(reader.failure == .unreadable(EISDIR))
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        try #require(nothing >= 0)
        defer { close(nothing) }
        var empty = LineReader(nothing)
        let end = empty.next()
        #expect(end == nil && empty.failure == nil)
    }
}
