// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which side of a divergence a platform takes.
public enum ProfileSide: String, Sendable {
    /// What the guide and the partner documents say.
    case documented
    /// What the service of December 2018 did.
    case observed
}
