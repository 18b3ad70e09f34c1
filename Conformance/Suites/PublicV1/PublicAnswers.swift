// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The answers of today's edition that checks compare with, to the letter (today §1.2, §2.1, §2.3).
enum PublicAnswers {
    static let keyRequired: JSONValue = ["auth": "API key required"]
    static let inactiveProvider: JSONValue = ["auth": ["Inactive provider"]]
    /// Letter A of the sheet's table.
    static let unknown: JSONValue = ["global": "This countermark cannot be found"]
    /// Letter B.
    static let alreadyReimbursed: JSONValue = ["payment": "This booking has already been reimbursed"]
    /// Letter C.
    static let alreadyUsed: JSONValue = ["booking": "This booking has already been validated"]
    /// Letter D.
    static let cancelled: JSONValue = ["booking": "This booking has been cancelled"]
    /// Letter F.
    static let notUsed: JSONValue = ["booking": "This booking has not been used"]
    /// Letter G.
    static let reimbursed: JSONValue = ["payment": "This booking has been reimbursed"]
    /// Letter H.
    static let tooLate: JSONValue = ["booking": "This booking cannot be cancelled anymore"]
    /// Letter I.
    static let alreadyCancelled: JSONValue = ["booking": "This booking has already been cancelled"]
    /// Letter J.
    static let validated: JSONValue = ["booking": "This booking has been validated"]
    /// Letter K.
    static let closed: JSONValue = [
        "booking": ["Vous ne pouvez plus valider de contremarque sur une structure fermée"]
    ]
    /// Letter L.
    static let hasCodes: JSONValue = [
        "booking": "This booking has validation codes, and cannot be marked as unused"
    ]
    static let neitherId: JSONValue = ["global": ["`offerId` or `venueId` must be set"]]
    static let unknownOffer: JSONValue = ["offerId": "we could not find this offer"]
    static let unknownVenue: JSONValue = ["venueId": "we could not find this venue"]
    static let tooManyCalls: JSONValue = [
        "global": ["Nombre de tentatives de connexion dépassé, veuillez réessayer dans une minute"]
    ]

    /// Letter E: from when a countermark can be validated, by the clocks of its place.
    static func tooEarly(day: String, time: String) -> JSONValue {
        [
            "booking": .string(
                "Vous pourrez valider cette contremarque à partir du \(day) à \(time), "
                    + "une fois le délai d’annulation passé.")
        ]
    }
}
