// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who a mail is from: the service had several names and two addresses (`contract 2018-12 §10`).
package struct MailSender: Sendable, Hashable {
    /// The name, as spelt in that kind of mail.
    package let name: String
    /// The address.
    package let address: String

    /// Creates a sender.
    init(_ name: String, _ address: String) {
        self.name = name
        self.address = address
    }

    /// The address of the team, which also hears of everything.
    static let team = "passculture@beta.gouv.fr"
    /// The address of the developers, from which test environments wrote to people, and to which the bank's orders went.
    static let developers = "passculture-dev@beta.gouv.fr"

    /// To partners about bookings, to the team about structures, and to whoever forgot a password.
    static let service = MailSender("Pass Culture", team)
    /// To young people about their bookings.
    static let bookings = MailSender("Pass Culture", developers)
    /// To young people who signed up.
    static let signUp = MailSender("pass Culture", developers)
    /// To professionals about their account and their structure.
    static let portal = MailSender("pass Culture pro", developers)
    /// To professionals about their venues and what they took out.
    static let venues = MailSender("pass Culture pro", team)
    /// To the team about venues.
    static let venuesToValidate = MailSender("pass Culture", team)
    /// With the payments.
    static let payments = MailSender("pass Culture Pro", team)
}
