// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a check needs of a platform beyond the contract.
public struct CheckNeeds: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// From bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The control API: mails, the team's acts, payments.
    public static let control = CheckNeeds(rawValue: 1)
    /// A clock that can be moved; comes with the control API.
    public static let timeTravel = CheckNeeds(rawValue: 3)
    /// A ticket office that the platform can call, with control API and clock.
    public static let ticketOffice = CheckNeeds(rawValue: 7)
}
