// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Testing

@testable import Conformance

/// What goes over the wire to a vendor, against the sheet's own vectors (today §4.2).
@Suite("Calls to a vendor")
struct WebhookWireTests {
    private let key = SigningKey("hmac-key-for-tests")

    @Test(arguments: [
        (
            InnerForm.spacedASCII, #"{"barcodes": ["1234567890123"]}"#,
            "f7bbdbf4a337c83b375415a18de83cc70d9d1de3fb8afe8836546ae64c8f8351"
        ),
        (
            .compactUTF8, #"{"barcodes":["1234567890123"]}"#,
            "f63491dd2686b6b4d522ba720906464ed2a8675111c9afc4e42606755c7cddd4"
        ),
    ])
    func `a cancellation is written and signed as in the vectors`(form: InnerForm, inner: String, signature: String) {
        let text = form.text(of: Ticketing.cancelling(["1234567890123"]))
        #expect(text == inner)
        #expect(key?.signature(of: text) == signature)
    }

    @Test(arguments: [
        (InnerForm.spacedASCII, "747222d477e15d1c279822ae2edb22080cf5d308b18aa3b9c4f6576bdcb8bb9d"),
        (.compactUTF8, "be1b2ec89939b4231986c2b725f3cefac209f734997fab4739e58a6fe563a4c1"),
    ])
    func `a booking with accents is written and signed as in the vectors`(form: InnerForm, signature: String) {
        var fields = WebhookBooking.plain
        for (key, value) in [
            ("booking_quantity", 2), ("offer_ean", nil), ("offer_name", "Théâtre d'été"),
            ("price_category_label", "Carré or"), ("user_email", "test@example.com"), ("user_first_name", "Zoé"),
            ("venue_name", "Salle d'essai"),
        ] as [(String, JSONValue)] { fields[key] = value }
        #expect(key?.signature(of: form.text(of: .object(fields))) == signature)
    }

    @Test func `the body is the inner text once more as a string, in ASCII`() {
        let inner = InnerForm.compactUTF8.text(of: ["a": "é"])
        #expect(String(decoding: InnerForm.body(of: inner), as: UTF8.self) == #""{\"a\":\"\u00e9\"}""#)
    }

    @Test func `a sign beyond the first plane is two escapes`() {
        #expect(
            InnerForm.spacedASCII.text(of: ["a": "🎭", "b": [1, nil]]) == #"{"a": "\ud83c\udfad", "b": [1, null]}"#)
    }

    @Test func `every wrong signature differs from the right one, and from the others`() throws {
        let key = try #require(key)
        let right = key.signature(of: "x")
        let wrong = WebhookSigning.wrong.compactMap { $0.signature(of: "x", by: key) }
        #expect(Set(wrong + [right]).count == WebhookSigning.wrong.count + 1)
        #expect(WebhookSigning.missing.signature(of: "x", by: key) == nil)
        #expect(WebhookSigning.right.signature(of: "x", by: key) == right)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/a/b?c=d#e", "http://127.0.0.1:8080", "/a/b?c=d"),
        ("http://LOCALHOST", "http://localhost", "/"), ("http://127.0.0.1?x=1", "http://127.0.0.1", "/?x=1"),
    ])
    func `a URL keeps its path and query`(url: String, base: String, target: String) throws {
        let address = try WebhookAddress(url, owned: false)
        #expect(address.base == base)
        #expect(address.target == target)
    }

    @Test func `microseconds stand in both dates, and only when asked for`() throws {
        let booking = WebhookBooking(email: "a@exemple.fr", now: .epoch, own: [:])
        #expect(booking.fields["booking_creation_date"] == "1970-01-01T00:00:00")
        #expect(booking.withMicroseconds.fields["booking_creation_date"] == "1970-01-01T00:00:00.123456")
        #expect(booking.withMicroseconds.fields["booking_confirmation_date"] == "1970-01-03T00:00:00.123456")
    }
}
