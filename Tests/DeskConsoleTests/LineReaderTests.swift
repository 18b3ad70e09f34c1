// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import Glibc
import Testing

/// Lines from a descriptor.
struct LineReaderTests {
    private func lines(_ text: String, longest: Int = 10) throws -> [LineReader.Line] {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let bytes = Array(text.utf8)
        #expect(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        defer { close(ends[0]) }
        var reader = LineReader(ends[0], longest: longest)
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
