// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A hash map from a key to a value, kept in shards.
///
/// A copy shares its shards: after a copy a write costs one shard. The order of its entries is never looked at, since Swift
/// seeds its hashing anew in every process and replay must not depend on it.
struct Index<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private static var shardCount: Int { 256 }
    private var shards: [[Key: Value]] = Array(repeating: [:], count: Self.shardCount)

    /// The number of keys, kept: whether there are any is asked at every fortnight of a leap over millennia.
    private(set) var count = 0

    /// Creates an empty index.
    init() {}

    /// The value of a key; setting nothing removes it.
    subscript(key: Key) -> Value? {
        get { shards[Self.shard(of: key)][key] }
        set {
            let shard = Self.shard(of: key)
            let before = shards[shard].count
            shards[shard][key] = newValue
            count += shards[shard].count - before
        }
    }

    /// Changes the value of a key in place, starting from `initial` if it has none.
    mutating func update(_ key: Key, startingFrom initial: @autoclosure () -> Value, _ change: (inout Value) -> Void) {
        let shard = Self.shard(of: key)
        let before = shards[shard].count
        change(&shards[shard][key, default: initial()])
        count += shards[shard].count - before
    }

    /// All keys, in no particular order: sort them before anything is decided by them.
    var keys: [Key] {
        guard count > 0 else { return [] }
        var keys: [Key] = []
        keys.reserveCapacity(count)
        for shard in shards where !shard.isEmpty { keys += shard.keys }
        return keys
    }

    private static func shard(of key: Key) -> Int {
        // Another mixing than the shard's own table uses, so that one shard's keys do not share their low bits.
        Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) >> 40) & (shardCount - 1)
    }
}

extension Index: Equatable where Value: Equatable {}

extension Index {
    /// Appends to the list of a key.
    mutating func append<Element: Sendable>(_ element: Element, to key: Key) where Value == [Element] {
        update(key, startingFrom: []) { $0.append(element) }
    }

    /// The list of a key, empty if it has none.
    func list<Element: Sendable>(_ key: Key) -> [Element] where Value == [Element] { self[key] ?? [] }
}
