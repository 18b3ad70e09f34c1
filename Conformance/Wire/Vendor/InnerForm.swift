// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A way to write the inner text of a call to a vendor: two generations of the service write it differently (today §4.2).
enum InnerForm: Sendable, CaseIterable {
    /// A blank after each comma and colon, what is not ASCII as `\uXXXX`.
    case spacedASCII
    /// No blanks, plain UTF-8.
    case compactUTF8

    /// The value as this form writes it.
    func text(of value: JSONValue) -> String {
        switch self {
        case .compactUTF8: value.text
        case .spacedASCII: value.text([.spaced, .escapeNonASCII])
        }
    }

    /// The body of a request: the inner text once more as a JSON string, in ASCII.
    static func body(of inner: String) -> [UInt8] {
        JSONValue.string(inner).serialized(.escapeNonASCII)
    }
}
