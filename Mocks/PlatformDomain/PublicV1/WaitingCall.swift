// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A call to a partner that nobody waits for and that is still to be made.
package enum WaitingCall: Sendable, Hashable {
    /// A booking is told of.
    case notice(PartnerNotice)
    /// A barcode goes back.
    case barcode(ReturnedBarcode)

    /// When it may leave.
    package var due: Instant {
        switch self {
        case .notice(let notice): notice.due
        case .barcode(let barcode): barcode.due
        }
    }
}
