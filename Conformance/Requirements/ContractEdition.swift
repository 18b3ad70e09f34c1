// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which contract a requirement belongs to.
public enum ContractEdition: String, Sendable, CaseIterable {
    /// The prototype of December 2018.
    case prototype2018
    /// The public API v1 of today.
    case publicV1

    /// What reports call it.
    var name: String {
        switch self {
        case .prototype2018: "2018-12"
        case .publicV1: "publicV1"
        }
    }
}

extension Requirement {
    /// The contract that says so: the ids of today's edition begin with `PC-V1-`.
    public var edition: ContractEdition {
        id.hasPrefix("PC-V1-") ? .publicV1 : .prototype2018
    }
}
