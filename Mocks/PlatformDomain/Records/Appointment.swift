// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// How far a structure has come in naming its administrator (`guide G29`): asked by mail, answered, both mails validated.
///
/// Once both are valid the administrator is named, and invited to make an account; ``Offerer/administratorEmail`` says who it is.
package struct Appointment: Sendable, Hashable {
    /// Where the structure was asked: its public address when it was not yet in contact.
    package let structureEmail: String
    /// When it was asked.
    package let askedAt: Instant
    /// The administrator's name, if the answer gave one.
    package var administratorName: String?
    /// The mail that the structure gave for its administrator; nothing before it answered.
    package var administratorEmail: String?
    /// The mails that the team validated.
    package var validated: Set<Address>

    /// The two mails that the team validates.
    package enum Address: String, Sendable, Hashable, CaseIterable {
        /// The structure's.
        case structure
        /// The administrator's.
        case administrator
    }

    /// Whether the team has validated both.
    package var isComplete: Bool { validated.count == Address.allCases.count }
}
