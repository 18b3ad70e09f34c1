// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of online platforms, at a local platform whose journal is the second witness.
public enum OnlinePlatformSuite {
    /// All checks for an online platform that speaks an edition: the open routes of December 2018, or with a vendor's key today's.
    public static func checks(_ edition: ContractEdition) -> [Check] { OnlinePlatformChecks.all(edition) }
}
