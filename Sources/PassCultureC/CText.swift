// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads text that a C program gives, without ever trusting where it ends or what it holds.
enum CText {
    /// The most bytes that a setting may have.
    static let settingLimit = 4_096
    /// The most bytes that may come from a keyboard or a barcode reader for one countermark.
    static let countermarkLimit = 256

    /// The text at `start`.
    ///
    /// - Parameters:
    ///   - start: Its first byte.
    ///   - limit: How many bytes it may have, the zero byte at its end not counted. No byte beyond is read.
    ///   - name: What it is, for the error's detail.
    /// - Throws: ``Trouble`` when no zero byte comes in time, or when it is no UTF-8. The text is never repeated.
    static func read(_ start: UnsafePointer<CChar>, limit: Int, name: String) throws(Trouble) -> String {
        let count = strnlen(start, limit + 1)
        guard count <= limit else { throw .badText("\(name) is longer than \(limit) bytes") }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badText("\(name) is no UTF-8") }
        return text
    }

    /// A setting that may be `NULL`.
    static func setting(_ start: UnsafePointer<CChar>?, _ name: String) throws(Trouble) -> String? {
        guard let start else { return nil }
        return try read(start, limit: settingLimit, name: name)
    }

    /// The name of the person who decides.
    static func person(_ start: UnsafePointer<CChar>?) throws(Trouble) -> String {
        guard let start else { throw .badArgument("person is NULL") }
        return try read(start, limit: settingLimit, name: "person")
    }

    /// Writes a text into its place in a struct, with a zero byte at its end.
    ///
    /// What does not fit is cut between two characters as people see them, so an accent never loses its letter; a zero
    /// byte inside becomes U+FFFD, as C would take it for the end.
    static func write(_ text: String, into place: UnsafeMutableRawBufferPointer) {
        let safe = text.utf8.contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
        let room = place.count - 1
        var end = safe.endIndex
        if safe.utf8.count > room {
            end = safe.startIndex
            var used = 0
            while end < safe.endIndex {
                let next = safe.index(after: end)
                used += safe[end..<next].utf8.count
                if used > room { break }
                end = next
            }
        }
        let bytes = safe.utf8[..<end]
        let count = bytes.count
        place.copyBytes(from: bytes)
        for index in count..<place.count { place[index] = 0 }
    }
}
