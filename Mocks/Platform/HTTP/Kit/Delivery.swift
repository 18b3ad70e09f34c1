// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// How an answer leaves the platform, where it does not simply leave.
package struct Delivery: Sendable, Hashable {
    /// What becomes of the answer's bytes.
    package enum Form: Sendable, Hashable {
        /// They are sent.
        case whole
        /// None is sent: the connection is reset.
        case dropped
        /// The head and so many bytes of the body are sent, then the connection is closed.
        case cut(afterBodyBytes: Int)
        /// They are sent so many at a time, with that pause in between, the head included.
        case dribbled(bytes: Int, every: Span)
    }

    /// How long the answer waits before it leaves, in real time: a client's patience is real too.
    package var wait: Span
    /// What becomes of its bytes then.
    package var form: Form

    /// Creates a delivery.
    package init(wait: Span = .zero, form: Form = .whole) {
        self.wait = wait
        self.form = form
    }
}
