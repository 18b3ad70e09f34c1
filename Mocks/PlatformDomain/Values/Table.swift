// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A table of records with dense identifiers, kept in chunks.
///
/// A copy of the table shares its chunks: after a copy, a write costs one chunk and not the table, which is what makes a fork
/// or a snapshot of a large platform cheap.
package struct Table<Record: Sendable>: Sendable {
    private static var chunkSize: Int { StatePart.chunkSize }
    private var chunks: [[Record]] = []

    /// The number of records.
    package private(set) var count = 0

    /// Creates an empty table.
    package init() {}

    /// The identifier that the next record will have.
    package var nextID: Identifier<Record> { Identifier(Int64(count) + 1) }

    /// The record, or nothing if there is none of that number.
    package subscript(id: Identifier<Record>) -> Record? {
        guard id.number >= 1, id.number <= Int64(count) else { return nil }
        let index = Int(id.number) - 1
        return chunks[index / Self.chunkSize][index % Self.chunkSize]
    }

    /// Appends a record, which gets ``nextID``.
    package mutating func append(_ record: Record) {
        if count % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        chunks[chunks.count - 1].append(record)
        count += 1
    }

    /// Changes a record in place; does nothing if there is none of that number.
    package mutating func update(_ id: Identifier<Record>, _ change: (inout Record) -> Void) {
        guard id.number >= 1, id.number <= Int64(count) else { return }
        let index = Int(id.number) - 1
        change(&chunks[index / Self.chunkSize][index % Self.chunkSize])
    }

    /// The records of a chunk, of ``StatePart/chunkSize`` records but for the last one.
    func chunk(_ index: Int) -> [Record] { chunks[index] }

    /// Whether two tables have a chunk in one place of memory, so that it holds the same in both.
    func sharesChunk(_ index: Int, with other: Table) -> Bool {
        index < chunks.count && index < other.chunks.count && chunks[index].isStored(with: other.chunks[index])
    }

    /// All records, oldest first.
    package var records: some Sequence<Record> { chunks.lazy.joined() }
}

extension Table: Equatable where Record: Equatable {}
