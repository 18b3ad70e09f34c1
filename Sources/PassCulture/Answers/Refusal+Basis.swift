// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Refusal {
    /// What the reason of a refusal was read from: how sure it is.
    public enum Basis: Hashable, Sendable {
        /// A sentence of the contract, or an answer that the contract gives in this one case only.
        case sentence

        /// The key under which an unknown sentence came.
        case key

        /// The status alone: the body was empty, no JSON, or said something that the contract does not know.
        case status
    }
}
