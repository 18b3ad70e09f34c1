// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The one gate that a request goes through, once, when its connection stands and its first byte is about to leave.
///
/// It answers both questions on which the truth of a validation hangs. *May this be sent?* Yes, once: libcurl comes to
/// the gate a second time when a reused connection died unanswered and it wants to send the request again. *Was it
/// sent?* Surely not, when somebody closed the gate before.
final class SendGate: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        /// Nothing was sent, and may be.
        case waiting
        /// The request may have been sent.
        case passed
        /// Nothing was sent, nor will be.
        case closed
    }

    private let state = Atomic(State.waiting)

    /// Whether the request may have been sent, even if only in part.
    var isPassed: Bool {
        state.load(ordering: .acquiring) == .passed
    }

    /// Whether somebody closed the gate before the request got there.
    var isClosed: Bool {
        state.load(ordering: .acquiring) == .closed
    }

    /// Lets the request through, the first time and unless the gate was closed.
    func pass() -> Bool {
        state.compareExchange(expected: .waiting, desired: .passed, ordering: .acquiringAndReleasing).exchanged
    }

    /// Closes the gate for good, and says whether the request has surely not been sent.
    func close() -> Bool {
        let before = state.compareExchange(expected: .waiting, desired: .closed, ordering: .acquiringAndReleasing)
            .original
        return before != .passed
    }
}
