// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Text of others made fit for a terminal: what would steer it is written out instead of sent.
package enum Visible {
    /// The text on one line, with every control character as `\\u001b`.
    package static func text(_ text: some StringProtocol) -> String {
        written(text, keeping: [])
    }

    /// The same, but lines stay lines.
    package static func lines(_ text: some StringProtocol) -> String {
        written(text, keeping: ["\n"])
    }

    /// The text on one line for who reads names and no code, such as a cashier: every control character is a `�`.
    package static func plain(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(out)
    }

    /// Whether a character steers a terminal or reorders what stands on it: C0, DEL, C1 and the directional controls.
    package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F: true
        default: false
        }
    }

    private static func written(_ text: some StringProtocol, keeping kept: Set<Unicode.Scalar>) -> String {
        guard text.unicodeScalars.contains(where: { isControl($0) && !kept.contains($0) }) else { return String(text) }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isControl(scalar), !kept.contains(scalar) else {
                out.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
            out.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
        }
        return String(out)
    }
}
