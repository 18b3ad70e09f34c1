// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A till to judge, and how.
public struct TillSetting: Sendable {
    /// The till.
    public let till: any Till
    /// The edition that it speaks.
    public let edition: ContractEdition
    /// The time by which a slow platform is waited for.
    let time: VendorTime

    /// A till that speaks an edition.
    public init(_ till: any Till, speaking edition: ContractEdition, time: VendorTime = .system) {
        self.till = till
        self.edition = edition
        self.time = time
    }
}
