// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import SQLite
import Testing

@testable import Platform

@Suite("A data file from which something beside the state was taken")
struct CountingTests {
    /// A closed file with mails, two files and a beginning, and how many mails there are.
    private func furnished(_ data: TemporaryData) async throws -> Int {
        let service = try data.open()
        let town = try Town(in: service)
        _ = try town.book()
        let mails = service.mails().count
        await service.closeData()
        // Nothing but a file is kept this time: no event, and so no snapshot.
        let again = try data.open()
        for number in Int64(1)...2 { again.storeThumb([1, 2], type: "image/png", for: Identifier(number)) }
        await again.closeData()
        return mails
    }

    private func execute(_ sql: String, _ path: String) throws {
        try Connection(path: path, access: .readWrite).execute(sql)
    }

    @Test(
        "is damaged, by what is missing",
        arguments: [
            ("DELETE FROM mails WHERE position = (SELECT max(position) FROM mails)", "mail LAST is missing"),
            ("DELETE FROM mails", "mail 1 is missing"), ("DELETE FROM files", "of 2 files it has 0"),
            ("DELETE FROM files WHERE number = 2", "of 2 files it has 1"),
            ("DELETE FROM beginning", "its beginning is missing"),
            ("DROP TABLE beginning", "its beginning is missing"),
            ("UPDATE chunks SET rows = 1 WHERE part = 'files'", "what it says of its files is not what was written"),
            ("UPDATE chunks SET rows = 1 WHERE part = 'mails'", "what it says of its mails is not what was written"),
            (
                "UPDATE chunks SET rows = 0 WHERE part = 'beginning'",
                "what it says of its beginning is not what was written"
            ),
        ])
    func named(sql: String, sentence: String) async throws {
        let data = try TemporaryData()
        let mails = try await furnished(data)
        try execute(sql, data.path)
        #expect(throws: DataFailure.self) { try DataReport(of: data.path) }
        let failure = try await data.failure()
        #expect(failure?.kind == .damaged)
        let wanted = sentence.replacing("LAST", with: "\(mails)")
        #expect(failure?.english.contains(wanted) == true, "\(failure?.english ?? "none")")
    }

    @Test("is none when an older kit went on with it, or made it: more than was noted, or nothing noted, is all right")
    func older() async throws {
        let data = try TemporaryData()
        let mails = try await furnished(data)
        let service = try data.open()
        _ = try Town.account("autre@example.com", .young, in: service)
        try service.perform(.requestPasswordReset(email: "autre@example.com")) { _, _ in }
        try await service.settleData()
        let killed = try data.copied()
        #expect(try killed.load().platform.mailbox.mails.count > mails)
        await service.closeData()
        // What such a kit would have left of the notes.
        try execute("DELETE FROM chunks WHERE part IN ('mails', 'files', 'beginning')", data.path)
        try execute("DELETE FROM files", data.path)
        #expect(try DataReport(of: data.path).violations.isEmpty)
    }

    @Test("counts the mails that are gone for want of room with those that are there")
    func dropped() async throws {
        let data = try TemporaryData()
        var core = Service.Settings().freshCore
        core.mailbox = Mailbox(dropped: 1_000)
        core.mailbox.add(
            (1...3).map { number in
                Mail(to: ["a@b.fr"], subject: "\(number)", at: .epoch, body: MailBody(greeting: "", blocks: []))
            })
        let file = try DataFile(data.path, creates: true)
        try file.create(KeptPlatform(core, begin: core.state.now), key: [1])
        file.close()
        let mailbox = try data.load().platform.mailbox
        #expect(mailbox.dropped == 1_000 && mailbox.mails.map(\.subject) == ["1", "2", "3"])
        try execute("DELETE FROM mails WHERE position = (SELECT max(position) FROM mails)", data.path)
        #expect(try await data.failure()?.english.contains("mail 1003 is missing") == true)
    }

    @Test("notes what there is anew after a reset")
    func reset() async throws {
        let data = try TemporaryData()
        _ = try await furnished(data)
        let service = try data.open()
        service.reset()
        await service.closeData()
        #expect(try data.load().platform.files.isEmpty)
        try execute("DELETE FROM beginning", data.path)
        #expect(try await data.failure()?.english.contains("its beginning is missing") == true)
    }
}
