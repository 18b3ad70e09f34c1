// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What headers that came not long ago were found to say: a till sends the same `Authorization` or `Cookie` all day, letter for
/// letter, and need not have it checked each time.
///
/// Found by the header's hash, which this process seeds anew, and then compared whole. Bounded: when full, all of it goes, and a header
/// longer than any till's is not remembered.
final class RecentHeaders<Meaning: Sendable>: Sendable {
    /// How many bytes a header may have to be remembered.
    static var longest: Int { 1_024 }

    private let capacity: Int
    private let known = Mutex<[Int: (header: String, meaning: Meaning)]>([:])

    /// Remembers nothing yet, and that many headers at most.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// What a header was found to say; it is compared in a time that tells nothing of where it differs.
    func meaning(of header: String) -> Meaning? {
        guard header.utf8.count <= Self.longest else { return nil }
        let hash = header.hashValue
        guard let entry = known.withLock({ $0[hash] }), entry.header.constantTimeEquals(header) else { return nil }
        return entry.meaning
    }

    /// Remembers what a header says.
    func remember(_ header: String, _ meaning: Meaning) {
        guard header.utf8.count <= Self.longest else { return }
        known.withLock { known in
            if known.count >= capacity { known.removeAll(keepingCapacity: true) }
            known[header.hashValue] = (header, meaning)
        }
    }
}

extension String {
    /// Whether the letters are the same, to the byte, in a time that tells nothing of where they differ.
    fileprivate func constantTimeEquals(_ other: String) -> Bool {
        var (this, other) = (self, other)
        return this.withUTF8 { this in other.withUTF8 { this.constantTimeEquals($0) } }
    }
}
