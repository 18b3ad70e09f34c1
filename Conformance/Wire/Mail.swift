// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A mail that the platform sent, or would have sent in production.
struct Mail: Sendable {
    /// Its recipients as sent.
    let to: [String]
    /// Its subject.
    let subject: String
    /// Its body.
    let html: String

    init?(_ value: JSONValue) {
        guard let subject = value["subject"]?.stringValue, let html = value["html"]?.stringValue else { return nil }
        to = value["to"]?.arrayValue?.compactMap(\.stringValue) ?? value["to"]?.stringValue.map { [$0] } ?? []
        self.subject = subject
        self.html = html
    }

    /// Whether the address is a recipient, or one named in the prefix of test environments (contract 2018-12 §10).
    func reaches(_ email: String) -> Bool {
        if to.contains(email) { return true }
        guard let start = html.firstRange(of: "email would have been sent to : "),
            let end = html[start.upperBound...].firstRange(of: "</p>")
        else { return false }
        return html[start.upperBound..<end.lowerBound].split(separator: ",").contains { name in
            name.drop { $0 == " " } == email
        }
    }

    /// The token of the link that validates an account.
    var validationToken: String? { token(after: ["/validate/user/", "/inscription/validation/"]) }

    /// The token of the link by which the team validates a venue.
    var venueToken: String? { token(after: ["/validate/venue?token=", "/validate/venue/?token="]) }

    private func token(after marks: [String]) -> String? {
        for mark in marks {
            if let found = html.firstRange(of: mark) {
                return String(html[found.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
            }
        }
        return nil
    }
}
