// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// When a booking that was not validated becomes payable all the same.
package enum NoShowRule: Sendable, Hashable {
    /// Once its date has ended and can no longer be cancelled (`guide G22`).
    case onceOver
    /// So long after the begin of its date (`contract 2018-12 §9.1`).
    case afterBegin(Span)

    /// Whether a booking is payable only after the instant that this gives, and not yet at it.
    var isStrict: Bool {
        switch self {
        case .onceOver: false
        case .afterBegin: true
        }
    }
}
