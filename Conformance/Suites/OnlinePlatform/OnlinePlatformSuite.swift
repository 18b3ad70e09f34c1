// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of online platforms, by the open routes of December 2018, at a local platform whose journal is the second witness.
public enum OnlinePlatformSuite {
    /// All checks.
    public static let checks = OnlinePlatformChecks.all
}
