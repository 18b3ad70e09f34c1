// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import SQLite

extension DataFile {
    /// Keeps a state, which is the one after the last event, as the snapshot: whole and at once, and nothing beside it.
    func keepSnapshot(_ state: PlatformState) throws(DataFailure) {
        try writing { () throws(SQLiteError) in
            beginSnapshot(of: state, within: 1)
            try finishSnapshot()
            try writeHead()
        }
    }

    /// Begins to keep the state after the last event as a snapshot, in the place of one that was on its way.
    func beginSnapshot(of state: PlatformState, within: Int) {
        guard let head else { return }
        var chunks: [SnapshotJob.Chunk] = []
        var rows = 0
        var replaced = (Int(head.last - head.snapshot) + StatePart.chunkSize - 1) / StatePart.chunkSize
        for (index, (part, _)) in parts.enumerated() {
            let count = part.count(state)
            replaced += max(0, halves[index].count - part.chunkCount(state))
            for number in 0..<part.chunkCount(state) {
                if let snapshotState, part.shares(state, snapshotState, number) { continue }
                let isNew = number >= halves[index].count
                chunks.append(.init(part: index, number: number, half: isNew ? 0 : 1 - halves[index][number]))
                rows += min(count - number * StatePart.chunkSize, StatePart.chunkSize)
                if !isNew { replaced += 1 }
            }
        }
        // What one before wrote in vain goes, but for where this one writes over it.
        if let job, !job.counts {
            for note in job.notes { waste += self.rows(of: note.chunk.part, note.chunk.number, half: note.chunk.half) }
        }
        let places = Set(chunks.flatMap { self.rows(of: $0.part, $0.number, half: $0.half) })
        waste.removeAll { places.contains($0) }
        job = SnapshotJob(
            state, sequence: head.last, chain: head.lastChain, chunks: chunks,
            cost: rows + (waste.count + replaced) * Waste.cost, within: within)
    }

    /// Does what is due of the snapshot on its way, and no more than a few chunks of it with one batch unless it is long overdue.
    func continueSnapshot() throws(SQLiteError) {
        var steps = 0
        while let isOverdue = job?.isOverdue, job?.isBehind == true, isOverdue || steps < 16 {
            try advanceSnapshot()
            steps += 1
        }
    }

    /// Does all that is left of the snapshot on its way.
    func finishSnapshot() throws(SQLiteError) {
        while job != nil { try advanceSnapshot() }
    }

    private func advanceSnapshot() throws(SQLiteError) {
        if let chunk = job?.next {
            try write(chunk)
        } else if let job, !job.counts {
            try countSnapshot(job)
        } else if let piece = waste.popLast() {
            try throwAway(piece)
            job?.spend(Waste.cost)
        } else {
            job = nil
        }
    }

    private func write(_ chunk: SnapshotJob.Chunk) throws(SQLiteError) {
        guard let rows = job?.rows(of: chunk, in: PlatformState.parts) else { return }
        let table = parts[chunk.part].table
        let insertion = try statement(table.insertion)
        try insertion.bindNull(at: table.checksumPlace)
        var key = KeptTable.key(chunk.number * StatePart.chunkSize, half: chunk.half)
        var sum = Checksum()
        for row in rows {
            try table.bind(key, row, to: insertion, &sum)
            try insertion.run()
            key += 1
        }
        // Where a snapshot was cut short, there may be rows after these.
        for piece in self.rows(of: chunk.part, chunk.number, half: chunk.half, from: rows.count) {
            try throwAway(piece)
        }
        job?.wrote(SnapshotJob.Note(chunk: chunk, rows: rows.count, sum: sum.value))
    }

    /// Lets what was written count from now on, and what it replaces no more.
    private func countSnapshot(_ job: SnapshotJob) throws(SQLiteError) {
        let insertion = try statement("INSERT OR REPLACE INTO chunks VALUES (?, ?, ?, ?, ?)")
        for note in job.notes {
            let chunk = note.chunk
            try insertion.bind(parts[chunk.part].part.name, at: 1)
            try insertion.bind(Int64(chunk.number), at: 2)
            try insertion.bind(Int64(note.rows), at: 3)
            try insertion.bind(note.sum, at: 4)
            try insertion.bind(chunk.half, at: 5)
            try insertion.run()
            if chunk.number < halves[chunk.part].count {
                waste += rows(of: chunk.part, chunk.number, half: halves[chunk.part][chunk.number])
                halves[chunk.part][chunk.number] = chunk.half
            } else {
                halves[chunk.part].append(chunk.half)
            }
        }
        for (index, (part, _)) in parts.enumerated() {
            let count = part.chunkCount(job.state)
            guard count < halves[index].count else { continue }
            for number in count..<halves[index].count { waste += rows(of: index, number, half: halves[index][number]) }
            halves[index].removeLast(halves[index].count - count)
            let deletion = try statement("DELETE FROM chunks WHERE part = ? AND chunk >= ?")
            try deletion.bind(part.name, at: 1)
            try deletion.bind(Int64(count), at: 2)
            try deletion.run()
        }
        waste += Waste.pieces(
            of: "events", key: "sequence", from: (head?.snapshot ?? 0) + 1, through: job.sequence)
        head?.snapshot = job.sequence
        head?.snapshotChain = job.chain
        head?.rows = Int64(parts.reduce(0) { $0 + $1.part.count(job.state) })
        try noteCounts()
        snapshotState = job.state
        self.job?.counts = true
    }

    /// What is in the file and does not count, as snapshots that were cut short leave it.
    func leftovers() throws(SQLiteError) -> [Waste] {
        var found: [Waste] = []
        for (index, (_, table)) in parts.enumerated() {
            let size = StatePart.chunkSize
            let end = halves[index].count * size
            for (number, half) in halves[index].enumerated() {
                found += try present(in: rows(of: index, number, half: 1 - half))
            }
            for half in Int64(0)...1 {
                let beyond = KeptTable.key(end, half: half)...KeptTable.key(0, half: half + 1) - 1
                found += try present(in: [Waste(table: table.name, key: table.key, keys: beyond)])
            }
        }
        guard let head, head.snapshot > 0 else { return found }
        return try found + present(in: [Waste(table: "events", key: "sequence", keys: 1...head.snapshot)])
    }

    private func rows(of part: Int, _ chunk: Int, half: Int64, from row: Int = 0) -> [Waste] {
        let table = parts[part].table
        let first = KeptTable.key(chunk * StatePart.chunkSize, half: half)
        return Waste.pieces(
            of: table.name, key: table.key, from: first + Int64(row), through: first + Int64(StatePart.chunkSize) - 1)
    }

    /// What there is of rows that do not count: whole chunks, as they are written.
    private func present(in ranges: [Waste]) throws(SQLiteError) -> [Waste] {
        var found: [Waste] = []
        let rest = Int64(StatePart.chunkSize) - 1
        for range in ranges {
            let key = "\"\(range.key)\""
            let selection = try statement("SELECT min(\(key)) FROM \"\(range.table)\" WHERE \(key) BETWEEN ? AND ?")
            var first = range.keys.lowerBound
            while first <= range.keys.upperBound {
                defer { selection.reset() }
                try selection.bind(first, at: 1)
                try selection.bind(range.keys.upperBound, at: 2)
                guard try selection.step(), !selection.isNull(0) else { break }
                let end = min(selection.integer(0) | rest, range.keys.upperBound)
                let begin = max(selection.integer(0) & ~rest, range.keys.lowerBound)
                found.append(Waste(table: range.table, key: range.key, keys: begin...end))
                first = end + 1
            }
        }
        return found
    }

    private func throwAway(_ piece: Waste) throws(SQLiteError) {
        let deletion = try statement("DELETE FROM \"\(piece.table)\" WHERE \"\(piece.key)\" BETWEEN ? AND ?")
        try deletion.bind(piece.keys.lowerBound, at: 1)
        try deletion.bind(piece.keys.upperBound, at: 2)
        try deletion.run()
    }
}
