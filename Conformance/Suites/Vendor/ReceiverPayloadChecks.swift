// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Notifications that differ from the plainest one (today §8 #54).
enum ReceiverPayloadChecks {
    static let all: [Check] = PayloadVariant.all.map { variant in
        Check("receiver/payload/\(variant.id)", ["PC-V1-054"], variant.title) { probe in
            let receiver = try Receiver(probe)
            let form = try await receiver.form(probe)
            try await receiver.notify(variant.make(receiver.webhook.newBooking()), form: form).expectSuccess()
        }
    }
}
