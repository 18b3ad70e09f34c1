// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Names and values written `a=1&b=2`: a query, or the body of a form.
package enum QueryString {
    /// The names and values in the order written; a name without `=` has an empty value, and empty pieces are left out.
    package static func fields(_ text: some StringProtocol) -> [(name: String, value: String)] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { piece in
            let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (decode(halves[0]), halves.count > 1 ? decode(halves[1]) : "")
        }
    }

    /// A segment of a path, `%XX` decoded. A plus sign is itself.
    package static func segment(_ text: some StringProtocol) -> String {
        decode(text.utf8, plusIsSpace: false)
    }

    /// Bytes that are not UTF-8 become replacement characters; a `%` that starts no escape is itself.
    private static func decode(_ text: some Sequence<UInt8>, plusIsSpace: Bool = true) -> String {
        let bytes = Array(text)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
                continue
            }
            decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
