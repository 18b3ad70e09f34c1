// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Whether calls reach the platform; see ``CircuitPolicy``.
public enum CircuitState: Hashable, Sendable {
    /// They do.
    case closed

    /// They fail at once, for so much longer.
    case open(Duration)

    /// The next call, or the one that is under way, finds out; all others fail at once.
    case halfOpen
}
