// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Money.
extension Choices {
    static let noShow = Choice(
        "noShow",
        documented: (
            NoShowRule.onceOver, "past the cancellation delay a date is reimbursed though nobody came, once it is over"
        ),
        observed: (NoShowRule.afterBegin(.hours(48)), "a booking is payable 48 h after the begin of its date"),
        example: "A date over, nobody came: paid with the next fortnight, not 48 h after its begin",
        source: "guide G22, G24, G25; contract 2018-12 §8, §9.1")
    static let paysEligibleDigitalOffers = Choice(
        "paysEligibleDigitalOffers",
        documented: (true, "an eligible digital offer is reimbursed at its price"),
        observed: (false, "digital offers are reimbursed 0"),
        example: "GET /offerers/{id}/bookings of an eligible digital offer: reimbursed_amount is its price",
        source: "guide G26; contract 2018-12 §9.2")
    static let bankDetailsNeedAcceptance = Choice(
        "bankDetailsNeedAcceptance",
        documented: (true, "no transfer before the team has validated the bank details"),
        observed: (false, "bank details count at once"),
        example: "The fortnight after PATCH /offerers/{id} with iban and bic: no transfer yet",
        source: "guide G30; contract 2018-12 §5.2")

    /// The lines on money.
    static let money = [noShow.divergence, paysEligibleDigitalOffers.divergence, bankDetailsNeedAcceptance.divergence]
}

// Countermarks, and what only the wire shows.
extension Choices {
    static let unknownCountermarkSentence = Choice(
        "unknownCountermarkSentence",
        documented: ("Ce coupon n'a pas été trouvé", "checking an unknown countermark: Ce coupon n'a pas été trouvé"),
        observed: (
            "Cette contremarque n'a pas été trouvée",
            "checking an unknown countermark: Cette contremarque n'a pas été trouvée"
        ),
        example: "GET /bookings/token/XXXXXX?email=a@b.fr: the sentence of the 404",
        source: "contract 2018-12 §2.3; countermark document, 404 of GET")
    static let missingParametersUnderGlobal = Choice(
        "missingParametersUnderGlobal",
        documented: (true, "what is missing to validate is named under global"),
        observed: (false, "what is missing to validate is named under email and offer_id"),
        example: "PATCH /bookings/token/{token} by nobody, without email: the key of the 400",
        source: "contract 2018-12 §2.3; countermark document, 400 of PATCH")
    static let missingParametersOneByOne = Choice(
        "missingParametersOneByOne",
        documented: (true, "of two missing parameters the e-mail is named first, alone"),
        observed: (false, "two missing parameters are named in one answer"),
        example: "PATCH /bookings/token/{token} by nobody, without parameters: one sentence",
        source: "contract 2018-12 §2.3; countermark document, 400 of PATCH")
    static let cancelledBeforeUsed = Choice(
        "cancelledBeforeUsed",
        documented: (true, "validating asks whether the booking was cancelled, then whether it was validated"),
        observed: (false, "validating asks whether the booking was validated, then whether it was cancelled"),
        example: "PATCH /bookings/token/{token} of what was validated, then cancelled: the sentence of the 410",
        source: "contract 2018-12 §2.3; countermark document, 410 of PATCH")
    static let emptyAnswerContentType = Choice(
        "emptyAnswerContentType",
        documented: ("application/json", "a 204 is application/json"),
        observed: ("text/html; charset=utf-8", "a 204 is text/html; charset=utf-8"),
        example: "GET /bookings/token/{token}?email=: Content-Type of the 204",
        source: "contract 2018-12 §2.3; countermark document, 204")

    /// The lines on countermarks.
    static let countermarks = [
        unknownCountermarkSentence.divergence, missingParametersUnderGlobal.divergence,
        missingParametersOneByOne.divergence, cancelledBeforeUsed.divergence, emptyAnswerContentType.divergence,
    ]
}
