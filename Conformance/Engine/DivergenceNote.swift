// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A divergence that a check met, and the side that the platform takes there.
public struct DivergenceNote: Sendable, Hashable {
    /// The point where documents and service differ.
    public let divergence: Divergence
    /// The platform's side.
    public let side: ProfileSide
}
