// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// A till or an online platform to judge, and how.
public struct GateSetting: Sendable {
    /// The till, or the door of the online platform.
    public let gate: any Gate
    /// The edition that it speaks.
    public let edition: ContractEdition
    /// Countermarks of the platform beside the magic ones, by what the seed calls their state: `valid`, `too-early`, `reimbursed`, `closed`.
    public var countermarks: [String: [String]] = [:]
    /// The links to an online platform; nothing for a till.
    public var links: GateLinks?
    /// What a till was told and may stand in no report: its password or key.
    public var secrets: [String] = []
    /// The profile of the platform, for the report.
    public var profile: String?
    /// How long it is watched after a lost answer, for what it sends behind everybody's back.
    public var watch = Span.seconds(3)
    /// The time by which a slow platform is waited for.
    let time: VendorTime

    /// A till or an online platform that speaks an edition.
    public init(_ gate: any Gate, speaking edition: ContractEdition, time: VendorTime = .system) {
        self.gate = gate
        self.edition = edition
        self.time = time
    }
}
