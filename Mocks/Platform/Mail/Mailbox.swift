// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The mails that the platform would have sent, newest last, and so many of them at most.
struct Mailbox: Sendable {
    /// How many mails are kept; the oldest go first.
    static let capacity = 10_000
    /// What is kept, oldest first.
    private(set) var mails: [Mail] = []

    /// Adds mails.
    mutating func add(_ more: [Mail]) {
        guard !more.isEmpty else { return }
        mails += more
        // A tenth at a time, so that a full box does not move all of it for every mail.
        if mails.count > Self.capacity + Self.capacity / 10 { mails.removeFirst(mails.count - Self.capacity) }
    }

    /// The mails to an address, or all of them.
    func mails(to address: String?) -> [Mail] {
        let kept = mails.suffix(Self.capacity)
        return address.map { address in kept.filter { $0.to.contains(address) } } ?? Array(kept)
    }
}
