// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a call to a vendor carries in its signature header: the right signature, or one of the wrong ones.
enum WebhookSigning: Sendable {
    /// What the contract says.
    case right
    /// No header at all.
    case missing
    /// The right one but for its last digit.
    case lastDigitOff
    /// The right one but for its first digit.
    case firstDigitOff
    /// Sixty-four zeros.
    case zeros
    /// Something that is no signature.
    case word
    /// The right one of another text.
    case ofAnotherText

    /// Every kind of wrong signature; each is some text.
    static let wrong: [WebhookSigning] = [.lastDigitOff, .firstDigitOff, .zeros, .word, .ofAnotherText]

    /// The value of the header for an inner text; nil for no header.
    func signature(of inner: String, by key: SigningKey) -> String? {
        let right = key.signature(of: inner)
        return switch self {
        case .right: right
        case .missing: nil
        case .lastDigitOff: right.dropLast() + WebhookSigning.other(than: right.last)
        case .firstDigitOff: WebhookSigning.other(than: right.first) + right.dropFirst()
        case .zeros: String(repeating: "0", count: 64)
        case .word: "signature"
        case .ofAnotherText: key.signature(of: inner + " ")
        }
    }

    private static func other(than digit: Character?) -> String {
        digit == "0" ? "1" : "0"
    }
}
