// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The desk that sends raw requests, recorded like all others.
struct RawDesk: CountermarkDesk {
    /// The way to the platform.
    let wire: Wire

    func check(_ request: DeskRequest) async -> DeskAnswer {
        await ask("GET", request) { exchange in
            let body = exchange.json
            return .valid(
                userEmail: body?["email"]?.stringValue, offerName: body?["offerName"]?.stringValue,
                date: body?["date"]?.stringValue)
        }
    }

    func validate(_ request: DeskRequest) async -> DeskAnswer {
        await ask("PATCH", request) { _ in .validated }
    }

    private func ask(_ method: String, _ request: DeskRequest, done: (Exchange) -> DeskAnswer) async -> DeskAnswer {
        var caller: Caller
        var query: [(String, String)] = []
        switch request.way {
        case .desk(let email, let password):
            caller = Caller(wire: wire, identity: .basic(email: email, password: password))
        case .open(let email, let offer):
            caller = wire.anonymous
            query = [("email", email), ("offer_id", offer)]
        }
        caller.origin = nil
        do {
            let exchange = try await caller.send(method, "/bookings/token/\(request.countermark)", query)
            switch exchange.status {
            case 200, 204: return done(exchange)
            case 400: return .incomplete
            case 403: return .notYours
            case 404: return .notFound
            case 410: return exchange.text.contains("annul") ? .cancelled : .alreadyValidated
            default: return .other(exchange.summary)
            }
        } catch {
            return .unknown
        }
    }
}
