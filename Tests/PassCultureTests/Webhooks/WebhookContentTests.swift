// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("What a call says")
struct WebhookContentTests {
    private func signed(_ sample: SampleWebhook, _ form: WebhookSigner.Form = .compactUTF8) -> SignedText {
        SignedText(trusting: Array(sample.text(form).utf8))
    }

    @Test("is read field by field, in both forms", arguments: WebhookVector.all.prefix(2))
    func fields(_ vector: WebhookVector) throws {
        let request = try TicketBooking(SignedText(trusting: vector.inner))
        let booking = request.booking
        #expect(booking.confirmedAt == Instant(iso8601: "2026-03-03T18:00:00Z"))
        #expect(booking.createdAt == Instant(iso8601: "2026-03-01T18:00:00Z"))
        #expect(booking.quantity == 2)
        #expect(booking.offerID == 1234 && booking.offerIDAtProvider == "ev-1")
        #expect(booking.offerName == "Théâtre d'été" && booking.offerPriceCents == 1000 && booking.offerEAN == nil)
        #expect(booking.priceCategoryID == 12 && booking.priceCategoryIDAtProvider == "cat-or")
        #expect(booking.priceCategoryLabel == "Carré or")
        #expect(booking.stockID == 45 && booking.stockIDAtProvider == "st-9")
        #expect(booking.user.email == "test@example.com" && booking.user.phone == "+33100000000")
        #expect(booking.user.firstName == "Zoé" && booking.user.lastName == "Test")
        #expect(booking.user.birthDate == CivilDate(year: 2007, month: 1, day: 1))
        #expect(booking.venueID == 535 && booking.venueName == "Salle d'essai")
        #expect(booking.venueAddress == "1 rue de l'Essai" && booking.venueDepartmentCode == "75")
        #expect(!request.wasInterrupted)
    }

    @Test("is what pass Culture signs, to the byte")
    func samples() throws {
        let vectors = WebhookVector.all
        #expect(Array(SampleWebhook.booking().text(.spacedASCII).utf8) == vectors[0].inner)
        #expect(Array(SampleWebhook.booking().text(.compactUTF8).utf8) == vectors[1].inner)
        let signer = WebhookSigner(try HMACKey(WebhookVector.key))
        for (vector, form) in [(vectors[0], WebhookSigner.Form.spacedASCII), (vectors[1], .compactUTF8)] {
            let call = signer.request(.booking(), as: form)
            #expect(call.body == vector.body)
            #expect(call.signatures == [vector.signature])
        }
        let cancellation = signer.request(.cancellation(["1234567890123"]), as: .spacedASCII)
        #expect(cancellation.body == vectors[2].body && cancellation.signatures == [vectors[2].signature])
    }

    @Test("may have null, or nothing, wherever the platform's code may", arguments: [true, false])
    func nulls(isNull: Bool) throws {
        var sample = SampleWebhook.booking()
        for key in [
            "booking_confirmation_date", "offer_id_at_provider", "stock_id_at_provider", "offer_ean", "user_phone",
            "price_category_id", "price_category_id_at_provider", "price_category_label", "venue_address",
            "venue_department_code",
        ] {
            sample = isNull ? sample.setting(key, to: nil) : sample.without(key)
        }
        let booking = try TicketBooking(signed(sample)).booking
        #expect(booking.confirmedAt == nil && booking.offerIDAtProvider == nil && booking.stockIDAtProvider == nil)
        #expect(booking.offerEAN == nil && booking.user.phone == nil && booking.priceCategoryID == nil)
        #expect(booking.priceCategoryIDAtProvider == nil && booking.priceCategoryLabel == nil)
        #expect(booking.venueAddress == nil && booking.venueDepartmentCode == nil)
    }

    @Test("may lack the birth date, which the platform's rules do not allow: a sale does not fail for it")
    func noBirthDate() throws {
        let sample = SampleWebhook.booking()
        for sample in [sample.setting("user_birth_date", to: nil), sample.without("user_birth_date")] {
            let birthDate: CivilDate? = try TicketBooking(signed(sample)).booking.user.birthDate
            #expect(birthDate == nil)
        }
    }

    @Test("may have keys that nobody knows, and dates with and without microseconds")
    func lenient() throws {
        let sample = SampleWebhook.booking().setting("booking_token", to: "x").setting(
            "booking_creation_date", to: "2026-03-01T18:00:00.123456")
        #expect(
            try TicketBooking(signed(sample)).booking.createdAt == Instant(iso8601: "2026-03-01T18:00:00.123456Z"))
    }

    @Test("names the action last or first")
    func action() throws {
        let last = try BookingNotification(signed(.notification(.book)))
        #expect(last.action == .book && last.booking.quantity == 1)
        let text = SampleWebhook.booking().text(.compactUTF8)
        let first = try BookingNotification(
            SignedText(trusting: Array(#"{"action":"CANCEL",\#(text.dropFirst())"#.utf8)))
        #expect(first.action == .cancel)
    }

    @Test("is refused by the place that is wrong, without what was found there")
    func refused() throws {
        func detail(_ sample: SampleWebhook) -> String? {
            do throws(WebhookRefusal) {
                _ = try BookingNotification(signed(sample))
                return nil
            } catch {
                return "\(error)"
            }
        }
        let sample = SampleWebhook.notification(.book)
        #expect(
            detail(sample.setting("user_email", to: 7)) == "unexpected-content: user_email: expected a string")
        #expect(detail(sample.without("stock_id")) == "unexpected-content: stock_id: expected an integer")
        #expect(detail(sample.setting("action", to: "MOVE")) == "unexpected-content: action: expected BOOK or CANCEL")
        #expect(
            detail(sample.setting("booking_quantity", to: 0))
                == "unexpected-content: booking_quantity: expected 1 or more")
        for date in ["2007-13-01", "2007-1-1", "+007-01-01", "1 janvier 2007", "2007-01-01T00:00:00"] {
            #expect(
                detail(sample.setting("user_birth_date", to: date))
                    == "unexpected-content: user_birth_date: expected a date")
        }
        #expect(
            detail(sample.setting("booking_creation_date", to: "2026-02-30T18:00:00"))
                == "unexpected-content: booking_creation_date: expected a date with a time")
        let error = #expect(throws: WebhookRefusal.self) {
            try TicketCancellation(SignedText(trusting: Array("{\"barcodes\"".utf8)))
        }
        #expect(error?.code == .contentNotJSON)
        #expect(throws: WebhookRefusal.self) { try TicketCancellation(signed(.cancellation([]))) }
    }

    @Test("has one name however often it comes, and another for another address")
    func references() throws {
        let first = try TicketBooking(signed(.booking())), again = try TicketBooking(signed(.booking()))
        #expect(first.reference == again.reference)
        #expect(try TicketBooking(signed(.booking(createdAt: "2026-03-01T18:00:01"))).reference != first.reference)
        let text = signed(.notification(.book))
        #expect(try BookingNotification(text).reference != TicketBooking(text).reference)
        #expect(first.reference.hexadecimal.utf8.count == 64)
    }
}
