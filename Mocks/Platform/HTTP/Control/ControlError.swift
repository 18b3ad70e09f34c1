// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

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
}
