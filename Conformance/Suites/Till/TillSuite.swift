// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of tills, at a local platform whose journal is the second witness.
public enum TillSuite {
    /// All checks for a till that speaks an edition.
    public static func checks(_ edition: ContractEdition) -> [Check] { TillChecks(edition: edition).all }
}
