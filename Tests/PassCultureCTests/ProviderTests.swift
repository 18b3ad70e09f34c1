// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture
import PassCultureTesting
import TestSupport
import Testing

/// A till in C that speaks today's edition.
@Suite(.timeLimit(.minutes(2)))
struct ProviderTests {
    private static func wire(_ answer: PublicAnswer) -> SocketServer.Step {
        let body = String(decoding: answer.response.body, as: UTF8.self)
        let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
        return .close(after: "HTTP/1.1 \(answer.response.status) X\r\nConnection: close\r\n\(length)\r\n" + body)
    }

    /// Opens a till with a key, does something with it on a thread of its own, and closes it.
    private static func till<Result: Sendable>(
        _ url: String, key: String = "test_key_c", outbox: String? = nil, venue: Int64 = 1, department: String = "93",
        _ work: @escaping @Sendable (OpaquePointer?) -> Result
    ) async -> (Int32, Result?) {
        await Thread.run { () -> (Int32, Result?) in
            var handle: OpaquePointer?
            let status = withTexts(url, key, department, outbox ?? "") { url, key, department, path in
                var config = pc_config()
                config.size = UInt32(MemoryLayout<pc_config>.size)
                config.base_url = url
                config.outbox_path = outbox == nil ? nil : path
                var provider = pc_provider()
                provider.size = UInt32(MemoryLayout<pc_provider>.size)
                provider.venue = venue
                provider.key = key
                provider.department = department
                return pc_open_provider(&config, &provider, &handle)
            }
            guard status == PC_OK else { return (status, nil) }
            defer { _ = pc_close(handle) }
            return (status, work(handle))
        }
    }

    private static func withTexts<Result>(
        _ one: String, _ two: String, _ three: String, _ four: String,
        _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Result
    ) -> Result {
        one.withCString { one in
            two.withCString { two in
                three.withCString { three in four.withCString { four in body(one, two, three, four) } }
            }
        }
    }

    @Test func `checks, validates, takes back and cancels by today's paths`() async throws {
        let server = try SocketServer.playing([
            Self.wire(.booking()), Self.wire(.done), Self.wire(.done), Self.wire(.booking()), Self.wire(.done),
        ])
        defer { server.stop() }
        let folder = try ScratchFolder()
        let found = await Self.till(server.url, outbox: folder.path("outbox.db")) { till -> [Int32] in
            var check = pc_check_result(sized: true)
            var validation = pc_validation(sized: true)
            var statuses = [pc_check(till, "PASSCULTURE:v3;TOKEN:lysyu9", &check), check.outcome]
            statuses += [pc_validate(till, "LYSYU9", nil, &validation), validation.outcome]
            statuses += [pc_undo(till, "LYSYU9", "Ana", &validation), validation.outcome]
            statuses += [pc_cancel(till, "LYSYU9", "Ana", &validation), validation.outcome]
            return statuses
        }
        #expect(
            found.1 == [PC_OK, PC_VALID, PC_OK, PC_VALIDATED, PC_OK, PC_REVERSED, PC_OK, PC_REVERSED])
        let requests = server.requests
        let base = "/public/bookings/v1/"
        #expect(
            requests.map(\.target)
                == ["token", "use/token", "keep/token", "token", "cancel/token"].map { base + $0 + "/LYSYU9" })
        #expect(
            requests.allSatisfy { request in
                request.headers.contains { $0.name.lowercased() == "authorization" && $0.value == "Bearer test_key_c" }
            })
    }

    @Test func `neither takes back nor cancels what is another venue's, and tells what stands where it is declined`()
        async throws
    {
        let declined = PublicAnswer("declined", status: 400, body: #"{"global":"The tickets were not taken back"}"#)
        let server = try SocketServer.playing([
            Self.wire(.booking(venue: 2)), Self.wire(.booking()), Self.wire(declined), Self.wire(declined),
        ])
        defer { server.stop() }
        let folder = try ScratchFolder()
        let found = await Self.till(server.url, key: "test_key_venue", outbox: folder.path("outbox.db")) { till in
            var validation = pc_validation(sized: true)
            var told: [String] = []
            for code in ["LYSYU9", "EEXUK4"] {
                for reverse in [pc_cancel, pc_undo] {
                    let status = reverse(till, code, "Ana", &validation)
                    told.append("\(status) \(validation.outcome) \(text(validation.reason)) \(validation.http_status)")
                }
            }
            return told
        }
        #expect(
            found.1 == [
                "\(PC_OK) \(PC_REFUSED) wrong-venue 200", "\(PC_OK) \(PC_REFUSED) wrong-venue 200",
                "\(PC_OK) \(PC_REFUSED) not-cancelled 400", "\(PC_OK) \(PC_REFUSED) not-undone 400",
            ])
        #expect(server.requests.map(\.method) == ["GET", "GET", "PATCH", "PATCH"])
    }

    @Test func `counts what waits and is another venue's, and sends it under that number`() async throws {
        let server = try SocketServer.playing([
            Self.wire(.booking(venue: 2)), Self.wire(.booking(venue: 2)), Self.wire(.done),
        ])
        defer { server.stop() }
        let folder = try ScratchFolder()
        let outbox = folder.path("outbox.db")
        let counts: @Sendable (OpaquePointer?) -> [UInt32] = { till in
            var done = pc_reconciliation(sized: true)
            let status = pc_reconcile(till, &done)
            return status == PC_OK ? [done.validated, done.refused, done.waiting, done.other_venue] : []
        }
        let wrong = await Self.till(server.url, outbox: outbox) { till -> [UInt32] in
            var sale = pc_sale(sized: true), validation = pc_validation(sized: true)
            sale.kind = PC_CINEMA
            _ = pc_validate_later(till, "LYSYU9", &sale, &validation)
            return counts(till)
        }
        #expect(wrong.1 == [0, 0, 1, 1])
        #expect(await Self.till(server.url, outbox: outbox, venue: 2, counts).1 == [1, 0, 0, 0])
    }

    @Test func `of an undo whose answer is lost, tells since when nobody knows`() async throws {
        let server = try SocketServer.playing([.close(after: "")])
        defer { server.stop() }
        let folder = try ScratchFolder()
        let start = SystemClock.now()
        let found = await Self.till(server.url, outbox: folder.path("outbox.db")) { till -> (Int32, Int64) in
            var validation = pc_validation(sized: true)
            _ = pc_undo(till, "LYSYU9", "Ana", &validation)
            return (validation.outcome, validation.since)
        }
        let (outcome, since) = try #require(found.1)
        #expect(outcome == PC_UNKNOWN)
        #expect((start.microseconds...SystemClock.now().microseconds).contains(since))
    }

    @Test(
        "of a show on the day list, tells when it begins on the venue's clocks", arguments: [("93", 20), ("974", 23)])
    func dayList(department: String, hour: Int) async throws {
        let (folder, closed) = (try ScratchFolder(), try ClosedPort())
        let path = folder.path("outbox.db")
        let outbox = try SQLiteOutbox(path: path)
        let begins = try #require(Instant(iso8601: "2018-12-24T19:30:00Z"))
        let entry = DayList.Entry(
            countermark: try Countermark("LYSYU9"), offerName: "Hamlet", begins: begins, userName: "S", email: "s@e.fr")
        try outbox.load(DayList([entry]), at: begins)
        outbox.close()
        let url = "http://127.0.0.1:\(closed.port)"
        let found = await Self.till(url, outbox: path, department: department) { till -> [String] in
            var check = pc_check_result(sized: true)
            _ = pc_check(till, "LYSYU9", &check)
            return ["\(check.outcome)", "\(check.begins_at)", text(check.begins_at_fr)]
        }
        #expect(
            found.1 == ["\(PC_PROVISIONAL)", "\(begins.microseconds)", "24 décembre 2018 à \(hour):30"])
    }

    @Test func `tells from when a countermark can be validated, and why not at all`() async throws {
        let server = try SocketServer.playing([
            Self.wire(.tooEarly("03/12/2026", "07:15")), Self.wire(.booking(venue: 2)), Self.wire(.tooManyRequests),
        ])
        defer { server.stop() }
        let found = await Self.till(server.url, key: "test_key_429") { till -> [String] in
            var validation = pc_validation(sized: true)
            var check = pc_check_result(sized: true)
            _ = pc_validate(till, "LYSYU9", nil, &validation)
            var told = [text(validation.reason), "\(validation.not_before)", text(validation.cashier_fr)]
            _ = pc_check(till, "LYSYU9", &check)
            told.append(text(check.reason))
            told.append("\(pc_validate(till, "LYSYU9", nil, &validation)) \(validation.outcome)")
            return told
        }
        #expect(
            found.1 == [
                "too-early", "1796278500000000",
                "Trop tôt : cette contremarque pourra être validée à partir du 3 décembre 2026 à 07:15 ; ne remettez "
                    + "rien d'ici là.",
                "wrong-venue", "\(PC_TOO_MANY_REQUESTS) \(PC_NONE)",
            ])
    }

    @Test func `tells how many, for how much and from when, to who has room for it`() async throws {
        let body =
            #"{"id":1,"status":"CONFIRMED","venueId":1,"quantity":2,"price":1250,"confirmationDate":"2026-12-03T06:15:00Z"}"#
        let duo = SocketServer.Step.close(
            after: "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let server = try SocketServer.playing([duo, Self.wire(.tooEarly("03/12/2026", "07:15")), duo])
        defer { server.stop() }
        let found = await Self.till(server.url, key: "test_key_duo") { till -> [String] in
            var check = pc_check_result(sized: true)
            _ = pc_check(till, "LYSYU9", &check)
            var told = [text(check.cashier_fr), "\(check.quantity) \(check.price_cents) \(check.confirmed_from)"]
            _ = pc_check(till, "LYSYU9", &check)
            told.append("\(text(check.reason)) \(check.quantity) \(check.price_cents) \(check.confirmed_from)")
            // A program that was compiled before these fields were there.
            check = pc_check_result(sized: true)
            check.size = 2_096
            check.quantity = 77
            told.append("\(pc_check(till, "LYSYU9", &check)) \(check.outcome) \(check.quantity) \(check.price_cents)")
            return told
        }
        #expect(
            found.1 == [
                "Contremarque valable pour deux : remettez pour deux, puis validez.", "2 1250 1796278500000000",
                "too-early 0 -1 1796278500000000", "\(PC_OK) \(PC_VALID) 77 0",
            ])
    }

    @Test func `needs an outbox and a person to take something back`() async throws {
        let folder = try ScratchFolder()
        let url = "http://127.0.0.1:1"
        let without = await Self.till(url) { till -> Int32 in
            var validation = pc_validation(sized: true)
            return pc_undo(till, "LYSYU9", "Ana", &validation)
        }
        #expect(without.1 == PC_NO_OUTBOX)
        let with = await Self.till(url, outbox: folder.path("outbox.db")) { till -> [Int32] in
            var validation = pc_validation(sized: true)
            return [
                pc_undo(till, "LYSYU9", "", &validation), pc_undo(till, "LYSYU9", nil, &validation),
                pc_cancel(till, "LYSYU9", " ", &validation), pc_cancel(till, "LYSYU9", "Ana", nil),
            ]
        }
        #expect(with.1 == [PC_BAD_ARGUMENT, PC_BAD_ARGUMENT, PC_BAD_ARGUMENT, PC_BAD_ARGUMENT])
    }

    @Test func `is not opened by half of what it needs, nor by a log-in besides`() async throws {
        #expect(await Self.till("http://127.0.0.1:1", venue: 0) { _ in true }.0 == PC_BAD_ARGUMENT)
        let statuses = await Thread.run { () -> [Int32] in
            var handle: OpaquePointer?
            return withConfig("http://127.0.0.1:1") { config in
                "clé".withCString { key in
                    var provider = pc_provider()
                    provider.size = UInt32(MemoryLayout<pc_provider>.size)
                    provider.venue = 1
                    provider.key = key
                    let both = pc_open_provider(&config, &provider, &handle)
                    config.email = nil
                    config.password = nil
                    let bad = pc_open_provider(&config, &provider, &handle)
                    provider.key = nil
                    return [
                        both, bad, pc_open_provider(&config, &provider, &handle),
                        pc_open_provider(&config, nil, &handle), pc_open(&config, &handle),
                    ]
                }
            }
        }
        #expect(
            statuses == [PC_BAD_ARGUMENT, PC_BAD_CONFIG, PC_BAD_ARGUMENT, PC_BAD_ARGUMENT, PC_BAD_ARGUMENT])
    }

    @Test func `of 2018 cannot take anything back`() async throws {
        let folder = try ScratchFolder()
        let till = try folder.path("outbox.db").withCString { path in
            try CTill("http://127.0.0.1:1") { $0.outbox_path = path }
        }
        let status = await Thread.run { () -> Int32 in
            var validation = pc_validation(sized: true)
            return pc_undo(till.handle, "LYSYU9", "Ana", &validation)
        }
        #expect(status == PC_NOT_IN_EDITION)
    }
}
