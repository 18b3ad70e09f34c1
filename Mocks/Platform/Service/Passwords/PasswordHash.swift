// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras

/// A password's scrypt hash with the cost and the salt that it was made with: `$scrypt$ln=10,r=8,p=1$SALT$HASH`.
///
/// The cost is kept in the hash, so that a change of the default leaves older hashes valid.
struct PasswordHash: Sendable {
    /// What a guess costs.
    struct Cost: Sendable, Hashable {
        /// Binary logarithm of the number of rounds; memory is `2^ln * r * 128` bytes.
        var logRounds: Int
        /// Block size.
        var blockSize: Int
        /// Parallelism.
        var parallelism: Int

        /// A cost for a local platform: 1 MiB and a few milliseconds.
        static let local = Cost(logRounds: 10, blockSize: 8, parallelism: 1)

        /// A cost for passwords that are no secret: those of a seed.
        static let seeding = Cost(logRounds: 1, blockSize: 1, parallelism: 1)

        /// Whether the cost is one that we would ever compute: bounds what a damaged hash can make us do.
        var isReasonable: Bool {
            (1...20).contains(logRounds) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
        }
    }

    private static let length = 32
    private let cost: Cost
    private let salt: [UInt8]
    private let digest: [UInt8]

    /// Hashes a password; costly, so never called under a lock.
    init?(of password: String, cost: Cost, salt: [UInt8]) {
        guard let digest = Self.derive(password, cost: cost, salt: salt) else { return nil }
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// Reads a hash that was written; nothing if it is none.
    init?(written text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        var numbers: [Substring: Int] = [:]
        for pair in parts[2].split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let number = Int(sides[1]) else { return nil }
            numbers[sides[0]] = number
        }
        guard let logRounds = numbers["ln"], let blockSize = numbers["r"], let parallelism = numbers["p"],
            let salt = Base64.decode(parts[3]), let digest = Base64.decode(parts[4]), digest.count == Self.length
        else { return nil }
        let cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isReasonable else { return nil }
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// The hash as it is kept.
    var written: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
            + "$\(Base64.encode(salt))$\(Base64.encode(digest))"
    }

    /// Whether the password is the one; compared in constant time.
    func matches(_ password: String) -> Bool {
        guard let other = Self.derive(password, cost: cost, salt: salt) else { return false }
        return other.constantTimeEquals(digest)
    }

    private static func derive(_ password: String, cost: Cost, salt: [UInt8]) -> [UInt8]? {
        let key = try? KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: length, rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key?.withUnsafeBytes { Array($0) }
    }
}

extension Collection<UInt8> {
    /// Whether the bytes are the same, in a time that tells nothing of where they differ.
    func constantTimeEquals(_ other: Self) -> Bool {
        guard count == other.count else { return false }
        return zip(self, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
