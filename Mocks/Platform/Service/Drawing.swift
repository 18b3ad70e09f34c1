// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where the platform's random numbers come from: the system, or a seed when a test wants the same ones again.
package enum Drawing: RandomNumberGenerator, Sendable {
    /// The system's generator: cryptographically strong.
    case system
    /// SplitMix64 from a seed: repeatable, and no secret at all.
    case seeded(UInt64)

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        switch self {
        case .system:
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        case .seeded(var state):
            state &+= 0x9E37_79B9_7F4A_7C15
            self = .seeded(state)
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Where a seeded drawing stands; nothing for the system's.
    var seed: UInt64? {
        switch self {
        case .system: nil
        case .seeded(let state): state
        }
    }

    /// So many random bytes.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }
}
