// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How long partners may take, in real time.
package struct PartnerLimits: Sendable {
    /// To take a notification (`today §4.4`).
    package var notification: Duration = .seconds(10)
    /// To answer about tickets (`today §4.5`, `§4.6`).
    package var tickets: Duration = .seconds(8)

    /// Creates the contract's limits.
    package init() {}
}
