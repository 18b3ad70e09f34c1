// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of reading something that is published.
public enum Lookup<Value: Sendable>: Sendable {
    /// Here it is.
    case found(Value)

    /// The platform, or a limit that was checked first, says no. A 404 stands for what is not there and for what is not yours alike
    /// (`today §1.2`).
    case refused(PublishingRefusal)

    /// What was found, if it was.
    public var value: Value? {
        if case .found(let value) = self { value } else { nil }
    }

    /// Why not, if it was refused.
    public var refusal: PublishingRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
