// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import Testing

@testable import PassCulture

/// What a call carries that nobody may find in anything printed.
@Suite("A canary in a call")
struct WebhookCanaryTests {
    private static let secrets = [
        "canary-key", "canary@secret.example", "2007-01-31", "2007", "Canari", "Zzyzx", "0699999999", "BARCODE-CANARY",
    ]

    private static func sample() -> SampleWebhook {
        SampleWebhook.notification(.book).setting("user_email", to: "canary@secret.example")
            .setting("user_birth_date", to: "2007-01-31").setting("user_first_name", to: "Canari")
            .setting("user_last_name", to: "Zzyzx").setting("user_phone", to: "0699999999")
    }

    private static func expectSilent(_ value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
        var text = "\(value) \(String(reflecting: value)) \([value])"
        dump(value, to: &text)
        for secret in secrets {
            #expect(!text.contains(secret), "\(type(of: value)) tells \(secret)", sourceLocation: sourceLocation)
        }
    }

    @Test("hides in every value")
    func values() throws {
        let key = try HMACKey("canary-key")
        let verifier = WebhookVerifier(key)
        let request = WebhookSigner(key).request(Self.sample(), as: .compactUTF8)
        let text = try verifier.verify(body: request.body, signature: request.signatures[0])
        Self.expectSilent(key)
        Self.expectSilent(verifier)
        Self.expectSilent(WebhookSigner(key))
        Self.expectSilent(request)
        Self.expectSilent(text)
        Self.expectSilent(try BookingNotification(text))
        Self.expectSilent(try TicketBooking(text))
        let ticket = Ticket(barcode: "BARCODE-CANARY", seat: "Zzyzx")
        Self.expectSilent(TicketAnswer.tickets([ticket], remaining: 1))
        Self.expectSilent(
            try TicketCancellation(SignedText(trusting: Array(#"{"barcodes":["BARCODE-CANARY"]}"#.utf8))))
        Self.expectSilent(WebhookResponse(status: 200, body: Array("BARCODE-CANARY".utf8)))
        Self.expectSilent(WebhookClaim.answered(WebhookResponse(status: 200, body: Array("BARCODE-CANARY".utf8))))
    }

    @Test("hides in refusals and events, whatever is wrong")
    func refusals() async throws {
        let office = ScriptedOffice { _ in
            .tickets([Ticket(barcode: "BARCODE-CANARY"), Ticket(barcode: "BARCODE-CANARY")], remaining: 0)
        }
        let receiver = try Receiver(tickets: office, bookings: Listener())
        for key in ["user_email", "user_birth_date", "booking_quantity", "action", "user_phone", "stock_id"] {
            for sample in [
                Self.sample().setting(key, to: "canary@secret.example"), Self.sample().setting(key, to: 2007),
            ] {
                for call in WebhookCall.allCases {
                    let response = await receiver.call(call, sample)
                    for secret in Self.secrets { #expect(!response.text.contains(secret)) }
                }
                do throws(WebhookRefusal) {
                    _ = try BookingNotification(SignedText(trusting: Array(sample.text(.compactUTF8).utf8)))
                } catch {
                    Self.expectSilent(error)
                }
            }
        }
        #expect(await receiver.call(.booking, Self.sample().setting("booking_quantity", to: 2)).status == 500)
        #expect(receiver.events.all.count > 30)
        Self.expectSilent(receiver.events.all)
    }
}
