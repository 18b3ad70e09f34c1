// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// Why the platform refused, or nothing if it did not.
func reason(_ verification: Verification) -> Refusal.Reason? {
    if case .refused(let refusal) = verification { refusal.reason } else { nil }
}

/// Why the platform refused, or nothing if it did not.
func reason(_ validation: Validation) -> Refusal.Reason? {
    if case .refused(let refusal) = validation { refusal.reason } else { nil }
}
