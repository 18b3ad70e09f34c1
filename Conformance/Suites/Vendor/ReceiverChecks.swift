// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Notifications as they come every day: bookings, cancellations, both inner forms, one sent twice (today §4.2, §4.4).
enum ReceiverChecks {
    static let all: [Check] = [
        Check(
            "receiver/book", ["PC-V1-044"],
            Sentence("Notification BOOK signée : 2xx en 10 s.", "A signed BOOK notification: 2xx within 10 s.")
        ) { probe in
            try await Receiver(probe).accepted().expect(within: VendorLimits.notification)
        },
        Check(
            "receiver/cancel", ["PC-V1-144"],
            Sentence("Notification CANCEL : 2xx en 10 s.", "A CANCEL notification: 2xx within 10 s.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            let booking = receiver.webhook.newBooking()
            try await probe.prepare { _ = try await receiver.notify(booking, form: form).expectSuccess() }
            try await receiver.notify(booking, "CANCEL", form: form)
                .expectSuccess().expect(within: VendorLimits.notification)
        },
        form(
            "receiver/form/spaced-ascii", .spacedASCII,
            Sentence(
                "Accents, texte intérieur espacé en ASCII : accepté.", "Accents, spaced ASCII inner text: accepted.")),
        form(
            "receiver/form/compact-utf8", .compactUTF8,
            Sentence(
                "Accents, texte intérieur compact en UTF-8 : accepté.",
                "Accents, compact UTF-8 inner text: accepted.")),
        Check(
            "receiver/twice", ["PC-V1-047"],
            Sentence("La même notification deux fois : un seul effet.", "The same notification twice: one effect.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            let before = try await receiver.bookings(form: form)
            let booking = receiver.webhook.newBooking()
            let first = try await receiver.notify(booking, form: form)
            let second = try await receiver.notify(booking, form: form)
            // Once another booking is there, the repeated one has had its turn.
            _ = try await receiver.notify(receiver.webhook.newBooking(), form: form)
            let after = try await receiver.webhook.countAtRest("bookings", atLeast: before + 2)
            guard after == before + 2 else {
                throw Interruption.failed(
                    Evidence(
                        expected: "\(before + 2) bookings after the same notification twice and another one",
                        seen: "\(after) after \(first.exchange.status) and \(second.exchange.status)",
                        curl: second.exchange.curl))
            }
        },
    ]

    private static func form(_ id: String, _ form: InnerForm, _ title: Sentence) -> Check {
        Check(id, ["PC-V1-045"], title) { probe in
            let receiver = try Receiver(probe)
            _ = try await receiver.form(probe)
            try await receiver.notify(receiver.webhook.newBooking().accented, form: form).expectSuccess()
        }
    }
}
