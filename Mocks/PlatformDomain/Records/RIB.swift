// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// The *relevé d'identité bancaire* that goes with an IBAN (`guide G30`): what is known of the file. The file itself is kept outside
/// the domain, and found again by its digest.
package struct RIB: Sendable, Hashable {
    /// What the file's first bytes say that it is.
    package let form: Form
    /// How many bytes it has.
    package let byteCount: Int
    /// SHA-256 of its bytes, in hexadecimal digits.
    package let digest: String
    /// When it was filed.
    package let filedAt: Instant

    /// The kinds of file that a bank hands out; the raw value is the content type.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// A document.
        case pdf = "application/pdf"
        /// A picture of one.
        case png = "image/png"
        /// A photograph of one.
        case jpeg = "image/jpeg"
    }

    /// The largest file accepted, in bytes: 5 MiB.
    package static let largest = 5 << 20

    /// Creates a RIB.
    package init(form: Form, byteCount: Int, digest: String, filedAt: Instant) {
        self.form = form
        self.byteCount = byteCount
        self.digest = digest
        self.filedAt = filedAt
    }
}
