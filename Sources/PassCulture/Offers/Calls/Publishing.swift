// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of publishing something, changing it or taking it back.
public enum Publishing<Value: Sendable>: Sendable {
    /// It is done; what the platform says of it.
    case done(Value)

    /// The platform, or a limit that was checked first, says no: nothing has changed.
    case refused(PublishingRefusal)

    /// It was sent, and the answer was lost: it may be done or not. Look before you send it again, or there may be two.
    case unknown(UnknownPublishing)

    /// What the platform says of it, if it is done.
    public var value: Value? {
        if case .done(let value) = self { value } else { nil }
    }

    /// Why not, if it was refused.
    public var refusal: PublishingRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
