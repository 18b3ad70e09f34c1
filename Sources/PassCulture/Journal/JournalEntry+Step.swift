// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension JournalEntry {
    /// What happened to a validation.
    public enum Step: Hashable, Sendable {
        /// It is about to be sent; nothing has left yet.
        case aboutToSend

        /// The platform validated the countermark for this attempt.
        case validated

        /// The platform refused, and nothing was changed by this attempt.
        case refused(Refusal.Reason)

        /// It was sent, and the answer was lost: nobody here knows.
        case unknown(UnknownValidation.Cause)

        /// It never left; the countermark is as it was.
        case notSent
    }
}
