// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The desk of today's edition that sends raw requests, recorded like all others, and knows the answers to the letter.
struct RawProviderDesk: ProviderDesk {
    /// The way to the platform.
    let wire: Wire

    func check(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer {
        await ask("check", request) { provider in try await provider.read(request.countermark) }
    }

    func validate(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer {
        await ask("use", request) { provider in try await provider.act("use", request.countermark) }
    }

    func undo(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer {
        await ask("keep", request) { provider in try await provider.act("keep", request.countermark) }
    }

    func cancel(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer {
        await ask("cancel", request) { provider in try await provider.act("cancel", request.countermark) }
    }

    private func ask(
        _ verb: String, _ request: ProviderDeskRequest, _ call: (PublicProvider) async throws -> Exchange
    ) async -> ProviderDeskAnswer {
        do {
            let exchange = try await call(PublicProvider(wire: wire, key: request.key))
            return Self.done(verb, exchange) ?? Self.refusal(verb, exchange).map { .refused($0) }
                ?? .other(exchange.summary)
        } catch {
            return .unknown
        }
    }

    private static func done(_ verb: String, _ exchange: Exchange) -> ProviderDeskAnswer? {
        guard verb != "check" else {
            guard exchange.status == 200, let json = exchange.json, json["token"] == nil else { return nil }
            return .valid(
                ProviderDeskBooking(
                    id: json["id"]?.intValue, userEmail: json["userEmail"]?.stringValue,
                    offerName: json["offerName"]?.stringValue, quantity: json["quantity"]?.intValue,
                    venueId: json["venueId"]?.intValue))
        }
        guard exchange.status == 204, exchange.body.isEmpty else { return nil }
        return verb == "use" ? .validated : verb == "keep" ? .undone : .cancelled
    }

    private static func refusal(_ verb: String, _ exchange: Exchange) -> ProviderDeskRefusal? {
        let isAsking = verb == "check" || verb == "use"
        if isAsking, exchange.status == 403, let from = from(exchange.json) { return .tooEarly(from: from) }
        let table: [(Int, JSONValue, ProviderDeskRefusal)] =
            switch verb {
            case "keep":
                [
                    (403, PublicAnswers.hasCodes, .hasCodes), (410, PublicAnswers.cancelled, .cancelled),
                    (403, PublicAnswers.reimbursed, .reimbursed), (403, PublicAnswers.notUsed, .notUsed),
                ]
            case "cancel":
                [
                    (410, PublicAnswers.alreadyCancelled, .alreadyCancelled),
                    (403, PublicAnswers.reimbursed, .reimbursed), (410, PublicAnswers.validated, .validated),
                    (403, PublicAnswers.tooLate, .tooLateToCancel),
                ]
            default:
                [
                    (403, PublicAnswers.alreadyReimbursed, .reimbursed),
                    (410, PublicAnswers.alreadyUsed, .alreadyValidated), (410, PublicAnswers.cancelled, .cancelled),
                    (403, PublicAnswers.closed, .closed),
                ]
            }
        return (table + [(404, PublicAnswers.unknown, .notFound)]).first {
            $0.0 == exchange.status && $0.1 == exchange.json
        }?.2
    }

    /// The instant in the sentence E, by the clocks of Paris, where the journeys' venues are; nil when it is another sentence.
    private static func from(_ body: JSONValue?) -> Instant? {
        guard let sentence = body?["booking"]?.stringValue,
            let found = sentence.firstMatch(of: /(\d{2})\/(\d{2})\/(\d{4}) à (\d{2}):(\d{2})/),
            let day = Int(found.1), let month = Int(found.2), let year = Int(found.3), let hour = Int(found.4),
            let minute = Int(found.5), let date = CivilDate(year: year, month: month, day: day),
            body == PublicAnswers.tooEarly(day: "\(found.1)/\(found.2)/\(found.3)", time: "\(found.4):\(found.5)")
        else { return nil }
        return CivilDateTime(date: date, hour: hour, minute: minute).instant(in: .paris)
    }
}
