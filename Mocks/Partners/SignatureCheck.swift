// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import JSON

/// How a partner verifies a call: rightly, or in one of the ways that the documents' samples suggest (today §4.2).
enum SignatureCheck: Sendable {
    /// Over the inner text, after one decoding.
    case innerText
    /// Over the body as it came, as the PHP sample does.
    case rawBody
    /// Over the payload written again, as the JavaScript sample does.
    case rewritten
    /// Over the inner text in Latin-1.
    case latin1
    /// Over the inner text, but only half of the signature is compared.
    case halfCompared
    /// Not at all, as long as there is something in the header.
    case anyText
    /// Not at all.
    case never

    /// Whether a call passes.
    func accepts(_ request: PartnerRequest, inner: String, payload: JSONValue, key: String) -> Bool {
        switch self {
        case .innerText: isRight(request.signature, over: Array(inner.utf8), key)
        case .rawBody: isRight(request.signature, over: request.body, key)
        case .rewritten: isRight(request.signature, over: payload.serialized(), key)
        case .latin1: inner.utf8.allSatisfy { $0 < 0x80 } && isRight(request.signature, over: Array(inner.utf8), key)
        case .halfCompared: request.signature?.prefix(32) == hex(of: Array(inner.utf8), key).prefix(32)
        case .anyText: request.signature?.isEmpty == false
        case .never: true
        }
    }

    /// Compared in a time that does not depend on where they differ.
    private func isRight(_ signature: String?, over message: [UInt8], _ key: String) -> Bool {
        guard let signature, signature.utf8.count == 64 else { return false }
        let difference = zip(signature.utf8, hex(of: message, key).utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        return difference == 0
    }

    private func hex(of message: [UInt8], _ key: String) -> String {
        HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(key.utf8)))
            .map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
