// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import JSON
import Synchronization

/// A receiver of notifications (today §4.4): verifies, books once, and tells its count at `/count`.
package final class ReceiverDouble: PartnerDouble {
    /// How a receiver works through its queue.
    package typealias Lag = Backlog.Lag

    private struct State {
        var backlog: Backlog
        var booked: [JSONValue] = []
    }

    private let flaw: ReceiverFlaw?
    private let key: String
    private let now: @Sendable () -> Span
    private let linger: @Sendable (Span) -> Void
    private let state: Mutex<State>

    /// A receiver.
    ///
    /// - Parameters:
    ///   - flaw: how it is broken; nil for one that is not.
    ///   - key: the HMAC key that it shares with the pass Culture.
    ///   - lag: how long after its answer it books.
    ///   - now: the time by which it does.
    ///   - linger: lets time pass when it takes its time.
    package init(
        flaw: ReceiverFlaw? = nil, key: String, lag: Lag = .none, now: @escaping @Sendable () -> Span = { .zero },
        linger: @escaping @Sendable (Span) -> Void
    ) {
        self.flaw = flaw
        self.key = key
        self.now = now
        self.linger = linger
        state = Mutex(State(backlog: Backlog(lag)))
    }

    /// The answer to a request.
    package func answer(_ request: PartnerRequest) -> PartnerAnswer {
        if request.method == "GET" {
            return PartnerAnswer(200, ["bookings": .number(JSONNumber(bookingCount))])
        }
        let check: SignatureCheck =
            flaw == .acceptsMissingSignature && request.signature == nil
            ? .never : flaw?.signatureCheck ?? .innerText
        do throws(WebhookCall.Refusal) {
            return receive(try WebhookCall(request, key: key, check: check))
        } catch {
            if flaw == .storesBeforeVerifying, let call = try? WebhookCall(request, key: key, check: .never) {
                _ = receive(call)
            }
            guard error.answer == .invalidSignature else { return error.answer }
            switch flaw {
            case .forbids: return PartnerAnswer(403, error.answer.body)
            case .faultsWhenUnverified: return .fault
            default: return error.answer
            }
        }
    }

    private func receive(_ call: WebhookCall) -> PartnerAnswer {
        if let refusal = flaw?.payloadFlaw?.refusal(call) { return refusal }
        let action = call.payload["action"]?.stringValue
        guard action == "BOOK" || action == "CANCEL" && flaw != .refusesCancel else { return .refused("action") }
        if action == "BOOK", flaw == .isSlow { linger(.seconds(11)) }
        state.withLock { $0.backlog.add(call.payload, at: now()) }
        return PartnerAnswer(200)
    }

    private var bookingCount: Int {
        state.withLock { state in
            for payload in state.backlog.due(at: now()) { book(payload, &state.booked) }
            return state.booked.count
        }
    }

    private func book(_ payload: JSONValue, _ booked: inout [JSONValue]) {
        if payload["action"] == "BOOK" {
            // No booking has an id here: the same payload is the same booking.
            if flaw == .countsTwice || !booked.contains(payload) { booked.append(payload) }
        } else {
            var fields = payload.objectValue ?? [:]
            fields["action"] = "BOOK"
            booked.removeAll { $0 == .object(fields) }
        }
    }
}
