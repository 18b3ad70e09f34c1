// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Percent-encoding of what goes into a URL (RFC 3986).
public enum PercentEncoding {
    /// A text as a name or a value in a query.
    ///
    /// All but letters, digits and `-._~` become `%XX`: `a+b@c.fr` becomes `a%2Bb%40c.fr`, since a bare `+` would
    /// arrive as a space.
    public static func queryComponent(_ text: String) -> String {
        encode(text)
    }

    /// A text as one segment of a path; a slash in it becomes `%2F`.
    public static func pathSegment(_ text: String) -> String {
        encode(text)
    }

    private static func encode(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
