// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Something that was sent to be published, and of which nobody here can say whether it is.
public struct UnknownPublishing: Hashable, Sendable {
    /// How the answer was lost.
    public let cause: UnknownValidation.Cause

    /// The status that did come, when one came.
    public let status: Int?

    /// Creates an unknown outcome.
    public init(cause: UnknownValidation.Cause, status: Int? = nil) {
        self.cause = cause
        self.status = status
    }
}
