// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON

/// What a partner's server answers: a status and JSON.
package struct PartnerAnswer: Sendable, Hashable {
    /// The status.
    package let status: Int
    /// The body.
    package let body: JSONValue
    /// What it calls itself.
    package let type: String

    /// An answer with a JSON body, which says so unless told otherwise.
    package init(_ status: Int, _ body: JSONValue = [:], type: String = "application/json") {
        self.status = status
        self.body = body
        self.type = type
    }

    /// What the documents suggest for a signature that is missing or wrong (today §4.2).
    static let invalidSignature = PartnerAnswer(401, ["message": "Invalid Signature"])
    /// A fault of the partner's own.
    static let fault = PartnerAnswer(500, ["message": "Internal Server Error"])

    /// A payload that the partner does not take.
    static func refused(_ why: String) -> PartnerAnswer {
        PartnerAnswer(400, ["message": .string(why)])
    }
}
