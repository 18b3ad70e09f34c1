// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Why the control API refused: what is wrong, and what to do about it.
struct ControlError: Sendable {
    /// The answer: `{"error": …, "hint": …}`.
    let answer: Answer

    /// Creates a refusal.
    init(_ error: String, hint: String, status: Int = 400) {
        answer = .json(["error": .string(error), "hint": .string(hint)], status: status)
    }

    /// The refusal as what a handler throws.
    var thrown: WireError { WireError(answer) }
}

extension WireError {
    /// A refusal of the control API.
    static func control(_ error: String, hint: String, status: Int = 400) -> WireError {
        ControlError(error, hint: hint, status: status).thrown
    }

    /// The domain's refusal of what the team asked.
    static func control(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .unknown(let kind):
            control("No such \(kind.rawValue)", hint: "Give its public id, as the routes answer it.", status: 404)
        case .noBankDetails:
            control(
                "There are no bank details to accept", hint: "The administrator enters IBAN and BIC first.", status: 409
            )
        case .noRIB:
            control(
                "There is no RIB with these bank details",
                hint: "The administrator files it: POST /offerers/{id}/rib or /venues/{id}/rib.", status: 409)
        case .administratorNotAsked:
            control(
                "The structure was not asked yet", hint: "POST /_control/administrators/ask comes first.", status: 409)
        case .administratorNotProposed:
            control(
                "The structure has not named anybody yet", hint: "POST /_control/administrators/answer comes first.",
                status: 409)
        case .publicV1(.unknownProvider): .unknownProvider
        case .publicV1(.unknownVenue): control(.unknown(.venue))
        default:
            control("The platform refused: \(refusal)", hint: "See the guide's rules for it.", status: 409)
        }
    }
}
