// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A countermark (*contremarque*): the six letters or digits that the young person shows.
///
/// People type it with spaces, in small letters, with a hyphen; a barcode reader adds a return. All that is forgiven
/// here. Only what does not leave six ASCII letters or digits is refused before the network. Which letters the platform
/// really draws is its own business and is never checked: an `O` or a `1` is sent, and the platform says what it thinks
/// (`guide G3`, `contract 2018-12 §3`).
///
/// The text is hidden from every kind of printing; ask for ``revealed`` to show it to somebody.
public struct Countermark: Hashable, Sendable, Masked {
    /// The six characters, in capitals, as they go to the platform.
    public let revealed: String

    /// Reads a countermark as somebody typed, pasted or scanned it.
    ///
    /// Spaces of every kind (no-break and zero-width ones too), control characters such as a barcode reader's carriage
    /// return, and hyphens and dashes are passed over; small letters become capitals. The text of the application's QR code,
    /// `PASSCULTURE:v3;TOKEN:LYSYU9`, is read for the countermark in it, whatever its version (`today §2.3`).
    ///
    /// - Parameter typed: What came from the keyboard, the clipboard or the reader.
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidCountermark`` when six ASCII letters or
    ///   digits are not what remains; its detail never repeats what was typed.
    public init(_ typed: some StringProtocol) throws(PassCultureError) {
        var characters = String.UnicodeScalarView()
        for scalar in Self.token(in: Substring(typed)).unicodeScalars where !Self.isPassedOver(scalar) {
            switch scalar {
            case "A"..."Z", "0"..."9":
                characters.append(scalar)
            case "a"..."z":
                characters.append(Unicode.Scalar(UInt8(ascii: scalar) - 0x20))
            default:
                throw PassCultureError(
                    .invalidCountermark, detail: "neither an ASCII letter nor a digit was found in it")
            }
        }
        guard characters.count == 6 else {
            throw PassCultureError(.invalidCountermark, detail: "\(characters.count) letters or digits instead of 6")
        }
        revealed = String(characters)
    }

    /// What follows the label of a QR code, up to the next mark; the whole text when it is none.
    private static func token(in text: Substring) -> Substring {
        guard text.contains(":") else { return text }
        let fields = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let head = fields.first, head.trimmed().uppercased().hasPrefix("PASSCULTURE:") else { return text }
        for field in fields.dropFirst() {
            guard let colon = field.firstIndex(of: ":") else { continue }
            if field[..<colon].trimmed().uppercased() == "TOKEN" { return field[field.index(after: colon)...] }
        }
        return text
    }

    /// Whether a character is only how the countermark was written, and no part of it.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
