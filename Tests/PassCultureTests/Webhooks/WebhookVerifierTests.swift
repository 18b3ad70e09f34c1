// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

@Suite("The signature of a call")
struct WebhookVerifierTests {
    @Test("is found right over the inner text, in both forms of it", arguments: WebhookVector.all)
    func vectors(_ vector: WebhookVector) throws {
        let text = try WebhookVector.verifier().verify(body: vector.body, signature: vector.signature)
        #expect(text.bytes == vector.inner)
        #expect(try HMACKey(WebhookVector.key).signature(of: vector.inner) == vector.signature)
    }

    @Test("is that of RFC 4231, for keys shorter and longer than a block")
    func reference() {
        #expect(
            SHA256.hmac(of: Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20)).map(hexadecimal)
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            SHA256.hmac(
                of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                key: [UInt8](repeating: 0xAA, count: 131)
            ).map(hexadecimal) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
        #expect(
            SHA256.digest(of: []).map(hexadecimal)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("is wrong for another key, and right for any of the keys while they are being changed")
    func keys() throws {
        let vector = WebhookVector.all[0]
        let (old, new) = (try HMACKey(WebhookVector.key), try HMACKey("another key"))
        #expect(refusal(WebhookVerifier(new), vector.body, vector.signature) == .signatureWrong)
        for verifier in [WebhookVerifier(old, also: [new]), WebhookVerifier(new, also: [old])] {
            #expect(try verifier.verify(body: vector.body, signature: vector.signature).bytes == vector.inner)
        }
    }

    @Test("is refused with a reason when it is missing, malformed or wrong")
    func refusals() throws {
        let verifier = try WebhookVector.verifier(), vector = WebhookVector.all[2]
        #expect(refusal(verifier, vector.body, nil) == .signatureMissing)
        #expect(refusal(verifier, vector.body, "") == .signatureMissing)
        for malformed in [
            vector.signature.uppercased(), " \(vector.signature)", "\(vector.signature)\n",
            "sha256=\(vector.signature)",
            String(vector.signature.dropLast()), "\(vector.signature),\(vector.signature)",
            String(repeating: "g", count: 64), String(repeating: "é", count: 32),
        ] {
            #expect(refusal(verifier, vector.body, malformed) == .signatureMalformed)
        }
        #expect(refusal(verifier, vector.body, WebhookVector.all[3].signature) == .signatureWrong)
        for body in ["", "{}", "[\"x\"]", "\"x", "\"\\ud83c\"", "\"a\" \"b\"", "null"] {
            #expect(refusal(verifier, Array(body.utf8), vector.signature) == .bodyNotAString)
        }
    }

    @Test("covers the raw body only where that is allowed, and only a body that is no string")
    func rawBody() throws {
        let vector = WebhookVector.all[2]
        #expect(refusal(try WebhookVector.verifier(), vector.inner, vector.signature) == .bodyNotAString)
        let lenient = try WebhookVector.verifier(acceptsRawBody: true)
        #expect(try lenient.verify(body: vector.inner, signature: vector.signature).bytes == vector.inner)
        #expect(try lenient.verify(body: vector.body, signature: vector.signature).bytes == vector.inner)
        #expect(refusal(lenient, vector.inner, WebhookVector.all[3].signature) == .signatureWrong)
        let overString = try HMACKey(WebhookVector.key).signature(of: vector.body)
        #expect(refusal(lenient, vector.body, overString) == .signatureWrong)
    }

    @Test("is the same however the outer string is written: it is the inner text that was signed")
    func outerForms() throws {
        let verifier = try WebhookVector.verifier(), vector = WebhookVector.all[2]
        let inner = String(decoding: vector.inner, as: UTF8.self)
        let escaped =
            "\""
            + inner.unicodeScalars.map { scalar in
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + "\""
        for body in [escaped, " \n\(String(decoding: vector.body, as: UTF8.self))\t"] {
            #expect(try verifier.verify(body: Array(body.utf8), signature: vector.signature).bytes == vector.inner)
        }
    }

    @Test("of 100,000 changed calls is found right for none whose inner text or signature was changed")
    func mutated() throws {
        let verifier = try WebhookVector.verifier()
        var random = SeededRandom(seed: 2026)
        var accepted = 0, wrongly = 0
        for round in 0..<100_000 {
            // The short ones most of the time: what is long takes long, and shows no more.
            let vector = WebhookVector.all[round % 40 == 0 ? round / 40 % 2 : 2 + round % 2]
            var body = vector.body, signature = Array(vector.signature.utf8)
            for _ in 0...Int.random(in: 0...2, using: &random) {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    Self.change(&signature, &random)
                } else {
                    Self.change(&body, &random)
                }
            }
            guard
                let text = try? verifier.verify(body: body, signature: String(decoding: signature, as: UTF8.self))
            else { continue }
            accepted += 1
            if text.bytes != vector.inner || signature != Array(vector.signature.utf8) { wrongly += 1 }
        }
        #expect(wrongly == 0)
        // White space around the string, and changes that take each other back.
        #expect(accepted < 2_000)
    }

    private static func change(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        guard !bytes.isEmpty else { return bytes.append(0x20) }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        case 3: bytes.remove(at: index)
        default: bytes.swapAt(index, bytes.count - 1)
        }
    }

    @Test("has no key that is empty or ends with a line break")
    func badKeys() throws {
        for text in ["", "key\n", "\r", "k\0y", String(repeating: "k", count: 4_097)] {
            let error = #expect(throws: PassCultureError.self) { try HMACKey(text) }
            #expect(error?.code == .invalidConfiguration)
        }
        #expect(try HMACKey("clé d'été").signature(of: []).count == 64)
    }

    private func refusal(_ verifier: WebhookVerifier, _ body: [UInt8], _ signature: String?) -> WebhookRefusal.Code? {
        do throws(WebhookRefusal) {
            _ = try verifier.verify(body: body, signature: signature)
            return nil
        } catch {
            return error.code
        }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String { String(decoding: SHA256.hexadecimal(bytes), as: UTF8.self) }
}
