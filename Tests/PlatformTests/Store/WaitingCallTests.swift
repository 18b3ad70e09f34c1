// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import SQLite
import Synchronization
import TestSupport
import Testing

@testable import Platform

/// Calls to partners that wait while the process ends (`today §4.4`, `§4.5`).
@Suite("Calls that wait, kept in the data file")
struct WaitingCallTests {
    /// Opens a file again, as a platform that listens, and lets time pass.
    private func goOn(_ path: String, by span: Span, _ test: (PlatformServer) async throws -> Void) async throws {
        var configuration = PlatformConfiguration(edition: .publicV1, clock: .frozen)
        configuration.data = path
        let server = try await PlatformServer.start(configuration)
        do {
            try await server.service.advance(.by(span))
            try await test(server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// Waits until no call waits any more, and each has been answered.
    private func answered(_ server: PlatformServer) async {
        while server.service.read({ state, _ in state.nextCall != nil }) { await Task.yield() }
    }

    @Test("what waits is sent after a stop and after a kill, and what was sent is not", arguments: [true, false])
    func survives(isKilled: Bool) async throws {
        let office = try CalledOffice { _ in (204, "") }
        let data = try TemporaryData()
        var path = data.path
        try await TodayPlatform.run(data: data.path) { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            for _ in 1...3 { #expect(await platform.book(stock).status == 201) }
            #expect(try await office.next().json["action"] == "BOOK")
            if isKilled { path = try data.copy() }
        }
        #expect(office.count == 1)
        try await goOn(path, by: .seconds(1)) { _ in _ = try await office.next() }
        #expect(office.count == 2)
        try await goOn(path, by: .hours(1)) { server in
            _ = try await office.next()
            await server.service.sendDue()
            #expect(server.service.read { state, _ in state.nextCall } == nil)
            #expect(server.service.read { state, _ in state.violations } == [])
        }
        #expect(office.count == 3)
    }

    @Test("a notification under way when the process is killed is not sent again")
    func underWay() async throws {
        let data = try TemporaryData()
        // What a kill leaves while the partner still thinks about its answer.
        let office = try CalledOffice { _ in
            _ = try? data.copy()
            return (204, "")
        }
        try await TodayPlatform.run(data: data.path) { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            _ = await platform.book(stock)
            _ = try await office.next()
            await platform.server.service.sendDue()
        }
        try await goOn(data.folder + "/copy.db", by: .hours(1)) { server in
            await server.service.sendDue()
            #expect(server.service.read { state, _ in state.notices.count } == 1)
        }
        #expect(office.count == 1)
    }

    @Test("a barcode that waits goes back after the process was started again, once")
    func barcodes() async throws {
        let office = try CalledOffice { path in
            path == "/book"
                ? (200, #"{"remainingQuantity": 7, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#) : (200, "{}")
        }
        let data = try TemporaryData()
        try await TodayPlatform.run(data: data.path) { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            #expect(await platform.book(stock).status == 201)
            _ = try await office.next()
        }
        try await goOn(data.path, by: .seconds(59)) { server in
            await server.service.sendDue()
            #expect(office.count == 1)
        }
        try await goOn(data.path, by: .seconds(1)) { server in
            let back = try await office.next()
            #expect(back.inner == #"{"barcodes":["A"]}"#)
            await answered(server)
        }
        try await goOn(data.path, by: .hours(1)) { server in await server.service.sendDue() }
        #expect(office.count == 2)
    }

    @Test("a barcode under way when the process is killed goes back again: the partner knows that it took it already")
    func barcodeUnderWay() async throws {
        let data = try TemporaryData()
        let meanwhile = Meanwhile()
        let office = try CalledOffice { path in
            if path == "/cancel" { meanwhile.happens() }
            return (200, #"{"remainingQuantity": 7, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#)
        }
        try await TodayPlatform.run(data: data.path) { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            #expect(await platform.book(stock).status == 201)
            _ = try await office.next()
            // What a kill leaves while the partner still thinks about its answer.
            meanwhile.will { _ = try? data.copy() }
            await platform.control("POST", "/clock/advance", #"{"by": 60}"#)
            #expect(try await office.next().inner == #"{"barcodes":["A"]}"#)
            await answered(platform.server)
        }
        for _ in 1...2 {
            try await goOn(data.folder + "/copy.db", by: .seconds(1)) { server in
                await answered(server)
                try #require(office.count == 3)
            }
        }
        #expect(try await office.next().inner == #"{"barcodes":["A"]}"#)
    }

    @Test("what is under way goes back once, however often it is looked for what is due, and no copy gives it back")
    func underWayOnce() async throws {
        let meanwhile = Meanwhile()
        let office = try CalledOffice { path in
            if path == "/cancel" { meanwhile.happens() }
            return (200, #"{"remainingQuantity": 7, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            #expect(await platform.book(stock).status == 201)
            let service = platform.server.service
            let copies = Mutex<[Service]>([])
            meanwhile.will { copies.withLock { $0.append(service.fork()) } }
            try await service.advance(.by(.seconds(60)))
            async let first: Void = service.sendDue()
            async let second: Void = service.sendDue()
            _ = await (first, second)
            await answered(platform.server)
            let copy = try #require(copies.withLock { $0.first })
            await copy.sendDue()
            try await copy.advance(.by(.hours(1)))
            await copy.sendDue()
            #expect(copy.journal.excerpt().entries.isEmpty)
            await service.sendDue()
            #expect(office.count == 2)
        }
    }

    @Test("a platform that was closed begins no call that its file would not know of")
    func closed() async throws {
        let office = try CalledOffice { _ in (204, "") }
        let data = try TemporaryData()
        try await TodayPlatform.run(data: data.path) { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            for _ in 1...2 { _ = await platform.book(stock) }
            _ = try await office.next()
            let service = platform.server.service
            await service.closeData()
            try await service.advance(.by(.hours(1)))
            await service.sendDue()
            #expect(office.count == 1)
        }
        try await goOn(data.path, by: .seconds(1)) { _ in _ = try await office.next() }
        #expect(office.count == 2)
    }

    @Test("a file whose queue still has barcodes in it is opened, and whole when it is written again")
    func olderQueue() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let town = try Town(in: service)
        _ = try town.book()
        let state = service.read { state, _ in state }
        await service.closeData()

        let part = try #require(PlatformState.parts.first { $0.name == "due" })
        let table = KeptTable(part)
        var rows = part.rows(state)(0)
        let at = StoredValue.instant(state.now + .seconds(1))
        rows.insert([at, .integer(99), .text("barcodeReturn"), .null, .integer(1)], at: 0)
        do {
            let file = try DataFile(data.path, creates: false)
            _ = try file.load(writes: true)
            file.head?.rows? += 1
            try file.writeHead()
            var sum = Checksum()
            let insertion = try file.connection.prepare(table.insertion)
            for (position, row) in rows.enumerated() {
                try insertion.bindNull(at: table.checksumPlace)
                try table.bind(Int64(position), row, to: insertion, &sum)
                try insertion.run()
            }
            try file.connection.execute(
                "UPDATE chunks SET rows = \(rows.count), checksum = \(sum.value), half = 0 WHERE part = 'due' AND chunk = 0"
            )
            insertion.reset()
            file.close()
        }
        for _ in 1...2 {
            let again = try data.open()
            #expect(again.read { state, _ in state.nextDue?.what } == state.nextDue?.what)
            try await again.advance(.by(.seconds(1)))
            try again.perform(.openSession(town.reader)) { _, _ in () }
            await again.closeData()
        }
        #expect(try DataReport(of: data.path).violations.isEmpty)
    }
}
