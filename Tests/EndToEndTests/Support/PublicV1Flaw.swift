// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport

/// A way in which a platform of today's edition is broken: what becomes of its answers on their way.
enum PublicV1Flaw: String, CaseIterable, Sendable {
    case missingKeyIsNotFound, unknownKeyIsForbidden, validatesBeforeTheKey, inactiveIsUnknown, neverLimits
    case limitsInOtherWords, unknownPathIsAPage, tellsTheCountermark, leavesOutAKey, mindsTheCase
    case unknownInAList, usesTwice, readsUsed, cancelledIsNotFound, reimbursedIsUsed, tellsUTC, usesTooEarly
    case cancelsTooLate, usesForClosed, keepsNot, keepsWithCodes, keepsConfirmed, cancelsUsed, cancelsReimbursed
    case keepsReimbursed, refusesCancelling, cancelsTwice, useAnswersJSON, listsWithoutId, foreignIsEmpty,
        ignoresTheCursor, ignoresTheLimit, publishesForAnybody, deletesForAnybody, listsTheCountermark,
        listsWithoutAKey, tellsAnotherKey, tellsAnotherQuantity, tellsAnotherOffer, tellsANumber, tellsAnOldDate,
        listsATime, listsNoWindow, losesAZero, tellsAnotherName, tellsAnotherPerson, listsAnotherPerson,
        listsAnotherVenue, listsAnotherTariff, listsAnotherPrice, listsAnotherTariffNumber, listsAnotherStock

    /// The requirements that must turn red.
    var turnsRed: Set<String> {
        switch self {
        case .missingKeyIsNotFound: ["PC-V1-001", "PC-V1-004"]
        case .unknownKeyIsForbidden: ["PC-V1-002"]
        case .validatesBeforeTheKey: ["PC-V1-004"]
        case .inactiveIsUnknown: ["PC-V1-003"]
        case .neverLimits: ["PC-V1-005", "PC-V1-205"]
        case .limitsInOtherWords: ["PC-V1-205"]
        case .unknownPathIsAPage: ["PC-V1-006"]
        case .tellsTheCountermark, .leavesOutAKey, .listsTheCountermark, .listsWithoutAKey, .tellsAnotherKey,
            .tellsAnotherQuantity, .tellsAnotherOffer, .tellsANumber, .tellsAnOldDate, .listsATime,
            .losesAZero, .tellsAnotherName, .tellsAnotherPerson, .listsAnotherPerson, .listsAnotherVenue,
            .listsAnotherTariff, .listsAnotherPrice, .listsAnotherTariffNumber, .listsAnotherStock:
            ["PC-V1-007"]
        case .listsNoWindow: ["PC-V1-016"]
        case .mindsTheCase: ["PC-V1-008"]
        case .unknownInAList: ["PC-V1-009", "PC-V1-010"]
        case .usesTwice: ["PC-V1-012"]
        case .readsUsed: ["PC-V1-013"]
        case .cancelledIsNotFound: ["PC-V1-014", "PC-V1-023", "PC-V1-025"]
        case .reimbursedIsUsed: ["PC-V1-015"]
        case .tellsUTC, .usesTooEarly: ["PC-V1-016"]
        case .cancelsTooLate: ["PC-V1-018", "PC-V1-030"]
        case .usesForClosed: ["PC-V1-019"]
        case .keepsNot: ["PC-V1-020"]
        case .keepsWithCodes: ["PC-V1-024"]
        case .keepsConfirmed: ["PC-V1-021"]
        case .cancelsUsed: ["PC-V1-027"]
        case .cancelsReimbursed: ["PC-V1-028"]
        case .keepsReimbursed: ["PC-V1-022"]
        case .refusesCancelling: ["PC-V1-025", "PC-V1-029"]
        case .cancelsTwice: ["PC-V1-026"]
        case .useAnswersJSON: ["PC-V1-011", "PC-V1-017", "PC-V1-018"]
        case .listsWithoutId: ["PC-V1-031"]
        case .foreignIsEmpty: ["PC-V1-032"]
        case .ignoresTheCursor: ["PC-V1-033"]
        case .ignoresTheLimit: ["PC-V1-033", "PC-V1-034"]
        case .publishesForAnybody, .deletesForAnybody: ["PC-V1-001", "PC-V1-002", "PC-V1-003"]
        }
    }

    /// Makes the answer to a call.
    func answer(_ call: ForwardedCall) -> ForwardedCall.Reply {
        let reply = requested(call)
        return mutated(reply, to: call) ?? reply
    }

    /// What the platform answers, asked as the flaw asks it.
    private func requested(_ call: ForwardedCall) -> ForwardedCall.Reply {
        switch self {
        case .ignoresTheCursor where call.isList: call.ask(call.target(without: "firstIndex"))
        case .ignoresTheLimit where call.isList: call.ask(call.target(without: "limit"))
        default: call.reply()
        }
    }

    /// What is made of an answer; nil leaves it.
    private func mutated(_ reply: ForwardedCall.Reply, to call: ForwardedCall) -> ForwardedCall.Reply? {
        typealias Reply = ForwardedCall.Reply
        let target = call.request.target
        switch self {
        case .missingKeyIsNotFound: return reply.status == 401 && !call.hasKey ? Reply(404, "{}") : nil
        case .unknownKeyIsForbidden: return reply.status == 401 && call.hasKey ? Reply(403, reply.body) : nil
        case .validatesBeforeTheKey:
            let isInvalid = target.contains("limit=0") || !target.contains("Id=")
            return call.isList && reply.status == 401 && isInvalid ? Reply(400, "{\"limit\":[\"non\"]}") : nil
        case .inactiveIsUnknown:
            return reply.says(403, "Inactive provider") ? Reply(401, "{\"auth\":\"API key required\"}") : nil
        case .neverLimits: return reply.status == 429 ? Reply(200, "{}") : nil
        case .limitsInOtherWords: return reply.status == 429 ? Reply(429, "{\"global\":[\"trop\"]}") : nil
        case .unknownPathIsAPage: return target.contains("nothing") ? Reply(404, "<h1>Not Found</h1>") : nil
        case .tellsTheCountermark:
            return changed(reply, when: call.isToken("GET")) { $0["token"] = .string(String(call.path.suffix(6))) }
        case .leavesOutAKey:
            return changed(reply, when: call.isToken("GET")) { $0["userPostalCode"] = nil }
        case .tellsAnotherKey: return changed(reply, when: call.isToken("GET")) { $0["offerAuthor"] = "X" }
        case .tellsAnotherQuantity: return changed(reply, when: call.isToken("GET")) { $0["quantity"] = 2 }
        case .tellsAnotherOffer: return changed(reply, when: call.isToken("GET")) { $0["offerId"] = 1_000_000 }
        case .tellsAnotherName: return changed(reply, when: call.isToken("GET")) { $0["offerName"] = "Autre" }
        case .tellsAnotherPerson: return changed(reply, when: call.isToken("GET")) { $0["userEmail"] = "x@exemple.fr" }
        case .listsAnotherPerson: return listed(reply, of: call) { $0["userFirstName"] = "Autre" }
        case .listsAnotherVenue: return listed(reply, of: call) { $0["venueName"] = "Autre" }
        case .listsAnotherTariff:
            return listed(reply, of: call) { booking in
                if booking["priceCategoryLabel"]?.isNull == false { booking["priceCategoryLabel"] = "Autre" }
            }
        case .listsAnotherTariffNumber:
            return listed(reply, of: call) { booking in
                if booking["priceCategoryId"]?.isNull == false { booking["priceCategoryId"] = 1_000_000 }
            }
        case .listsAnotherStock: return listed(reply, of: call) { $0["stockId"] = 1_000_000 }
        case .listsAnotherPrice: return listed(reply, of: call) { $0["price"] = 1 }
        case .tellsANumber: return changed(reply, when: call.isToken("GET")) { $0["userPostalCode"] = 93_100 }
        case .tellsAnOldDate:
            return changed(reply, when: call.isToken("GET")) { $0["creationDate"] = "2001-01-01T00:00:00Z" }
        case .listsATime: return listed(reply, of: call) { $0["userBirthDate"] = "2007-05-17T00:00:00Z" }
        case .losesAZero: return listed(reply, of: call) { $0["offerEan"] = "201234567890" }
        case .listsNoWindow: return listed(reply, of: call) { $0["confirmationDate"] = .null }
        case .listsTheCountermark: return listed(reply, of: call) { $0["token"] = "LYSYU9" }
        case .listsWithoutAKey: return listed(reply, of: call) { $0["userPostalCode"] = nil }
        case .mindsTheCase:
            return call.isToken("GET") && call.path.suffix(6).contains(where: \.isLowercase)
                ? Reply(404, "{\"global\":\"This countermark cannot be found\"}") : nil
        case .unknownInAList:
            return reply.says(404, "This countermark")
                ? Reply(404, "{\"global\":[\"This countermark cannot be found\"]}") : nil
        case .usesTwice: return call.isToken("use") && reply.says(410, "validated") ? Reply(204) : nil
        case .readsUsed: return call.isToken("GET") && reply.says(410, "validated") ? Reply(200, "{}") : nil
        case .cancelledIsNotFound: return reply.says(410, "has been cancelled") ? Reply(404, reply.body) : nil
        case .reimbursedIsUsed:
            return reply.says(403, "already been reimbursed")
                ? Reply(410, "{\"booking\":\"This booking has already been validated\"}") : nil
        case .tellsUTC: return utc(reply)
        case .usesTooEarly: return reply.says(403, "Vous pourrez valider") ? Reply(204) : nil
        case .cancelsTooLate: return reply.says(403, "cannot be cancelled") ? Reply(204) : nil
        case .usesForClosed: return reply.says(403, "structure ferm") ? Reply(204) : nil
        case .keepsNot: return call.isToken("keep") && reply.status == 204 ? Reply(403, "{\"booking\":\"non\"}") : nil
        case .keepsWithCodes: return reply.says(403, "validation codes") ? Reply(204) : nil
        case .keepsConfirmed: return reply.says(403, "has not been used") ? Reply(204) : nil
        case .cancelsUsed: return reply.says(410, "This booking has been validated") ? Reply(204) : nil
        case .cancelsReimbursed:
            return call.isToken("cancel") && reply.says(403, "has been reimbursed") ? Reply(204) : nil
        case .keepsReimbursed:
            return call.isToken("keep") && reply.says(403, "has been reimbursed") ? Reply(204) : nil
        case .refusesCancelling:
            return call.isToken("cancel") && reply.status == 204
                ? Reply(403, "{\"booking\":\"This booking cannot be cancelled anymore\"}") : nil
        case .cancelsTwice: return reply.says(410, "already been cancelled") ? Reply(204) : nil
        case .useAnswersJSON: return call.isToken("use") && reply.status == 204 ? Reply(200, "{}") : nil
        case .listsWithoutId: return reply.says(400, "must be set") ? Reply(200, "{\"bookings\":[]}") : nil
        case .foreignIsEmpty:
            return reply.says(404, "we could not find this") ? Reply(200, "{\"bookings\":[]}") : nil
        case .publishesForAnybody:
            let isPublishing = call.request.method == "POST" && call.path == "/public/offers/v1/events"
            return isPublishing && [401, 403].contains(reply.status) ? Reply(200, "{}") : nil
        case .deletesForAnybody:
            return call.request.method == "DELETE" && [401, 403].contains(reply.status) ? Reply(204) : nil
        case .ignoresTheCursor, .ignoresTheLimit: return nil
        }
    }

    /// An answer whose object is changed.
    private func changed(
        _ reply: ForwardedCall.Reply, when applies: Bool, _ change: (inout JSONObject) -> Void
    ) -> ForwardedCall.Reply? {
        guard applies, reply.status == 200, var object = reply.json?.objectValue else { return nil }
        change(&object)
        return ForwardedCall.Reply(200, JSONValue.object(object).text)
    }

    /// A list whose bookings are changed.
    private func listed(
        _ reply: ForwardedCall.Reply, of call: ForwardedCall, _ change: (inout JSONObject) -> Void
    ) -> ForwardedCall.Reply? {
        changed(reply, when: call.isList) { object in
            let bookings = object["bookings"]?.arrayValue?.map { booking in
                var booking = booking.objectValue ?? [:]
                change(&booking)
                return JSONValue.object(booking)
            }
            object["bookings"] = .array(bookings ?? [])
        }
    }

    /// The sentence about a window that is still open, an hour or two earlier than Paris.
    private func utc(_ reply: ForwardedCall.Reply) -> ForwardedCall.Reply? {
        guard reply.says(403, "Vous pourrez valider"), let json = reply.json,
            let sentence = json["booking"]?.stringValue,
            let colon = sentence.firstIndex(of: ":"), let hour = Int(sentence[..<colon].suffix(2))
        else { return nil }
        let shown = hour < 10 ? "0\(hour)" : "\(hour)"
        let earlier = (hour + 23) % 24
        let other = earlier < 10 ? "0\(earlier)" : "\(earlier)"
        let changed = sentence.split(separator: "\(shown):").joined(separator: "\(other):")
        return ForwardedCall.Reply(403, JSONValue.object(["booking": .string(changed)]).text)
    }
}
