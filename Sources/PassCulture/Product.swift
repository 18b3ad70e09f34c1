// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The product of a vendor and its version, as the platform reads it in `User-Agent`: `Caisse-Plus/4.2`.
public struct Product: Hashable, Sendable, CustomStringConvertible {
    /// The name and version, as they are sent.
    public let description: String

    /// Names a product. What may not stand in a `User-Agent` (blanks, accents, slashes …) is replaced by a hyphen.
    public init(_ name: String, version: String) {
        description = "\(Self.token(name))/\(Self.token(version))"
    }

    /// The text as a token of RFC 9110, section 5.6.2.
    private static func token(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "~", "+", "!", "#", "$", "&", "*": scalar
            default: "-"
            }
        }
        return scalars.isEmpty ? "-" : String(String.UnicodeScalarView(scalars))
    }
}
