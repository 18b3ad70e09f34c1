// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A vendor's receiver as the checks speak with it.
struct Receiver: Sendable {
    /// The way to it.
    let webhook: Webhook

    init(_ probe: Probe) throws {
        webhook = try Webhook(probe)
    }

    /// Sends a notification to the letter of the contract.
    func notify(
        _ booking: WebhookBooking, _ action: String = "BOOK", form: InnerForm, signing: WebhookSigning = .right
    ) async throws -> TimedExchange {
        try await webhook.send(
            booking.notification(action), to: webhook.vendor.address, form: form, signing: signing)
    }

    /// The answer to the plainest notification in the form that the receiver accepts, the newer form tried first.
    ///
    /// - Throws: ``Interruption/failed(_:)`` when it accepts neither.
    func accepted() async throws -> TimedExchange {
        let compact = try await notify(webhook.newBooking(), form: .compactUTF8)
        if compact.isSuccess {
            webhook.vendor.accepts(.compactUTF8)
            return compact
        }
        let spaced = try await notify(webhook.newBooking(), form: .spacedASCII).expectSuccess()
        webhook.vendor.accepts(.spacedASCII)
        return spaced
    }

    /// How many bookings the receiver has, once it has booked what it was told of so far: it may answer first.
    func bookings(form: InnerForm) async throws -> Int {
        let start = try await webhook.count("bookings")
        // Whoever works through a queue has come to the end of it when this one is booked.
        _ = try await notify(webhook.newBooking(), form: form)
        return try await webhook.countAtRest("bookings", atLeast: start + 1)
    }

    /// The form that the receiver accepts; a preparation's failure when it accepts none.
    func form(_ probe: Probe) async throws -> InnerForm {
        if let form = webhook.vendor.acceptedForm { return form }
        try await probe.prepare { _ = try await accepted() }
        return webhook.vendor.acceptedForm ?? .compactUTF8
    }
}
