// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How many seats are left for pass Culture after an answer; pass Culture sets its own count by it (`today §4.5`).
public enum SeatsLeft: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// So many.
    case seats(Int)
    /// As many as anybody wants.
    case unlimited

    /// So many.
    public init(integerLiteral value: Int) {
        self = .seats(value)
    }
}
