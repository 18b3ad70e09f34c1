// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A young person of today's edition who was made for a journey.
struct PublicBeneficiary: Sendable {
    /// Their number.
    let id: Int
    /// Their e-mail.
    let email: String
    /// What they may spend, in cents.
    let cents: Int64
}
