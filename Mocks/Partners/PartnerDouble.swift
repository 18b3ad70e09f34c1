// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A partner of today's edition as a value of code: requests in, answers out, no socket in it.
///
/// Conformant, or broken in one way; a broken one says which requirements it must turn red.
package protocol PartnerDouble: Sendable {
    /// The answer to a request.
    func answer(_ request: PartnerRequest) -> PartnerAnswer
}
