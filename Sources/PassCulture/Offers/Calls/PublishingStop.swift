// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why something that takes many calls, a list or a run of batches, ends before its end.
public enum PublishingStop: Error, Hashable, Sendable {
    /// The platform refused a call without which it makes no sense to go on.
    case refused(PublishingRefusal)

    /// No answer of the platform came.
    case fault(PassCultureError)

    /// The time that it was given is over.
    case timeIsUp
}
