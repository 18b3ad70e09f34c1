// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import SQLite

extension DataFile {
    /// Keeps the state right after an event, and throws away the events until then, which nobody needs any more.
    func keepSnapshot(_ state: PlatformState, sequence: Int64) throws(DataFailure) {
        try writing { () throws(SQLiteError) in
            try writeSnapshot(state, sequence: sequence)
            try writeHead()
        }
    }

    /// Writes the chunks that changed since the last snapshot, and the head's part of it.
    func writeSnapshot(_ state: PlatformState, sequence: Int64) throws(SQLiteError) {
        for (part, table) in parts { try write(part, to: table, of: state) }
        let chain = try chain(at: sequence)
        head?.snapshot = sequence
        head?.snapshotChain = chain
        let deletion = try statement("DELETE FROM events WHERE sequence <= ?")
        try deletion.bind(sequence, at: 1)
        try deletion.run()
        snapshotState = state
    }

    private func write(_ part: StatePart, to table: KeptTable, of state: PlatformState) throws(SQLiteError) {
        let rows = part.rows(state)
        let chunks = part.chunkCount(state)
        let insertion = try statement(table.insertion)
        try insertion.bindNull(at: table.checksumPlace)
        for chunk in 0..<chunks {
            if let before = snapshotState, part.shares(state, before, chunk) { continue }
            var sum = Checksum()
            var position = Int64(chunk * StatePart.chunkSize)
            let values = rows(chunk)
            for row in values {
                try table.bind(position, row, to: insertion, &sum)
                try insertion.run()
                position += 1
            }
            let note = try statement("INSERT OR REPLACE INTO chunks VALUES (?, ?, ?, ?)")
            try note.bind(part.name, at: 1)
            try note.bind(Int64(chunk), at: 2)
            try note.bind(Int64(values.count), at: 3)
            try note.bind(sum.value, at: 4)
            try note.run()
        }
        let surplus = try statement("DELETE FROM \"\(table.name)\" WHERE position >= ?")
        try surplus.bind(Int64(part.count(state)), at: 1)
        try surplus.run()
        let notes = try statement("DELETE FROM chunks WHERE part = ? AND chunk >= ?")
        try notes.bind(part.name, at: 1)
        try notes.bind(Int64(chunks), at: 2)
        try notes.run()
    }

    /// The link of the chain that belongs to an event that is still there, or to the last one.
    private func chain(at sequence: Int64) throws(SQLiteError) -> Int64 {
        guard let head, sequence < head.last else { return head?.lastChain ?? 0 }
        let selection = try statement("SELECT chain FROM events WHERE sequence = ?")
        defer { selection.reset() }
        try selection.bind(sequence, at: 1)
        return try selection.step() ? selection.integer(0) : head.snapshotChain
    }
}
