// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A vendor's ticketing system as the checks speak with it; what a check was issued is given back when it ends.
struct Ticketing: Sendable {
    /// The way to it.
    let webhook: Webhook

    init(_ probe: Probe) throws {
        webhook = try Webhook(probe)
    }

    /// Asks for tickets, whatever the answer.
    func ask(
        _ booking: WebhookBooking, form: InnerForm, signing: WebhookSigning = .right
    ) async throws -> TimedExchange {
        try await webhook.send(booking.payload, to: webhook.vendor.address, form: form, signing: signing)
    }

    /// Asks for tickets as the pass Culture does, which hangs up after 8 s (today §4.5).
    ///
    /// - Returns: the answer; nil when it was hung up on.
    func askHangingUp(_ booking: WebhookBooking, form: InnerForm) async throws -> TimedExchange? {
        let time = webhook.vendor.setting.time
        let start = time.now()
        do {
            return try await webhook.send(
                booking.payload, to: webhook.vendor.address, form: form,
                patience: Patience(total: time.lasting(VendorLimits.ticketing)))
        } catch Interruption.failed(let evidence) {
            guard time.now() - start >= VendorLimits.ticketing else { throw Interruption.failed(evidence) }
            return nil
        }
    }

    /// Asks to cancel tickets, whatever the answer.
    func askCancelling(
        _ barcodes: [String], form: InnerForm, signing: WebhookSigning = .right
    ) async throws -> TimedExchange {
        guard let address = webhook.vendor.cancelling else {
            throw Interruption.notJudged(
                Sentence(
                    "Demande l'adresse des annulations : --cancel-url.", "Needs the URL of cancellations: --cancel-url."
                ))
        }
        return try await webhook.send(Ticketing.cancelling(barcodes), to: address, form: form, signing: signing)
    }

    /// The payload of a cancellation (today §4.6).
    static func cancelling(_ barcodes: [String]) -> JSONValue {
        ["barcodes": .array(barcodes.map(JSONValue.string))]
    }

    /// Gives tickets back: what a check leaves behind would fill the vendor's stock.
    ///
    /// Where that does not work it is remembered, and whoever would take more seats is not judged (``ready(_:)``).
    ///
    /// - Parameters:
    ///   - issues: the tickets.
    ///   - form: the form that the system accepts.
    ///   - mayBeGone: whether they may be none of the system's any more, so that its answer tells nothing.
    func giveBack(_ issues: [IssuedTickets], form: InnerForm, mayBeGone: Bool = false) async {
        for issue in issues where !issue.barcodes.isEmpty {
            let answer = try? await askCancelling(issue.barcodes, form: form)
            if answer?.isCancelled != true, !mayBeGone { webhook.vendor.keepTickets() }
        }
    }

    /// Gives tickets back for a check that judges how that is answered.
    func takeBack(_ issue: IssuedTickets, form: InnerForm) async throws -> TimedExchange {
        do {
            let answer = try await askCancelling(issue.barcodes, form: form)
            if !answer.isCancelled { webhook.vendor.keepTickets() }
            return answer
        } catch {
            webhook.vendor.keepTickets()
            throw error
        }
    }

    /// The form that the system accepts, for a check that takes seats.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` when a ticket could not be given back.
    func ready(_ probe: Probe) async throws -> InnerForm {
        let form = try await form(probe)
        guard !webhook.vendor.keepsTickets else {
            throw Interruption.notJudged(
                Sentence(
                    "Un billet n'a pas pu être rendu : ceci prendrait d'autres places pour de bon. Réparez d'abord "
                        + "l'annulation (ticketing/cancel, --cancel-url).",
                    "A ticket could not be given back: this would take more seats for good. Mend cancelling first "
                        + "(ticketing/cancel, --cancel-url)."))
        }
        return form
    }

    /// The form that the system accepts; a preparation's failure when it accepts none.
    func form(_ probe: Probe) async throws -> InnerForm {
        if let form = webhook.vendor.acceptedForm { return form }
        let answer = try await probe.prepare { try await accepted() }
        let form = webhook.vendor.acceptedForm ?? .compactUTF8
        await giveBack([IssuedTickets(answer)], form: form)
        return form
    }

    /// The answer to the plainest booking in the form that the system accepts, the newer form tried first.
    ///
    /// - Throws: ``Interruption/failed(_:)`` when it accepts neither, ``Interruption/notJudged(_:)`` when it has no seat.
    func accepted() async throws -> TimedExchange {
        var last: TimedExchange?
        for form in [InnerForm.compactUTF8, .spacedASCII] {
            let answer = try await ask(webhook.newBooking(), form: form)
            if answer.isSuccess {
                webhook.vendor.accepts(form)
                return answer
            }
            if answer.isSoldOut { throw Ticketing.tooFewSeats }
            last = answer
        }
        guard let last else { throw Webhook.NotAVendor() }
        return try last.expectSuccess()
    }

    /// Why checks are not judged that need more seats than the stock has left.
    static let tooFewSeats = Interruption.notJudged(
        Sentence(
            "Ce stock n'a plus assez de places : donnez-en un qui en a, par --payload.",
            "This stock has too few seats left: give one that has enough, with --payload."))

    /// Whether a booking was refused for want of seats where there really are too few: a single ticket tells how many.
    func lacksSeats(_ answer: TimedExchange, for quantity: Int, form: InnerForm) async throws -> Bool {
        guard answer.isSoldOut || answer.hasNotEnoughSeats else { return false }
        guard quantity > 1 else { return answer.isSoldOut }
        let single = try await ask(webhook.newBooking(), form: form)
        let issue = IssuedTickets(single)
        await giveBack([issue], form: form)
        return single.isSoldOut || issue.remaining.map { $0 + 1 < quantity } == true
    }

    /// What a check builds upon: a booking's tickets, one or two, each with a barcode, and how many seats are left.
    ///
    /// - Throws: a precondition when the answer has no such tickets, ``Interruption/notJudged(_:)`` when seats are unlimited.
    func issue(_ quantity: Int = 1, form: InnerForm) async throws -> IssuedTickets {
        let answer = try await ask(webhook.newBooking().of(quantity), form: form)
        let issue = IssuedTickets(answer)
        guard answer.isSuccess, issue.barcodes.count == quantity, issue.barcodes.allSatisfy({ !$0.isEmpty }),
            issue.saysRemaining
        else {
            await giveBack([issue], form: form)
            if try await lacksSeats(answer, for: quantity, form: form) { throw Ticketing.tooFewSeats }
            let tickets = quantity == 1 ? "a ticket" : "\(quantity) tickets"
            throw Interruption.precondition(
                Evidence(
                    expected: "2xx with \(tickets) and remainingQuantity, a whole number or null",
                    seen: answer.exchange.summary,
                    curl: answer.exchange.curl))
        }
        guard issue.remaining != nil else {
            await giveBack([issue], form: form)
            throw Interruption.notJudged(
                Sentence(
                    "Ce stock est illimité : donnez-en un qui se compte, par --payload.",
                    "This stock is unlimited: give one that can be counted, with --payload."))
        }
        return issue
    }
}
