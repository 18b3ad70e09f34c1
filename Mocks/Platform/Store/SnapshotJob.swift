// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A snapshot on its way into the file, a little with each batch, so that nobody waits for the whole of it.
///
/// A chunk that changed is written beside the one that counts, into the other half of its table. Once all are there, they begin to count
/// together with the head that speaks of them, and what they replace is thrown away bit by bit. Wherever that is cut short, the file
/// holds one whole snapshot and all events after it.
struct SnapshotJob {
    /// A chunk that changed.
    struct Chunk: Hashable {
        /// Which part of the state, counted in the order of the parts.
        let part: Int
        /// Which chunk of it.
        let number: Int
        /// The half of the table into which it is written.
        let half: Int64
    }

    /// A chunk that has been written.
    struct Note: Hashable {
        /// Which.
        let chunk: Chunk
        /// How many rows it has.
        let rows: Int
        /// The sum over them.
        let sum: Int64
    }

    /// The state that is kept.
    let state: PlatformState
    /// The number of the last event that is in it.
    let sequence: Int64
    /// The link of the chain that belongs to that event.
    let chain: Int64
    /// What is to be written.
    let chunks: [Chunk]
    /// How many events may pass until all is done.
    let within: Int
    /// What all of it costs: 1 for a row, ``Waste/cost`` for what is thrown away at once.
    let cost: Int
    /// What has been written.
    private(set) var notes: [Note] = []
    /// Whether what was written counts.
    var counts = false
    private var passed = 0
    private var spent = 0
    /// What gives the rows of the part that is being written: for some parts, it is made from all of them.
    private var source: (part: Int, rows: (_ chunk: Int) -> [[StoredValue]])?

    /// Begins with nothing done.
    init(_ state: PlatformState, sequence: Int64, chain: Int64, chunks: [Chunk], cost: Int, within: Int) {
        self.state = state
        self.sequence = sequence
        self.chain = chain
        self.chunks = chunks
        self.within = within
        self.cost = cost
    }

    /// The chunk that is to be written next; nothing once all are.
    var next: Chunk? { notes.count < chunks.count ? chunks[notes.count] : nil }

    /// The rows of a chunk.
    mutating func rows(of chunk: Chunk, in parts: [StatePart]) -> [[StoredValue]] {
        if let source, source.part == chunk.part { return source.rows(chunk.number) }
        let rows = parts[chunk.part].rows(state)
        source = (chunk.part, rows)
        return rows(chunk.number)
    }

    /// Whether more of it is due after the events that have passed: a chunk's worth at a time, so that each page is written once.
    var isBehind: Bool { passed >= within || spent + StatePart.chunkSize <= cost * passed / within }

    /// Whether so much of it is due that it is done at once.
    var isOverdue: Bool { passed >= 2 * within }

    /// Notes that so many more events are in the log.
    mutating func pass(_ events: Int) {
        passed += events
    }

    /// Notes that something of that cost was thrown away.
    mutating func spend(_ cost: Int) {
        spent += cost
    }

    /// Notes that the next chunk was written.
    mutating func wrote(_ note: Note) {
        notes.append(note)
        spent += note.rows
    }
}
