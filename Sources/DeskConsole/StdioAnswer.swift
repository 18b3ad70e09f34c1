// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
package import PassCulture

/// What the desk of a child process answers: results of the SDK as objects of JSON.
enum StdioAnswer {
    /// A sentence in both languages.
    static func cashier(_ sentence: CashierSentence) -> JSONValue {
        ["fr": .string(sentence.french), "en": .string(sentence.english)]
    }

    /// What a check found.
    static func object(_ check: Check) -> JSONObject {
        var object = JSONObject()
        switch check {
        case .valid(let booking):
            object["outcome"] = "valid"
            object["booking"] = booking.map { .object(details($0)) }
        case .refused(let refusal):
            object["outcome"] = "refused"
            add(refusal, to: &object)
        case .provisional(let entry):
            object["outcome"] = "provisional"
            object["dayList"] = [
                "offerName": .string(entry.offerName), "begins": .string(entry.begins.iso8601),
                "userName": .string(entry.userName), "email": .string(entry.email),
            ]
        case .taken(let attempt):
            object["outcome"] = "taken"
            object["attempt"] = attempt.map { .string($0.number) }
        }
        object["cashier"] = cashier(check.cashier)
        return object
    }

    /// What became of a validation.
    static func object(_ outcome: Outcome) -> JSONObject {
        var object = JSONObject()
        switch outcome {
        case .validated(let validated):
            object["outcome"] = "validated"
            object["attempt"] = .string(validated.attempt.number)
            object["promotion"] = promotion(validated.attempt)
        case .refused(let refusal):
            object["outcome"] = "refused"
            add(refusal, to: &object)
        case .provisional(let provisional):
            object["outcome"] = "provisional"
            object["attempt"] = .string(provisional.attempt.number)
            object["cause"] = .string(provisional.cause.rawValue)
            object["notBefore"] = provisional.attempt.notBefore.map { .string($0.iso8601) }
        case .probable(let probable):
            object["outcome"] = "probable"
            object["attempt"] = .string(probable.attempt.number)
            object["checkedAt"] = .string(probable.checkedAt.iso8601)
            object["sentAt"] = .string(probable.sentAt.iso8601)
            object["others"] = .array(probable.others.map { .string($0.rawValue) })
        case .unknown(let unsettled):
            object["outcome"] = "unknown"
            object["attempt"] = .string(unsettled.attempt.number)
            object["since"] = .string(unsettled.since.iso8601)
        }
        object["cashier"] = cashier(outcome.cashier)
        return object
    }

    /// What became of what was to be taken back or cancelled.
    static func object(_ reversal: Reversal) -> JSONObject {
        var object = JSONObject()
        switch reversal {
        case .done(let kind): object["outcome"] = kind == .undo ? "undone" : "cancelled"
        case .refused(let refusal):
            object["outcome"] = "refused"
            add(refusal, to: &object)
        case .unknown: object["outcome"] = "unknown"
        }
        object["cashier"] = cashier(reversal.cashier)
        return object
    }

    /// What came of going through what was open.
    static func object(_ reconciliation: Reconciliation) -> JSONObject {
        let settled = reconciliation.settled.map { settled in
            var fields = object(settled.outcome)
            fields["attempt"] = .string(Attempt.number(id: settled.id))
            fields["cashier"] = cashier(settled.cashier)
            return JSONValue.object(fields)
        }
        var answer: JSONObject = ["outcome": "reconciled", "settled": .array(settled)]
        answer["takenBack"] = .number(JSONNumber(reconciliation.takenBack))
        answer["notDue"] = .number(JSONNumber(reconciliation.notDue))
        answer["held"] = .number(JSONNumber(reconciliation.held))
        answer["erased"] = .number(JSONNumber(reconciliation.erased))
        answer["wiped"] = .number(JSONNumber(reconciliation.wiped))
        answer["passedOver"] = .array(
            reconciliation.passedOver.map { passed in
                var fields = toldError(passed.fault)
                fields["attempt"] = .string(Attempt.number(id: passed.id))
                return .object(fields)
            })
        answer["stoppedBy"] = reconciliation.stoppedBy.map { .object(toldError($0)) }
        return answer
    }

    /// A fault of the SDK.
    static func error(_ fault: PassCultureError) -> JSONObject {
        var object: JSONObject = ["code": .string(fault.code.code), "nothingWasSent": .bool(fault.nothingWasSent)]
        object["status"] = fault.status.map { .number(JSONNumber($0)) }
        object["detail"] = fault.detail.map { .string($0) }
        return object
    }

    /// A fault of the SDK within an answer, with what to tell the person at the till.
    private static func toldError(_ fault: PassCultureError) -> JSONObject {
        var object = error(fault)
        object["cashier"] = cashier(fault.cashier)
        return object
    }

    private static func add(_ refusal: Refusal, to object: inout JSONObject) {
        object["reason"] = .string(refusal.reason.code)
        object["status"] = .number(JSONNumber(refusal.status))
        object["validFrom"] = refusal.validFrom.map { .string($0.iso8601) }
        object["serverSentences"] = .array(refusal.serverSentences.map { .string($0.text) })
    }

    private static func promotion(_ attempt: Attempt) -> JSONValue? {
        attempt.promotion.map { promotion in
            ["ground": .string(promotion.ground.rawValue), "name": .string(promotion.name)]
        }
    }

    private static func details(_ booking: BookingDetails) -> JSONObject {
        var object: JSONObject = ["bookingId": .string(booking.bookingID)]
        object["offerName"] = booking.offerName.map { .string($0) }
        object["userName"] = booking.userName.map { .string($0) }
        object["email"] = booking.email.map { .string($0.revealed) }
        object["date"] = booking.date.map { .string($0.iso8601) }
        object["venueDepartementCode"] = booking.venueDepartementCode.map { .string($0) }
        object["phoneNumber"] = booking.phoneNumber.map { .string($0) }
        object["dateOfBirth"] = booking.dateOfBirth.map { .string($0.iso8601) }
        object["status"] = booking.status.map { .string($0.rawValue) }
        object["quantity"] = booking.quantity.map { .number(JSONNumber($0)) }
        object["priceCents"] = booking.priceCents.map { .number(JSONNumber(Int($0))) }
        object["confirmationDate"] = booking.confirmationDate.map { .string($0.iso8601) }
        object["venueId"] = booking.venueID.map { .number(JSONNumber($0)) }
        object["ean"] = booking.ean.map { .string($0) }
        return object
    }
}

extension Attempt {
    /// The number of an attempt as a receipt shows it.
    package static func number(id: UInt64) -> String {
        Attempt(id: id, till: "", countermark: nil, plannedAt: .epoch).number
    }
}

extension Reconciliation {
    /// What came of it as JSON, as the desk of a child process answers it.
    package var json: String { JSONValue.object(StdioAnswer.object(self)).text }
}
