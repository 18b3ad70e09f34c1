// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// Spelled out here, because the standard library's own searching brings its engine of regular expressions along: a fifth
// of the C library's size.

extension String {
    /// Whether another text stands in this one, character by character: an accent is the same however it is written.
    func holds(_ part: String) -> Bool {
        let whole = Array(self), part = Array(part)
        return whole.count >= part.count
            && (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
    }

    /// The text with another one put for each place where a secret stands, byte by byte: an accent that follows a secret does
    /// not hide it from being found.
    func hiding(_ secret: String, by replacement: String) -> String {
        let whole = Array(utf8), secret = Array(secret.utf8)
        guard !secret.isEmpty else { return self }
        var result: [UInt8] = []
        var index = 0
        while index < whole.count {
            if whole[index...].starts(with: secret) {
                result += replacement.utf8
                index += secret.count
            } else {
                result.append(whole[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
