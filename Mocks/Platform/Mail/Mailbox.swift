// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The mails that the platform would have sent, newest last: so many of them and so many bytes at most, and how many are gone.
struct Mailbox: Sendable {
    /// How many mails are kept; the oldest go first.
    static let capacity = 10_000
    /// About how many bytes are kept; the newest mail stays however long it is.
    static let byteCapacity = 32 << 20
    /// What is kept, oldest first.
    private(set) var mails: [Mail] = []
    /// About how many bytes it takes.
    private(set) var bytes = 0
    /// How many mails are gone for want of room.
    private(set) var dropped = 0

    /// Creates a mailbox that holds these, after so many others were dropped.
    init(mails: [Mail] = [], dropped: Int = 0) {
        self.mails = mails
        self.dropped = dropped
        bytes = mails.reduce(0) { $0 + $1.weight }
    }

    /// Adds mails.
    mutating func add(_ more: [Mail]) {
        guard !more.isEmpty else { return }
        for mail in more {
            mails.append(mail)
            mails[mails.count - 1].number = dropped + mails.count
        }
        bytes += more.reduce(0) { $0 + $1.weight }
        // A tenth at a time, so that a full box does not move all of it for every mail.
        if mails.count > Self.capacity + Self.capacity / 10 || bytes > Self.byteCapacity + Self.byteCapacity / 10 {
            dropOldest()
        }
    }

    private mutating func dropOldest() {
        var gone = 0
        while gone < mails.count - 1, mails.count - gone > Self.capacity || bytes > Self.byteCapacity {
            bytes -= mails[gone].weight
            gone += 1
        }
        mails.removeFirst(gone)
        dropped += gone
    }

    /// Makes the links to one address of the platform lead to another.
    mutating func move(from old: String, to new: String) {
        for index in mails.indices { mails[index].body = mails[index].body.moved(from: old, to: new) }
        bytes = mails.reduce(0) { $0 + $1.weight }
    }

    /// The mail of that number; nothing if there never was one, or if it is gone.
    func mail(_ number: Int) -> Mail? {
        number > dropped && number <= dropped + mails.count ? mails[number - dropped - 1] : nil
    }

    /// The mails to an address, or all of them.
    func mails(to address: String?) -> [Mail] {
        address.map { address in mails.filter { $0.to.contains(address) } } ?? mails
    }
}
