// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A name with `*` standing for any characters, compared without regard to the case of ASCII letters.
struct Pattern: Sendable {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Pattern.folded(text)
    }

    /// Whether the whole name matches.
    func matches(_ name: String) -> Bool {
        let name = Pattern.folded(name)
        var position = 0
        var patternPosition = 0
        var star: Int?
        var resume = 0
        while position < name.count {
            if patternPosition < bytes.count, bytes[patternPosition] == UInt8(ascii: "*") {
                star = patternPosition
                resume = position
                patternPosition += 1
            } else if patternPosition < bytes.count, bytes[patternPosition] == name[position] {
                position += 1
                patternPosition += 1
            } else if let last = star {
                patternPosition = last + 1
                resume += 1
                position = resume
            } else {
                return false
            }
        }
        while patternPosition < bytes.count, bytes[patternPosition] == UInt8(ascii: "*") { patternPosition += 1 }
        return patternPosition == bytes.count
    }

    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
}
