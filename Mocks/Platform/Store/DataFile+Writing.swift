// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import SQLite

extension DataFile {
    /// Commits what happened, all of it together; it is on the disk when this returns.
    ///
    /// - Throws: when it could not be written, or is no longer where it was: nothing may be acknowledged any more then.
    func append(_ units: [LogUnit]) throws(DataFailure) {
        try writing { () throws(SQLiteError) in
            for unit in units { try append(unit) }
            try continueSnapshot()
            try writeHead()
        }
    }

    private func append(_ unit: LogUnit) throws(SQLiteError) {
        if let replacement = unit.replacement { try replaceAll(with: replacement.value) }
        for entry in unit.entries { try append(entry) }
        job?.pass(unit.entries.count)
        if !unit.mails.isEmpty {
            for mail in unit.mails { try append(mail.moved(from: unit.base, to: Service.nowhere)) }
            if unit.droppedMails > head?.droppedMails ?? 0 {
                let deletion = try statement("DELETE FROM mails WHERE position <= ?")
                try deletion.bind(Int64(unit.droppedMails), at: 1)
                try deletion.run()
                head?.droppedMails = unit.droppedMails
            }
        }
        if let file = unit.file {
            try keep(file)
            // A file may be all that happens, and then there is no snapshot to come.
            try noteCounts()
        }
        if let lines = unit.beginning { try keepBeginning(lines) }
        if let clock = unit.clock { head?.clock = clock }
        if let seed = unit.seed { head?.seed = seed }
        // If the one before is not done yet, this one is left out.
        if let snapshot = unit.snapshot, job == nil {
            beginSnapshot(of: snapshot.state.value, within: snapshot.within)
        }
    }

    private func append(_ entry: LogUnit.Entry) throws(SQLiteError) {
        guard var head else { return }
        let stored = entry.event.stored
        let fields = stored.text
        head.last += 1
        head.lastChain = DataHead.link(
            after: head.lastChain, head.last, entry.at.microseconds, stored.kind, fields)
        let insertion = try statement("INSERT INTO events VALUES (?, ?, ?, ?, ?)")
        try insertion.bind(head.last, at: 1)
        try insertion.bind(entry.at.microseconds, at: 2)
        try insertion.bind(stored.kind, at: 3)
        try insertion.bind(fields, at: 4)
        try insertion.bind(head.lastChain, at: 5)
        try insertion.run()
        self.head = head
    }

    private func append(_ mail: Mail) throws(SQLiteError) {
        lastMail += 1
        let insertion = try statement(KeptTable.mails.insertion)
        var sum = Checksum()
        try KeptTable.mails.bind(lastMail, mail.fields, to: insertion, &sum)
        try insertion.bind(sum.value, at: KeptTable.mails.checksumPlace)
        try insertion.run()
    }

    /// Keeps what a reset goes back to.
    func keepBeginning(_ lines: [UInt8]) throws(SQLiteError) {
        let insertion = try statement("INSERT OR REPLACE INTO beginning VALUES (1, ?, ?)")
        var sum = Checksum()
        sum.add(lines)
        try insertion.bind(lines, at: 1)
        try insertion.bind(sum.value, at: 2)
        try insertion.run()
    }

    private func keep(_ file: KeptFile) throws(SQLiteError) {
        let insertion = try statement("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)")
        try insertion.bind(file.key.kind, at: 1)
        try insertion.bind(file.key.number, at: 2)
        try insertion.bind(file.type, at: 3)
        try insertion.bind(file.bytes, at: 4)
        try insertion.bind(file.checksum, at: 5)
        try insertion.run()
    }

    /// Writes the head over the one that there is.
    func writeHead() throws(SQLiteError) {
        guard let head else { return }
        let insertion = try statement(
            "INSERT OR REPLACE INTO platform VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try insertion.bind(head.profile.rawValue, at: 1)
        try insertion.bind(head.begin.microseconds, at: 2)
        try insertion.bind(head.key, at: 3)
        try insertion.bind(head.clock.mode.rawValue, at: 4)
        try insertion.bind(head.clock.shown.microseconds, at: 5)
        try insertion.bind(head.clock.real.microseconds, at: 6)
        if let seed = head.seed {
            try insertion.bind(Int64(bitPattern: seed), at: 7)
        } else {
            try insertion.bindNull(at: 7)
        }
        let numbers = [
            Int64(head.droppedMails), head.snapshot, head.snapshotChain, head.last, head.lastChain, head.checksum,
        ]
        for (index, number) in numbers.enumerated() { try insertion.bind(number, at: 8 + index) }
        if let rows = head.rows { try insertion.bind(rows, at: 14) } else { try insertion.bindNull(at: 14) }
        if let edition = head.edition {
            try insertion.bind(edition.rawValue, at: 15)
        } else {
            try insertion.bindNull(at: 15)
        }
        try insertion.run()
    }

    /// Puts a whole platform in the place of what is kept, with a snapshot and no events.
    func replaceAll(with platform: KeptPlatform) throws(SQLiteError) {
        for table in ["mails", "files", "chunks", "events"] + parts.map(\.table.name) {
            try connection.execute("DELETE FROM \"\(table)\"")
        }
        head?.clock = platform.clock
        head?.seed = platform.seed
        head?.droppedMails = platform.mailbox.dropped
        lastMail = Int64(platform.mailbox.dropped)
        for mail in platform.mailbox.mails { try append(mail) }
        for file in platform.files.values { try keep(file) }
        snapshotState = nil
        halves = parts.map { _ in [] }
        waste = []
        job = nil
        beginSnapshot(of: platform.state, within: 1)
        try finishSnapshot()
        try writeHead()
    }
}

extension KeptFile {
    /// The sum over all of it.
    var checksum: Int64 {
        var sum = Checksum()
        sum.add(key.kind)
        sum.add(key.number)
        sum.add(type)
        sum.add(bytes)
        return sum.value
    }
}
