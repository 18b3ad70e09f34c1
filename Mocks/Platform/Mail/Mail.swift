// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A mail that the platform would have sent: kept instead of sent, for the tester to read.
///
/// The recipients are those of production; the service itself sent nearly all of it to one test address outside production
/// (`contract 2018-12 §10`), which would tell a tester nothing.
package struct Mail: Sendable, Hashable {
    /// The recipients.
    package let to: [String]
    /// The subject, to the letter of the service's.
    package let subject: String
    /// When it was sent, in the platform's time.
    package let at: Instant
    /// What it says.
    let body: MailBody

    /// About how many bytes the mail takes.
    var weight: Int { 128 + subject.utf8.count + to.reduce(0) { $0 + 32 + $1.utf8.count } + body.weight }

    /// The mail as HTML; made when asked for.
    package var html: String { body.html }
}
