// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import PlatformDomain

/// A mail that the platform would have sent: kept instead of sent, for the tester to read.
///
/// The recipients are those of production, without the service's notice of its test environments: there it sent nearly all of its
/// mails to one test address (`contract 2018-12 §10`), which would tell a tester nothing. The senders are those recorded.
package struct Mail: Sendable, Hashable {
    /// The how-manieth mail of the mailbox it is, from 1; 0 for one that is in none.
    package internal(set) var number = 0
    /// Who it is from.
    package let from: MailSender
    /// The recipients.
    package let to: [String]
    /// The subject, to the letter of the service's.
    package let subject: String
    /// When it was sent, in the platform's time.
    package let at: Instant
    /// What it says.
    var body: MailBody
    /// What comes with it.
    let attachments: [MailAttachment]

    /// Creates a mail.
    init(
        from: MailSender = .service, to: [String], subject: String, at: Instant, body: MailBody,
        attachments: [MailAttachment] = []
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.at = at
        self.body = body
        self.attachments = attachments
    }

    /// About how many bytes the mail takes.
    var weight: Int {
        160 + subject.utf8.count + to.reduce(0) { $0 + 32 + $1.utf8.count } + body.weight + attachments.count * 64
    }

    /// The mail as HTML; made when asked for.
    package var html: String { body.html }

    /// The mail as plain text, which says the same; made when asked for.
    package var text: String { body.text }
}
