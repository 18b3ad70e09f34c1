// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// How the text within a call's body is written: the service has had two generations of it, and a partner must accept both (`today §4.2`).
package enum InnerForm: String, Sendable, Hashable, CaseIterable {
    /// No blanks, every character as itself: the newest code.
    case compact
    /// A blank after each comma and colon, all that is not ASCII as `\uXXXX`.
    case spaced

    /// The text of a payload.
    func text(_ payload: JSONValue) -> [UInt8] {
        switch self {
        case .compact: payload.serialized()
        case .spaced: payload.serialized([.spaced, .escapeNonASCII])
        }
    }
}
