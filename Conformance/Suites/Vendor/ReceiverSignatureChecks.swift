// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Notifications that the pass Culture did not sign (today §4.2).
enum ReceiverSignatureChecks {
    static let all: [Check] = [
        Check(
            "receiver/signature/missing", ["PC-V1-046"],
            Sentence("Sans signature : refusée, 4xx.", "Without a signature: refused, 4xx.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            try await receiver.notify(receiver.webhook.newBooking(), form: form, signing: .missing).exchange
                .expectRefusal()
        },
        Check(
            "receiver/signature/wrong", ["PC-V1-046"],
            Sentence(
                "Signature fausse, d'un autre texte, ou qui n'en est pas une : refusée, 4xx.",
                "A signature that is wrong, of another text, or none at all: refused, 4xx.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            for signing in WebhookSigning.wrong {
                try await receiver.notify(receiver.webhook.newBooking(), form: form, signing: signing)
                    .exchange.expectRefusal()
            }
        },
        Check(
            "receiver/signature/status", ["PC-V1-446"],
            Sentence("Mal signée : le statut conseillé, 401.", "Badly signed: the status that is suggested, 401.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            for signing in WebhookSigning.wrong + [.missing] {
                try await receiver.notify(receiver.webhook.newBooking(), form: form, signing: signing)
                    .exchange.expect(401)
            }
        },
        Check(
            "receiver/signature/nothing-stored", ["PC-V1-146"],
            Sentence("Mal signée : rien n'est enregistré.", "Badly signed: nothing is stored.")
        ) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            let before = try await receiver.bookings(form: form)
            let bad = WebhookSigning.wrong + [.missing]
            var lines: [String] = []
            for signing in bad {
                let sent = try await receiver.notify(receiver.webhook.newBooking(), form: form, signing: signing)
                lines.append(sent.exchange.curl)
            }
            // A booking that is stored shows that those before it have had their time.
            let last = try await receiver.notify(receiver.webhook.newBooking(), form: form)
            let after = try await receiver.webhook.countAtRest("bookings", atLeast: before + 1)
            guard after > before else {
                throw Interruption.precondition(
                    Evidence(
                        expected: "\(before + 1) bookings after a good one", seen: "\(after)", curl: last.exchange.curl)
                )
            }
            guard after == before + 1 else {
                throw Interruption.failed(
                    Evidence(
                        expected: "\(before + 1) bookings after \(bad.count) badly signed and a good one",
                        seen: "\(after)", curl: lines.joined(separator: "\n")))
            }
        },
    ]
}
