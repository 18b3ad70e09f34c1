// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A way in which a receiver of notifications is broken.
package enum ReceiverFlaw: String, CaseIterable, Sendable {
    /// Any text will do as a signature.
    case acceptsAnySignature
    /// A call without a signature is a test of somebody's.
    case acceptsMissingSignature
    /// Compares the first half of the signature.
    case comparesHalf
    /// Stores, then verifies.
    case storesBeforeVerifying
    /// Answers 403 where 401 is asked for.
    case forbids
    /// Fails where it cannot verify.
    case faultsWhenUnverified
    /// Verifies the body as it came.
    case verifiesRawBody
    /// Verifies the payload written again.
    case verifiesRewritten
    /// Hashes Latin-1.
    case hashesLatin1
    /// Fails on a letter beyond ASCII.
    case diesOnAccents
    /// Books a repeated notification once more.
    case countsTwice
    /// Knows BOOK alone.
    case refusesCancel
    /// Takes eleven seconds for a booking.
    case isSlow
    /// Wants an EAN with every offer.
    case needsEAN
    /// Wants a confirmation date with every booking.
    case needsConfirmationDate
    /// Reads dates of 19 characters.
    case chokesOnMicroseconds
    /// Takes the documented keys alone.
    case refusesExtraKeys

    /// The requirements that must turn red, each with the checks that do.
    package var turnsRed: [String: Set<String>] {
        switch self {
        case .acceptsAnySignature, .comparesHalf:
            [
                "PC-V1-046": ["receiver/signature/wrong"], "PC-V1-146": ["receiver/signature/nothing-stored"],
                "PC-V1-446": ["receiver/signature/status"],
            ]
        case .acceptsMissingSignature:
            [
                "PC-V1-046": ["receiver/signature/missing"], "PC-V1-146": ["receiver/signature/nothing-stored"],
                "PC-V1-446": ["receiver/signature/status"],
            ]
        case .storesBeforeVerifying: ["PC-V1-146": ["receiver/signature/nothing-stored"]]
        case .forbids: ["PC-V1-446": ["receiver/signature/status"]]
        case .faultsWhenUnverified:
            [
                "PC-V1-046": ["receiver/signature/missing", "receiver/signature/wrong"],
                "PC-V1-446": ["receiver/signature/status"],
            ]
        case .verifiesRawBody, .isSlow: ["PC-V1-044": ["receiver/book"]]
        case .verifiesRewritten: ["PC-V1-045": ["receiver/form/spaced-ascii"]]
        case .hashesLatin1: ["PC-V1-045": ["receiver/form/compact-utf8"]]
        case .diesOnAccents: ["PC-V1-045": ["receiver/form/spaced-ascii", "receiver/form/compact-utf8"]]
        case .countsTwice: ["PC-V1-047": ["receiver/twice"]]
        case .refusesCancel: ["PC-V1-144": ["receiver/cancel"]]
        case .needsEAN: ["PC-V1-054": ["receiver/payload/null-ean"]]
        case .needsConfirmationDate: ["PC-V1-054": ["receiver/payload/null-confirmation"]]
        case .chokesOnMicroseconds: ["PC-V1-054": ["receiver/payload/microseconds"]]
        case .refusesExtraKeys: ["PC-V1-054": ["receiver/payload/extra-key"]]
        }
    }

    /// How it verifies calls.
    var signatureCheck: SignatureCheck {
        switch self {
        case .acceptsAnySignature: .anyText
        case .comparesHalf: .halfCompared
        case .verifiesRawBody: .rawBody
        case .verifiesRewritten: .rewritten
        case .hashesLatin1: .latin1
        default: .innerText
        }
    }

    /// What it demands of payloads.
    var payloadFlaw: PayloadFlaw? { PayloadFlaw(rawValue: rawValue) }
}
