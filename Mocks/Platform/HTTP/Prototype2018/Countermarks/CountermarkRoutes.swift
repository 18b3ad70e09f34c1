// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Checking and validating countermarks (`contract 2018-12 §2`): what tills and online platforms call.
enum CountermarkRoutes {
    /// The routes; neither needs an `Origin`.
    static let routes = [
        Route("GET", "/bookings/token/{token}", needsOrigin: false) { call throws(WireError) in
            try hinting(call, check)
        },
        Route("PATCH", "/bookings/token/{token}", needsOrigin: false) { call throws(WireError) in
            try hinting(call, validate)
        },
    ]

    /// What a route answers; a refusal says what to look at, if the request shows it.
    private static func hinting(
        _ call: Call, _ handler: (Call) throws(WireError) -> Answer
    ) throws(WireError) -> Answer {
        do throws(WireError) {
            return try handler(call)
        } catch {
            // A more particular hint is there already.
            guard !error.answer.headers.contains(where: { $0.name == Hint.header }) else { throw error }
            throw error.hinting(.countermark(call, status: error.answer.status))
        }
    }

    /// The query of a countermark route; the token, the e-mail and the offer as sent.
    ///
    /// - Throws: 404 for an offer that spells no number, before anything else is looked at.
    private static func query(_ call: Call) throws(WireError) -> CountermarkQuery {
        let offerID: Identifier<Offer>? = try call.query("offer_id").map { text throws(WireError) in
            try HumanizedID.identifier(text)
        }
        return CountermarkQuery(token: call.parameters["token"] ?? "", email: call.query("email"), offerID: offerID)
    }

    // MARK: Checking

    /// `GET`: the order of evaluation of `§2.1`; one read of the state.
    private static func check(_ call: Call) throws(WireError) -> Answer {
        let query = try query(call)
        if let magic = MagicCountermark.find(query.token) { return try MagicRoutes.check(magic, query, call) }
        if try call.personIfAny() == nil, query.email == nil { throw CountermarkSentences.missingEmail }
        let actor = call.caller.actor
        let outcome = call.service.read { state, _ -> Outcome in
            do throws(Refusal) {
                switch try state.checkCountermark(query, by: actor) {
                case .full(let booking):
                    return CheckedCountermark(booking, in: state).map(Outcome.full) ?? .refused(.unknownCountermark, "")
                case .confirmed:
                    return .confirmed(contentType: state.rules.emptyAnswerContentType)
                }
            } catch {
                return .refused(error, state.rules.unknownCountermarkSentence)
            }
        }
        switch outcome {
        case .full(let countermark): return .json(countermark.json)
        case .confirmed(let contentType): return .empty(204, contentType: contentType)
        case .refused(let refusal, let unknown):
            throw CountermarkSentences.words(refusal, unknown: unknown) ?? WireError(refusal)
        }
    }

    /// What was found out under the lock.
    private enum Outcome: Sendable {
        case full(CheckedCountermark)
        case confirmed(contentType: String)
        case refused(Refusal, String)
    }

    // MARK: Validating

    /// `PATCH`: the order of evaluation of `§2.2`, which the domain keeps. The body is never looked at.
    private static func validate(_ call: Call) throws(WireError) -> Answer {
        let query = try query(call)
        if let magic = MagicCountermark.find(query.token) { return try MagicRoutes.validate(magic, query, call) }
        let command = Command.validateCountermark(by: call.caller.actor, query)
        do throws(Refusal) {
            let contentType = try call.service.perform(command) { state, _ in state.rules.emptyAnswerContentType }
            return .empty(204, contentType: contentType)
        } catch {
            if case .missingParameters(let email, let offerID) = error {
                let rules = call.service.read { state, _ in state.rules }
                throw CountermarkSentences.missing(email: email, offerID: offerID, under: rules)
            }
            throw CountermarkSentences.words(error, unknown: CountermarkSentences.unknown) ?? WireError(error)
        }
    }
}
