// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An array kept in chunks.
///
/// A copy shares its chunks: after a copy a write costs one chunk and not the array, which is what makes a fork or a snapshot
/// of a large platform cheap.
struct ChunkedArray<Element: Sendable>: Sendable {
    private static var chunkSize: Int { StatePart.chunkSize }
    private var chunks: [[Element]] = []

    /// The number of elements.
    private(set) var count = 0

    /// Creates an empty array.
    init() {}

    /// The element at an index, which must be below ``count``.
    subscript(index: Int) -> Element {
        get { chunks[index / Self.chunkSize][index % Self.chunkSize] }
        _modify { yield &chunks[index / Self.chunkSize][index % Self.chunkSize] }
    }

    /// Appends an element.
    mutating func append(_ element: Element) {
        if count % Self.chunkSize == 0 { chunks.append([]) }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    /// The elements of a chunk, of ``StatePart/chunkSize`` elements but for the last one.
    func chunk(_ index: Int) -> [Element] { chunks[index] }

    /// Whether two arrays have a chunk in one place of memory, so that it holds the same in both.
    func sharesChunk(_ index: Int, with other: ChunkedArray) -> Bool {
        index < chunks.count && index < other.chunks.count && chunks[index].isStored(with: other.chunks[index])
    }

    /// Removes the last element; nothing if there is none.
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        let last = chunks[chunks.count - 1].removeLast()
        count -= 1
        if chunks[chunks.count - 1].isEmpty { chunks.removeLast() }
        return last
    }
}

extension ChunkedArray: Equatable where Element: Equatable {}

extension Array {
    /// Whether both arrays are one piece of memory; false if nobody can tell.
    func isStored(with other: [Element]) -> Bool {
        count == other.count
            && withUnsafeBufferPointer { mine in
                other.withUnsafeBufferPointer { theirs in mine.baseAddress == theirs.baseAddress }
            }
    }
}
