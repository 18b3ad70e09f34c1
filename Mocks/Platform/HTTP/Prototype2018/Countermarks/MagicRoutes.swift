// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The countermark routes for magic countermarks: the checks of the contract, then what the table says.
enum MagicRoutes {
    /// `GET`, after the identifier of the offer has been read (`contract 2018-12 §2.1`).
    static func check(
        _ magic: MagicCountermark, _ query: CountermarkQuery, _ call: Call
    ) throws(WireError) -> Answer {
        let person = try call.personIfAny()
        if person == nil, query.email == nil { throw CountermarkSentences.missingEmail }
        return try answer(magic.check, magic, call) { remembered throws(WireError) in
            if remembered { throw refused(.alreadyValidated, by: call) }
            return found(magic, query, call, isLoggedIn: person != nil)
        }
    }

    /// `PATCH`, after the identifier of the offer has been read; an unknown countermark comes before everything else
    /// (`contract 2018-12 §2.2`).
    static func validate(
        _ magic: MagicCountermark, _ query: CountermarkQuery, _ call: Call
    ) throws(WireError) -> Answer {
        if case .unknown = magic.validation { throw refused(.unknownCountermark, by: call) }
        let person = try call.personIfAny()
        let rules = call.service.read { state, _ in state.rules }
        if person != nil, case .notYours = magic.validation { throw .forbiddenOfferer }
        if person == nil {
            let missing = (email: query.email == nil, offerID: query.offerID == nil)
            if missing.email || missing.offerID {
                throw CountermarkSentences.missing(email: missing.email, offerID: missing.offerID, under: rules)
            }
        }
        return try answer(magic.validation, magic, call) { remembered throws(WireError) in
            if remembered { throw refused(.alreadyValidated, by: call) }
            if needsBody(magic.validation) { return booking(magic, query) }
            let done = Answer.empty(204, contentType: rules.emptyAnswerContentType)
            guard case .lost = magic.validation else { return done }
            // Of two at once, one has its answer lost and the other is told.
            guard call.service.magic.validates(magic.code, at: call.service.now()) else {
                throw refused(.alreadyValidated, by: call)
            }
            return FaultStrike(ruleID: nil, fault: Fault(.applyThenDrop)).struck(done)
        }
    }

    /// What a reply is; `valid` is the answer of a valid countermark, told whether the memory says otherwise.
    private static func answer(
        _ reply: MagicCountermark.Reply, _ magic: MagicCountermark, _ call: Call,
        valid: (_ remembered: Bool) throws(WireError) -> Answer
    ) throws(WireError) -> Answer {
        switch reply {
        case .valid, .notYours: return try valid(false)
        case .alreadyValidated: throw refused(.alreadyValidated, by: call)
        case .cancelled: throw refused(.cancelled, by: call)
        case .unknown: throw refused(.unknownCountermark, by: call)
        case .lost: return try valid(call.service.magic.remembers(magic.code, at: call.service.now()))
        case .struck(let fault): return FaultStrike(ruleID: nil, fault: fault).struck(try valid(false))
        }
    }

    private static func refused(_ refusal: Refusal, by call: Call) -> WireError {
        let unknown =
            call.method == "PATCH"
            ? CountermarkSentences.unknown : call.service.read { state, _ in state.rules.unknownCountermarkSentence }
        return CountermarkSentences.words(refusal, unknown: unknown) ?? WireError(refusal)
    }

    /// A valid countermark: the booking for whoever is logged in, as if it were their structure's; else only that it is one.
    private static func found(
        _ magic: MagicCountermark, _ query: CountermarkQuery, _ call: Call, isLoggedIn: Bool
    ) -> Answer {
        if case .notYours = magic.check { return nothing(call) }
        return isLoggedIn || needsBody(magic.check) ? booking(magic, query) : nothing(call)
    }

    /// Whether something goes wrong with the body of the answer, which then must have one.
    private static func needsBody(_ reply: MagicCountermark.Reply) -> Bool {
        guard case .struck(let fault) = reply else { return false }
        return [.wrongContentType, .cutBody, .malformedJSON].contains(fault.kind)
    }

    private static func booking(_ magic: MagicCountermark, _ query: CountermarkQuery) -> Answer {
        .json([
            "bookingId": "AE", "date": .null, "email": .string(query.email ?? "jeune@example.com"),
            "isUsed": false, "offerName": .string("Contremarque magique \(magic.code)"), "userName": "Jeune d'exemple",
            "venueDepartementCode": "93",
        ])
    }

    private static func nothing(_ call: Call) -> Answer {
        .empty(204, contentType: call.service.read { state, _ in state.rules.emptyAnswerContentType })
    }
}
