// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import Glibc
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
}
