// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PassCulture
import PassCultureTesting

extension FuzzTarget {
    /// A call of pass Culture, with an input of a line that is the signature and a body.
    ///
    /// Nothing is accepted but what was signed, whatever is written around it; and what is read in a text that is taken for signed is read, or
    /// refused without a word of what it holds.
    ///
    /// - Throws: when the key cannot be made.
    package static func webhook() throws -> FuzzTarget {
        let key = try HMACKey("a key that nobody guesses")
        let signer = WebhookSigner(key)
        let samples = [
            SampleWebhook.booking(), .booking(quantity: 1).setting("user_phone", to: secret),
            .notification(.book), .notification(.cancel).setting("booking_confirmation_date", to: nil),
            .cancellation(["1234567890123", secret]),
        ]
        let texts = samples.flatMap { sample in WebhookSigner.Form.allCases.map { sample.text($0) } }
        let signed = Dictionary(uniqueKeysWithValues: texts.map { (key.signature(of: $0.utf8), Array($0.utf8)) })
        let verifier = WebhookVerifier(key)
        return FuzzTarget(
            "webhook",
            corpus: texts.map { text in
                let call = signer.request(text)
                return Array(call.signatures[0].utf8) + [0x0A] + call.body
            },
            words: [
                "\"", "\\\"", "\\\\", "\\u0000", "\\ud83c", "null", "{", "}", "[", "]", ",", ":", "booking_quantity",
                "barcodes", "action", "BOOK", "2026-02-30T25:61:00", "2026-03-03T18:00:00.123456", "1e400", "é", "\n",
            ].map { Array($0.utf8) }
        ) { input throws(Broken) in
            let lines = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
            let signature = String(decoding: lines[0], as: UTF8.self)
            let body = lines.count > 1 ? Array(lines[1]) : []
            let fate = try told(body)
            let text: SignedText
            do throws(WebhookRefusal) {
                text = try verifier.verify(body: body, signature: signature)
            } catch {
                return "\(error), \(fate)"
            }
            try Broken.unless(text.bytes == signed[signature], "a text was accepted that nobody signed")
            return "genuine, \(fate)"
        }
    }

    private static let secret = "ZQXJKV"

    /// What is read in a body, as if it were signed.
    private static func told(_ body: [UInt8]) throws(Broken) -> String {
        let inner = (try? JSONValue(parsing: body))?.stringValue.map { Array($0.utf8) } ?? body
        let text = SignedText(trusting: inner)
        var fates: [String] = []
        for call in WebhookCall.allCases {
            do throws(WebhookRefusal) {
                try read(call, text)
                fates.append("read")
            } catch {
                let fate = error.code == .unexpectedContent ? "\(error)" : error.code.code
                fates.append("\(error)".contains(secret) ? "told" : fate)
            }
        }
        try Broken.unless(!fates.contains("told"), "what must be hidden is told")
        return fates.joined(separator: ", ")
    }

    private static func read(_ call: WebhookCall, _ text: SignedText) throws(WebhookRefusal) {
        switch call {
        case .notification: _ = try BookingNotification(text)
        case .booking: _ = try TicketBooking(text)
        case .cancellation: _ = try TicketCancellation(text)
        }
    }
}
