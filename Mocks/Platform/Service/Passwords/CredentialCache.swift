// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import PlatformDomain
import Synchronization

/// The log-ins by Basic authentication that were checked not long ago, so that a till does not pay for its password each time.
///
/// An entry is found by a keyed digest of e-mail and password, whose key lives only in this process, and holds the stored hash
/// that the password was checked against: once that hash is another one, the entry says nothing any more. Bounded: when full, the
/// older half goes.
///
/// What comes again and again, letter for letter the same `Authorization`, is found by that header alone: a till sends nothing
/// else all day.
final class CredentialCache: Sendable {
    /// A log-in that was checked, with the session that it opened.
    struct Entry: Sendable {
        /// Who.
        let userID: Identifier<User>
        /// The stored hash that the password matched.
        let hash: String
        /// The session that the first of these requests opened.
        let sessionID: Identifier<Session>
        /// The session's secret: numbers may be given out again after a reset, secrets are not.
        let secret: String
        /// The cookies of that session.
        let cookies: [String]
    }

    /// The digest that stands for one e-mail with one password.
    struct Key: Hashable, Sendable {
        fileprivate let digest: [UInt8]
    }

    private struct Contents {
        var entries: [Key: (entry: Entry, use: UInt64)] = [:]
        var uses: UInt64 = 0
    }

    /// The authentication code of nothing under this process's key: copied, so that the key is not set up for each request.
    private let keyed = HMAC<SHA256>(key: SymmetricKey(size: .bits256))
    private let capacity: Int
    private let contents = Mutex(Contents())
    private let logins: RecentHeaders<(email: String, entry: Entry)>

    /// Creates an empty cache of that many entries at most.
    init(capacity: Int = 1_024) {
        self.capacity = capacity
        logins = RecentHeaders(capacity: capacity)
    }

    /// The key of these credentials.
    func key(email: String, password: String) -> Key {
        var bytes: [UInt8] = []
        for part in [email, password] {
            // The length goes first, so that no two pairs are written alike.
            let length = UInt64(part.utf8.count)
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: length >> (shift * 8))) }
            bytes.append(contentsOf: part.utf8)
        }
        var code = keyed
        code.update(data: bytes)
        return Key(digest: Array(code.finalize()))
    }

    /// What is known of these credentials.
    func entry(_ key: Key) -> Entry? {
        contents.withLock { contents in
            guard let found = contents.entries[key] else { return nil }
            contents.uses += 1
            contents.entries[key]?.use = contents.uses
            return found.entry
        }
    }

    /// What is known of a header.
    func login(header: String) -> (email: String, entry: Entry)? { logins.meaning(of: header) }

    /// Remembers the header that brought credentials which were found to be good.
    func remember(header: String, email: String, _ entry: Entry) {
        logins.remember(header, (email, entry))
    }

    /// Remembers checked credentials.
    func remember(_ entry: Entry, for key: Key) {
        contents.withLock { contents in
            if contents.entries.count >= capacity, contents.entries[key] == nil {
                let median = contents.entries.values.map(\.use).sorted()[contents.entries.count / 2]
                contents.entries = contents.entries.filter { $0.value.use > median }
            }
            contents.uses += 1
            contents.entries[key] = (entry, contents.uses)
        }
    }

    /// How many log-ins are remembered.
    var count: Int { contents.withLock(\.entries.count) }
}
