// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The public identifier of an offer: the last part of its address on the partner portal, `AE` in `…/offres/AE`.
///
/// It is opaque: the platform accepts several spellings of one id and refuses some characters (`contract 2018-12
/// §1.1`), so nothing is checked or changed but the blanks around it. Hidden in print, as it tells with a countermark
/// what somebody booked; ask for ``revealed`` to show it.
public struct OfferID: Hashable, Sendable, Masked {
    /// The identifier as it goes to the platform, before percent-encoding.
    public let revealed: String

    /// Takes an identifier as it came from the offer's link or the portal.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidOfferID`` when nothing is left or a
    ///   control character is inside. The platform would take an empty identifier as none at all, and so it takes one that
    ///   reads as 0, such as `AA`: a countermark of any offer would then pass for one of this (`contract 2018-12 §2`).
    public init(_ text: some StringProtocol) throws(PassCultureError) {
        let trimmed = text.trimmed()
        guard !trimmed.isEmpty else {
            throw PassCultureError(.invalidOfferID, detail: "it is empty")
        }
        guard !Self.readsAsZero(trimmed) else {
            throw PassCultureError(.invalidOfferID, detail: "it reads as 0, which the platform takes for no offer")
        }
        guard !trimmed.hasControlCharacter else {
            throw PassCultureError(.invalidOfferID, detail: "it has a control character inside")
        }
        revealed = trimmed
    }

    /// Whether the bytes that the identifier spells in base 32 are all zero: nothing but `A`, and a last letter of which no
    /// bit belongs to a whole byte.
    private static func readsAsZero(_ text: String) -> Bool {
        guard let last = text.last, text.dropLast().allSatisfy({ $0 == "A" }) else { return false }
        switch text.count % 8 {
        case 2: return "ABCD".contains(last)
        case 4: return "ABCDEFGHIJKLMNOP89".contains(last)
        case 5: return "AB".contains(last)
        case 7: return "ABCDEFGH".contains(last)
        default: return last == "A"
        }
    }
}
