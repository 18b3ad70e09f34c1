// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Hashes and checks passwords on threads of its own, so that neither the platform's lock nor a request that needs no password
/// ever waits for one.
struct PasswordHasher: Sendable {
    /// Whether a seed is being played: its passwords stand in the seed, so that a dear hash would keep nothing secret.
    @TaskLocal static var isSeeding = false

    private let cost: PasswordHash.Cost

    /// Creates a hasher; the threads are the process's shared ones for work that blocks.
    init(cost: PasswordHash.Cost = .local) {
        self.cost = cost
    }

    /// The password's hash, with a fresh random salt.
    func hash(_ password: String) async -> String {
        let cost = Self.isSeeding ? .seeding : cost
        return await WorkPool.run {
            var generator = SystemRandomNumberGenerator()
            let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            // An empty text matches no password: what a machine out of memory would leave behind.
            return PasswordHash(of: password, cost: cost, salt: salt)?.written ?? ""
        }
    }

    /// Whether the password is the one that the hash was made of.
    func matches(_ password: String, hash: String) async -> Bool {
        guard let hash = PasswordHash(written: hash) else { return false }
        return await WorkPool.run { hash.matches(password) }
    }
}
