// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// The names are those of the C header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import CPassCulture
import PassCulture

/// Finds out whether a call comes from pass Culture; see `passculture.h`.
@c @implementation
public func pc_webhook_verify(
    _ key: UnsafePointer<CChar>?, _ previousKey: UnsafePointer<CChar>?, _ signature: UnsafePointer<CChar>?,
    _ body: UnsafeRawPointer?, _ bodyLength: UInt32, _ text: UnsafeMutablePointer<CChar>?, _ capacity: UInt32,
    _ textLength: UnsafeMutablePointer<UInt32>?
) -> Int32 {
    LastError.noting { () throws(Trouble) in
        textLength?.pointee = 0
        if capacity > 0 { text?.pointee = 0 }
        guard let text, let textLength else { throw .badArgument("text or text_length is NULL") }
        guard body != nil || bodyLength == 0 else { throw .badArgument("body is NULL") }
        guard capacity > bodyLength else { throw .badArgument("capacity is not larger than body_length") }
        guard let first = try HMACKey(c: key, "key") else { throw .badArgument("key is NULL") }
        let verifier = WebhookVerifier(first, also: try HMACKey(c: previousKey, "previous_key").map { [$0] } ?? [])
        let given = try signatureText(signature)
        let bytes = Array(UnsafeRawBufferPointer(start: body, count: Int(bodyLength)))
        do throws(WebhookRefusal) {
            let inner = try verifier.verify(body: bytes, signature: given).bytes
            // What is decoded is never longer than what it was written with.
            UnsafeMutableRawBufferPointer(start: text, count: Int(capacity)).copyBytes(from: inner + [0])
            textLength.pointee = UInt32(inner.count)
        } catch {
            throw Trouble(error)
        }
    }
}

/// The signature as it was given; nothing for `NULL`.
///
/// It comes from whoever calls: one that cannot be read is a bad signature, and no mistake of the program's.
private func signatureText(_ start: UnsafePointer<CChar>?) throws(Trouble) -> String? {
    do throws(Trouble) {
        return try CText.setting(start, "signature")
    } catch {
        throw Trouble(WebhookRefusal(.signatureMalformed))
    }
}

extension HMACKey {
    /// Takes a key that a C program gives; nothing for `NULL`.
    fileprivate init?(c text: UnsafePointer<CChar>?, _ name: String) throws(Trouble) {
        guard let text = try CText.setting(text, name) else { return nil }
        self = try Trouble.asking { () throws(PassCultureError) in try HMACKey(text) }
    }
}
