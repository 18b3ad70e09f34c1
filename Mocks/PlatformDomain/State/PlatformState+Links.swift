// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// Lookups by what a mailed link carries.
extension PlatformState {
    /// The account whose forgotten password a link replaces, expired links included.
    package func user(passwordResetToken token: String) -> User? {
        guard case .passwordReset(let id)? = indexes.links[token] else { return nil }
        return users[id]
    }
}
