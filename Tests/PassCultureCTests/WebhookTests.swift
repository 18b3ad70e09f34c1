// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import Testing

/// Calls of pass Culture, verified by a program in C.
@Suite struct WebhookTests {
    private static let key = "hmac-key-for-tests"
    private static let body = #""{\"barcodes\": [\"1234567890123\"]}""#
    private static let inner = #"{"barcodes": ["1234567890123"]}"#
    private static let signature = "f7bbdbf4a337c83b375415a18de83cc70d9d1de3fb8afe8836546ae64c8f8351"

    /// What came of it: the status, the text, and its length.
    private func verify(
        key: String? = Self.key, previous: String? = nil, signature: String? = Self.signature, body: String = Self.body,
        room: Int? = nil
    ) -> (status: Int32, text: String, length: UInt32) {
        var place = [CChar](repeating: 0x55, count: 1_000)
        var length: UInt32 = 77
        let bytes = Array(body.utf8)
        let status = pc_webhook_verify(
            key, previous, signature, bytes, UInt32(bytes.count), &place, UInt32(room ?? place.count), &length)
        let text = String(decoding: place.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return (status, text, length)
    }

    @Test func `the text that was signed is given, by the key or the one before it`() {
        for (key, previous) in [(Self.key, nil), ("new", Self.key)] as [(String, String?)] {
            let answer = verify(key: key, previous: previous)
            #expect(answer.status == PC_OK)
            #expect(answer.text == Self.inner)
            #expect(Int(answer.length) == Self.inner.utf8.count)
        }
        let least = verify(room: Self.body.utf8.count + 1)
        #expect(least.status == PC_OK && least.text == Self.inner)
    }

    @Test func `a call of somebody else gives no text, and says why`() {
        let calls: [(key: String, signature: String?, body: String, code: String)] = [
            ("other", Self.signature, Self.body, "signature-wrong"), (Self.key, nil, Self.body, "signature-missing"),
            (Self.key, "F7", Self.body, "signature-malformed"),
            (Self.key, String(repeating: "f", count: 5_000), Self.body, "signature-malformed"),
            (Self.key, Self.signature, Self.inner, "body-not-a-string"),
            (Self.key, Self.signature, "", "body-not-a-string"),
        ]
        for call in calls {
            let answer = verify(key: call.key, signature: call.signature, body: call.body)
            #expect(answer.status == PC_BAD_SIGNATURE)
            #expect(answer.text.isEmpty && answer.length == 0)
            #expect(text(lastError().code) == call.code)
            #expect(lastError().status == PC_BAD_SIGNATURE)
            #expect(!text(lastError().detail).contains(call.key))
        }
    }

    @Test func `a signature that is no text is a bad one`() {
        let signature: [CChar] = [-1, -2, 0]
        var place = [CChar](repeating: 0x55, count: 64)
        var length: UInt32 = 7
        #expect(pc_webhook_verify(Self.key, nil, signature, "x", 1, &place, 64, &length) == PC_BAD_SIGNATURE)
        #expect(text(lastError().code) == "signature-malformed" && length == 0)
    }

    @Test func `what a program can do wrong gives a status`() {
        #expect(verify(key: nil).status == PC_BAD_ARGUMENT)
        #expect(verify(key: "").status == PC_BAD_CONFIG)
        #expect(verify(key: "key\n").status == PC_BAD_CONFIG)
        #expect(verify(key: String(repeating: "k", count: 4_097)).status == PC_BAD_TEXT)
        #expect(verify(room: Self.body.utf8.count).status == PC_BAD_ARGUMENT)
        #expect(verify(room: 0).status == PC_BAD_ARGUMENT)
        var length: UInt32 = 7
        var place = [CChar](repeating: 0, count: 64)
        #expect(pc_webhook_verify(Self.key, nil, Self.signature, nil, 3, &place, 64, &length) == PC_BAD_ARGUMENT)
        #expect(length == 0)
        #expect(pc_webhook_verify(Self.key, nil, Self.signature, nil, 0, nil, 64, &length) == PC_BAD_ARGUMENT)
        #expect(pc_webhook_verify(Self.key, nil, Self.signature, nil, 0, &place, 64, nil) == PC_BAD_ARGUMENT)
        #expect(pc_webhook_verify(Self.key, nil, Self.signature, nil, 0, &place, 64, &length) == PC_BAD_SIGNATURE)
    }
}
