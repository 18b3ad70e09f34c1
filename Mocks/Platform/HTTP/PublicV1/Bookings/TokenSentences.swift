// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The sentences of the routes by countermark, to the letter; the letters are those of the sheet's table (`today §2.3`).
enum TokenSentences {
    /// Checking and validating: A, B, C, D, E, K.
    static func use(_ refusal: PublicV1Refusal, _ place: FrenchPlace?) -> WireError {
        switch refusal {
        case .reimbursed: .said("payment", "This booking has already been reimbursed", status: 403)
        case .used: .said("booking", "This booking has already been validated", status: 410)
        case .cancelled: cancelled
        case .structureClosed:
            .field("booking", "Vous ne pouvez plus valider de contremarque sur une structure fermée", status: 403)
        case .notConfirmed(let instant):
            .said("booking", tooEarly(FrenchPlace.clock(instant, at: place)), status: 403)
        default: unknown
        }
    }

    /// Taking a validation back: A, D, F, G, L.
    static func keep(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .hasActivationCode:
            .said("booking", "This booking has validation codes, and cannot be marked as unused", status: 403)
        case .cancelled: cancelled
        case .reimbursed: reimbursed
        case .notUsed: .said("booking", "This booking has not been used", status: 403)
        default: unknown
        }
    }

    /// Cancelling: A, G, H, I, J.
    static func cancel(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .cancelled: .said("booking", "This booking has already been cancelled", status: 410)
        case .reimbursed: reimbursed
        case .used: .said("booking", "This booking has been validated", status: 410)
        case .cannotCancelAnymore: .said("booking", "This booking cannot be cancelled anymore", status: 403)
        default: unknown
        }
    }

    private static let unknown = WireError.said("global", "This countermark cannot be found", status: 404)
    private static let cancelled = WireError.said("booking", "This booking has been cancelled", status: 410)
    private static let reimbursed = WireError.said("payment", "This booking has been reimbursed", status: 403)

    private static func tooEarly(_ clock: (day: String, time: String)) -> String {
        "Vous pourrez valider cette contremarque à partir du \(clock.day) à \(clock.time), une fois le délai d’annulation passé."
    }
}
