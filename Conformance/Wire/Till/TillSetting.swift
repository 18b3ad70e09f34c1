// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// A till to judge, and how.
public struct TillSetting: Sendable {
    /// The till.
    public let till: any Till
    /// The edition that it speaks.
    public let edition: ContractEdition
    /// Countermarks of the platform beside the magic ones, by what the seed calls their state: `valid`, `too-early`, `reimbursed`, `closed`.
    public var countermarks: [String: [String]] = [:]
    /// What the till was told and may stand in no report: its password or key.
    public var secrets: [String] = []
    /// The profile of the platform, for the report.
    public var profile: String?
    /// How long a till is watched after a lost answer, for what it sends behind the cashier's back.
    public var watch = Span.seconds(3)
    /// The time by which a slow platform is waited for.
    let time: VendorTime

    /// A till that speaks an edition.
    public init(_ till: any Till, speaking edition: ContractEdition, time: VendorTime = .system) {
        self.till = till
        self.edition = edition
        self.time = time
    }
}
