// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The magic countermarks at today's routes by countermark: the table's meaning in the words of `today §2.3`.
package enum MagicTokens {
    /// The routes by countermark.
    enum Act: String, CaseIterable {
        /// Shows the booking.
        case token
        /// Validates.
        case use
        /// Takes the validation back.
        case keep
        /// Cancels the booking.
        case cancel
    }

    /// What a route answers, once the key was found good.
    static func answer(_ magic: MagicCountermark, _ act: Act, _ call: ProviderCall) -> Answer {
        switch magic.reply(to: act) {
        case .valid: return confirmed(magic, act, call)
        case .alreadyValidated: return used(act)
        case .cancelled:
            return (act == .cancel ? TokenSentences.cancel(.cancelled) : TokenSentences.use(.cancelled, nil)).answer
        case .unknown, .notYours: return TokenSentences.use(.unknownCountermark, nil).answer
        case .lost: return lost(magic, act, call)
        case .struck(let fault):
            let answer = fault.spoilsBody ? booking(magic, call) : confirmed(magic, act, call)
            return FaultStrike(ruleID: nil, fault: fault.inTodaysWords).struck(answer)
        }
    }

    /// The one whose answer is lost: used from then on, until it is taken back or forgotten.
    private static func lost(_ magic: MagicCountermark, _ act: Act, _ call: ProviderCall) -> Answer {
        let service = call.call.service
        let (memory, now) = (service.magic, service.now())
        switch act {
        case .use:
            // Of two at once, one has its answer lost and the other is told.
            guard memory.validates(magic.code, at: now) else { return used(act) }
            return FaultStrike(ruleID: nil, fault: Fault(.applyThenDrop)).struck(done)
        case .keep: return memory.takesBack(magic.code, at: now) ? done : confirmed(magic, act, call)
        case .token, .cancel:
            return memory.remembers(magic.code, at: now) ? used(act) : confirmed(magic, act, call)
        }
    }

    private static func confirmed(_ magic: MagicCountermark, _ act: Act, _ call: ProviderCall) -> Answer {
        switch act {
        case .token: booking(magic, call)
        case .use, .cancel: done
        case .keep: TokenSentences.keep(.notUsed).answer
        }
    }

    private static func used(_ act: Act) -> Answer {
        switch act {
        case .token, .use: TokenSentences.use(.used, nil).answer
        case .keep: done
        case .cancel: TokenSentences.cancel(.used).answer
        }
    }

    private static let done = Answer.empty(204, contentType: nil)

    /// The number of a magic booking, its offer and its stock: none that the platform gives comes near it.
    package static let number: Int64 = 1 << 48

    /// A booking at the provider's first venue, with every key.
    private static func booking(_ magic: MagicCountermark, _ call: ProviderCall) -> Answer {
        let venueID = call.read { state in
            state.venueLinks(of: call.provider.id).first { $0.isActive }?.venueID ?? Identifier<Venue>(1)
        }
        return .json([
            "id": .number(JSONNumber(number)), "quantity": 1, "creationDate": "2026-01-02T10:00:00Z",
            "confirmationDate": .null, "price": 1250,
            "status": .string(PublicBooking.Status.confirmed.rawValue), "offerId": .number(JSONNumber(number)),
            "stockId": .number(JSONNumber(number)),
            "venueId": PublicJSON.id(venueID), "priceCategoryId": .null, "priceCategoryLabel": .null,
            "offerName": .string("Contremarque magique \(magic.code)"), "venueName": "Lieu d'exemple",
            "offerEan": .null,
            "offerAddress": .null, "offerDepartmentCode": "93", "userEmail": "jeune@example.com",
            "userFirstName": "Jeune", "userLastName": "d'exemple", "userPhoneNumber": .null, "userPostalCode": .null,
            "userBirthDate": .null,
        ])
    }
}

extension Fault {
    /// Whether something goes wrong with the body of the answer, which then must have one.
    fileprivate var spoilsBody: Bool { [.wrongContentType, .cutBody, .malformedJSON].contains(kind) }

    /// The same; too many calls, and a server's fault, are said as today's edition says them.
    fileprivate var inTodaysWords: Fault {
        let said: Answer
        switch page?.status {
        case 429: said = WireError.tooManyCalls.answer
        case 500: said = WireError.serverFault.answer
        default: return self
        }
        var fault = self
        let kept = page?.headers.filter { $0.name.lowercased() != "content-type" } ?? []
        fault.page?.headers = kept + (said.contentType.map { [("Content-Type", $0)] } ?? [])
        fault.page?.body = String(decoding: said.body, as: UTF8.self)
        return fault
    }
}
