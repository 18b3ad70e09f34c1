// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

// Calls to partners: each is in the journal. Of those that nobody waits for a notification is begun once, and a barcode goes back until it
// was answered (`today §4.4`, `§4.5`).
extension Service {
    /// Makes a call, and notes what `judge` says of its answer.
    ///
    /// - Parameters:
    ///   - message: What is sent.
    ///   - providerID: Who is called.
    ///   - judge: What follows from the answer, and the journal's word for it.
    func call<Outcome>(
        _ message: PartnerMessage, to providerID: Identifier<Provider>,
        judging judge: (PartnerLine.Answer) -> (outcome: Outcome, word: String)
    ) async -> Outcome {
        let request = partnerLine.request(message)
        let started = SystemClock.monotonic()
        let answer = await partnerLine.send(request)
        let ended = SystemClock.monotonic()
        let (outcome, word) = judge(answer)
        journal.record(
            JournalEntry(
                request, message.kind, to: providerID, answer, result: word, at: clockMirror.now(monotonic: ended),
                elapsed: ended - started))
        return outcome
    }

    /// Sends what is due; while time passes by itself, has itself rung for what comes next.
    func sendDue() async {
        while let begun = beginCall() {
            // On the disk before it leaves: whatever ends the process from here on, no notification is sent a second time.
            guard (try? await settleData()) != nil else { return }
            await send(begun)
        }
        let wait = withCore { core -> Span? in
            guard core.clock.mode == .ticking, core.returning == nil, let next = core.state.nextCall else { return nil }
            return max(next.due - core.clock.now(), .zero)
        }
        if let wait { partnerSender.ring(after: wait) }
    }

    /// A call that is begun, with what it says.
    private enum Begun {
        case notice(PartnerNotice, PartnerPayload)
        case barcode(ReturnedBarcode)
    }

    /// Begins the next call, if it is due; nothing while a barcode is under way, and once the platform is closing.
    private func beginCall() -> Begun? {
        withCore { core in
            let (now, _) = core.settle()
            guard !core.isClosing, core.returning == nil, let next = core.state.nextCall, next.due <= now else {
                return nil
            }
            switch next {
            case .barcode(let barcode):
                core.returning = barcode
                return .barcode(barcode)
            case .notice(let notice):
                core.perform(.beginNotice(notice.id), at: now)
                guard let booking = core.state.bookings[notice.bookingID],
                    let payload = PartnerPayload(booking, in: core.state)
                else { return nil }
                return .notice(notice, payload)
            }
        }
    }

    /// Notes that a barcode went back; not if the platform has been put back to another time meanwhile.
    private func end(_ barcode: ReturnedBarcode) {
        withCore { core in
            guard core.returning == barcode else { return }
            core.returning = nil
            let (now, _) = core.settle()
            core.perform(.endReturn(barcode.id), at: now)
        }
    }

    private func send(_ begun: Begun) async {
        switch begun {
        case .barcode(let barcode):
            await giveBack([barcode.barcode], to: barcode.providerID, at: barcode.url)
            // Whatever the answer is, it is not sent again; without one, because the process ends, it is.
            end(barcode)
        case .notice(let notice, let payload):
            guard let key = key(of: notice.providerID) else { return }
            let message = PartnerMessage(
                .notification, to: notice.url, payload.json(notice.action), key: key, form: settings.innerForm)
            await call(message, to: notice.providerID) { answer in
                // Whatever it is, it is not sent again.
                ((), answer.isSuccess ? "taken" : "dropped")
            }
        }
    }

    /// Gives barcodes back to who issued them.
    ///
    /// - Returns: How many the partner has left then: some number, no limit, or nothing that can be read; and whether it took them at all.
    @discardableResult
    func giveBack(
        _ barcodes: [String], to providerID: Identifier<Provider>, at url: String
    ) async -> ReturnAnswer {
        guard let key = key(of: providerID) else { return .refused }
        let message = PartnerMessage(
            .ticketCancellation, to: url, ["barcodes": .array(barcodes.map { .string($0) })], key: key,
            form: settings.innerForm)
        return await call(message, to: providerID) { answer in
            let outcome = ReturnAnswer(answer)
            return (outcome, outcome.word)
        }
    }

    private func key(of id: Identifier<Provider>) -> Secret? { read { state, _ in state.providers[id]?.hmacKey } }
}

extension Service.Core {
    /// Notes how a call fares.
    fileprivate mutating func perform(_ command: PublicV1Command, at instant: Instant) {
        guard let events = try? decide(.publicV1(command), at: instant) else { return }
        for event in events { state.evolve(event) }
        record(events, mails: 0)
    }
}
