// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import JSON
import Synchronization

/// A receiver of notifications (today §4.4): verifies, books once, and tells its count at `/count`.
package final class ReceiverDouble: PartnerDouble {
    private let flaw: ReceiverFlaw?
    private let key: String
    private let linger: @Sendable (Span) -> Void
    private let booked = Mutex<[JSONValue]>([])

    /// A receiver.
    ///
    /// - Parameters:
    ///   - flaw: how it is broken; nil for one that is not.
    ///   - key: the HMAC key that it shares with the pass Culture.
    ///   - linger: lets time pass when it takes its time.
    package init(flaw: ReceiverFlaw? = nil, key: String, linger: @escaping @Sendable (Span) -> Void) {
        self.flaw = flaw
        self.key = key
        self.linger = linger
    }

    /// The answer to a request.
    package func answer(_ request: PartnerRequest) -> PartnerAnswer {
        if request.method == "GET" {
            return PartnerAnswer(200, ["bookings": .number(JSONNumber(booked.withLock { $0.count }))])
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
        switch call.payload["action"]?.stringValue {
        case "BOOK":
            if flaw == .isSlow { linger(.seconds(11)) }
            booked.withLock { booked in
                // No booking has an id here: the same payload is the same booking.
                if flaw == .countsTwice || !booked.contains(call.payload) { booked.append(call.payload) }
            }
            return PartnerAnswer(200)
        case "CANCEL" where flaw != .refusesCancel:
            var payload = call.payload.objectValue ?? [:]
            payload["action"] = "BOOK"
            booked.withLock { booked in booked.removeAll { $0 == .object(payload) } }
            return PartnerAnswer(200)
        default: return .refused("action")
        }
    }
}
