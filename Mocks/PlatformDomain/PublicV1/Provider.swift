// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A software vendor (*fournisseur*) with its key to the public API (`today §1.2`).
package struct Provider: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Provider>
    /// What it is called.
    package var name: String
    /// Whether it may call at all; otherwise it is refused with 403.
    package var isActive: Bool
    /// The SHA-256 of its key in hexadecimal digits; the key itself is kept nowhere.
    package var keyDigest: String
    /// What calls to it are signed with (`today §4.2`).
    package var hmacKey: Secret
    /// Where it is called, for venues without addresses of their own.
    package var urls: PartnerURLs
    /// Its logo.
    package var logoURL: String?
    /// When it was made.
    package let dateCreated: Instant
}
