// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of checking or validating a countermark.
public enum DeskAnswer: Sendable, Hashable {
    /// It may be validated; who, what and when are told to the structure that signed in.
    case valid(userEmail: String?, offerName: String?, date: String?)
    /// It was validated, now.
    case validated
    /// It had been validated before.
    case alreadyValidated
    /// Its booking was cancelled.
    case cancelled
    /// No booking has it.
    case notFound
    /// It belongs to another structure.
    case notYours
    /// Something the platform needs was not sent.
    case incomplete
    /// Sent, and no answer came.
    case unknown
    /// Anything else, in words.
    case other(String)
}
