// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A state in which the control API makes a booking: a row of the sheet's table (`today §2.3`).
enum MadeState: String, Sendable, CaseIterable {
    /// A countermark that nobody has.
    case unknown
    /// Of a venue that has no link to the provider.
    case foreign
    /// Of a venue whose link does not hold any more.
    case inactiveLink
    /// A product, neither used nor cancelled.
    case confirmedProduct
    /// An event that can still be cancelled.
    case eventWindowOpen
    /// An event that cannot be cancelled any more.
    case eventWindowClosed
    /// Validated.
    case used
    /// Cancelled.
    case cancelled
    /// Paid for.
    case reimbursed
    /// A product of a structure that was closed since.
    case closedOfferer
    /// A digital product with its activation code, validated.
    case activationCodeUsed

    /// The statuses of the four routes, as the sheet has them.
    var answers: (get: Int, use: Int, keep: Int, cancel: Int) {
        switch self {
        case .unknown, .foreign, .inactiveLink: (404, 404, 404, 404)
        case .confirmedProduct: (200, 204, 403, 204)
        case .eventWindowOpen: (403, 403, 403, 204)
        case .eventWindowClosed: (200, 204, 403, 403)
        case .used: (410, 410, 204, 410)
        case .cancelled: (410, 410, 410, 410)
        case .reimbursed: (403, 403, 403, 403)
        case .closedOfferer: (403, 403, 403, 204)
        case .activationCodeUsed: (410, 410, 403, 410)
        }
    }

    /// The same for programs.
    var json: JSONValue {
        let answers = answers
        return [
            "get": .number(JSONNumber(answers.get)), "use": .number(JSONNumber(answers.use)),
            "keep": .number(JSONNumber(answers.keep)), "cancel": .number(JSONNumber(answers.cancel)),
        ]
    }
}
