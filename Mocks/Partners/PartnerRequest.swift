// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A request as a partner's server gets it.
package struct PartnerRequest: Sendable {
    /// The method.
    package let method: String
    /// Path and query.
    package let target: String
    /// The value of `PassCulture-Signature`; nil without one.
    package let signature: String?
    /// The body.
    package let body: [UInt8]

    /// A request from its parts.
    package init(method: String, target: String, signature: String?, body: [UInt8]) {
        self.method = method
        self.target = target
        self.signature = signature
        self.body = body
    }
}
