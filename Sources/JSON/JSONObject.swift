// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A JSON object: keys and values, in the order they were written.
///
/// Keys are told apart by their code points, as JSON does, and not by Swift's canonical equivalence: `é` in one code
/// point and `é` in two are two keys. Two objects are equal when they hold the same keys with equal values, in any order.
public struct JSONObject: Sendable {
    private var entries: [(key: String, value: JSONValue)] = []

    /// Where each key is, kept only once the object is too large to be searched from end to end.
    private var positions: [JSONKey: Int]?

    private static let largestSearched = 16

    /// An empty object.
    public init() {}

    /// An object of these keys and values, in this order. A key that appears twice stops the program.
    public init(uniqueKeysWithValues keysAndValues: some Sequence<(String, JSONValue)>) {
        entries.reserveCapacity(keysAndValues.underestimatedCount)
        for (key, value) in keysAndValues {
            precondition(position(of: key) == nil, "the key \(key) appears twice")
            append(key, value)
        }
    }

    /// An object of entries whose keys are known to differ.
    init(distinct entries: [(key: String, value: JSONValue)]) {
        self.entries = entries
        indexIfLarge()
    }

    /// The number of keys.
    public var count: Int {
        entries.count
    }

    /// Whether there is no key at all.
    public var isEmpty: Bool {
        entries.isEmpty
    }

    /// The keys, in the order written.
    public var keys: [String] {
        entries.map(\.key)
    }

    /// The value of a key, or nil when the object has no such key.
    ///
    /// Setting a new key puts it last; setting nil removes the key (to write a JSON null, set `.some(.null)`).
    public subscript(key: String) -> JSONValue? {
        get {
            position(of: key).map { entries[$0].value }
        }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (nil, let value?): append(key, value)
            case (let position?, nil):
                entries.remove(at: position)
                positions = nil
                indexIfLarge()
            case (nil, nil): break
            }
        }
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        entries.append((key, value))
        if positions != nil {
            positions?[JSONKey(key)] = entries.count - 1
        } else {
            indexIfLarge()
        }
    }

    private mutating func indexIfLarge() {
        guard entries.count > Self.largestSearched else { return }
        positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { (JSONKey($1.key), $0) })
    }

    private func position(of key: String) -> Int? {
        if let positions { return positions[JSONKey(key)] }
        return entries.firstIndex { JSONKey($0.key) == JSONKey(key) }
    }
}

extension JSONObject: Sequence {
    /// Goes through the keys and values in the order written.
    public func makeIterator() -> IndexingIterator<[(key: String, value: JSONValue)]> {
        entries.makeIterator()
    }

    /// The number of keys, which is exact.
    public var underestimatedCount: Int {
        entries.count
    }
}

extension JSONObject: Hashable {
    /// Whether both hold the same keys with equal values, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return left.allSatisfy { right[$0.key] == $0.value }
    }

    /// Hashes keys and values, whatever their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in entries {
            var entry = Hasher()
            entry.combine(JSONKey(key))
            entry.combine(value)
            sum ^= entry.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object, in the order written. A key that appears twice is a programming error and stops the program.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(uniqueKeysWithValues: elements)
    }
}
