// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How far the reimbursement of a booking has come (`guide G34`).
package enum PaymentProgress: Sendable, Hashable {
    /// Cancelled: nothing is owed.
    case cancelled
    /// Not validated, and not payable without.
    case toValidate
    /// Nothing is paid for it, whatever happens: see its rule.
    case notReimbursed
    /// Payable: in the next transfer.
    case payable
    /// Payable, but there is no account to pay to, or the team has not accepted it.
    case waitsForAccount
    /// Paid by a transfer.
    case transferred
}
