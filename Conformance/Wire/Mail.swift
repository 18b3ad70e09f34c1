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

    /// Where the mail about a booking goes besides the partner, in the observed service (contract 2018-12 §10).
    static let team = "passculture@beta.gouv.fr"

    /// Who is told about a booking: the venue (guide), or the team and the offer's own address (contract 2018-12 §10).
    ///
    /// - Parameters:
    ///   - mails: the mails to look through.
    ///   - name: the name of the offer.
    ///   - venue: the e-mail of the venue.
    ///   - offer: the e-mail of the offer itself, when it has one.
    /// - Throws: ``Interruption/failed(_:)`` when no such mail reaches either.
    static func sideOfBookingMail(
        among mails: [Mail], about name: String, venue: String, offer: String? = nil
    ) throws -> ProfileSide {
        let about = mails.filter { $0.subject.contains("Nouvelle réservation pour \(name)") }
        if about.contains(where: { $0.reaches(venue) }) { return .documented }
        if about.contains(where: { mail in mail.reaches(team) && offer.map(mail.reaches) ?? true }) { return .observed }
        let others = offer.map { "\(team) and \($0)" } ?? team
        throw Interruption.failed(
            Evidence(
                expected:
                    "a mail \"Nouvelle réservation pour \(name)\" to \(venue) (documented) or \(others) (observed)",
                seen: about.isEmpty
                    ? "no such mail" : about.map { $0.to.joined(separator: ", ") }.joined(separator: "; ")
            ))
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
