// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PlatformDomain

// Calls to partners that nobody waits for (`today §4.4`, `§4.5`).
extension Service {
    /// What partners were called, and what became of it.
    var partnerCalls: PartnerCallHistory { partnerLine.history }

    /// Sends what is due; while time passes by itself, has itself rung for what comes next.
    func sendDue() async {
        let (due, wait) = withCore { core -> (PartnerQueue.Due, Span?) in
            let (now, _) = core.settle()
            let due = core.partnerQueue.takeDue(at: now)
            guard core.clock.mode == .ticking else { return (due, nil) }
            let next = [core.partnerQueue.nextDue, core.state.nextBarcodeReturn].compactMap { $0 }.min()
            return (due, next.map { max($0 - now, .zero) })
        }
        for notice in due.notices { await send(notice) }
        for barcode in due.barcodes { await giveBack([barcode.barcode], to: barcode.providerID, at: barcode.url) }
        if let wait { partnerSender.ring(after: wait) }
    }

    private func send(_ notice: PartnerQueue.Notice) async {
        let message = PartnerMessage(
            .notification, to: notice.url, notice.payload.json(notice.action), key: notice.partner.key,
            form: settings.innerForm)
        await partnerLine.call(message, to: notice.partner.providerID, at: now()) { answer in
            // Whatever it is, it is not sent again.
            ((), answer.isSuccess ? "taken" : "dropped")
        }
    }

    /// Gives barcodes back to who issued them.
    ///
    /// - Returns: How many the partner has left then: some number, no limit, or nothing that can be read; and whether it took them at all.
    @discardableResult
    func giveBack(
        _ barcodes: [String], to providerID: Identifier<Provider>, at url: String
    ) async -> ReturnAnswer {
        guard let key = read({ state, _ in state.providers[providerID]?.hmacKey }) else { return .refused }
        let message = PartnerMessage(
            .ticketCancellation, to: url, ["barcodes": .array(barcodes.map { .string($0) })], key: key,
            form: settings.innerForm)
        return await partnerLine.call(message, to: providerID, at: now()) { answer in
            let outcome = ReturnAnswer(answer)
            return (outcome, outcome.word)
        }
    }
}

extension PartnerLine.Answer {
    /// Whether it is some 2xx.
    var isSuccess: Bool {
        if case .success(let response) = self { (200..<300).contains(response.status) } else { false }
    }
}
