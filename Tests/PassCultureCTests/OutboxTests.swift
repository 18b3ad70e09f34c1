// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import PassCultureTesting
import TestSupport
import Testing

/// Tills with an outbox as a C program has them.
@Suite(.timeLimit(.minutes(1)))
struct OutboxTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func till(_ url: String, change: (inout pc_config) -> Void = { _ in }) throws -> CTill {
        try folder.path("outbox.db").withCString { path in
            try CTill(url) { config in
                config.outbox_path = path
                change(&config)
            }
        }
    }

    private func validateLater(_ till: CTill, _ countermark: String, _ kind: Int32, cents: Int64 = 0)
        -> (status: Int32, validation: pc_validation)
    {
        var sale = pc_sale(sized: true), validation = pc_validation(sized: true)
        sale.kind = kind
        sale.amount_cents = cents
        let status = pc_validate_later(till.handle, countermark, &sale, &validation)
        return (status, validation)
    }

    private func pending(_ till: CTill, room: Int) -> (status: Int32, count: UInt32, attempts: [pc_attempt]) {
        var attempts = [pc_attempt](repeating: pc_attempt(), count: room)
        var count: UInt32 = 0
        let status = pc_pending(
            till.handle, &attempts, UInt32(MemoryLayout<pc_attempt>.size), UInt32(room), &count)
        return (status, count, attempts)
    }

    private func reconcile(_ till: CTill) async -> (status: Int32, done: pc_reconciliation) {
        await Thread.run {
            var done = pc_reconciliation(sized: true)
            return (pc_reconcile(till.handle, &done), done)
        }
    }

    @Test func `a lost answer with the evidence of a check is probable, and a person makes it certain`() async throws {
        let server = try SocketServer.playing([wire(.booking), .close(after: ""), wire(.alreadyValidated)])
        defer { server.stop() }
        let till = try till(server.url)
        #expect(await till.check("LYSYU9").result.outcome == PC_VALID)
        let (status, validation, _) = await till.validate("LYSYU9")
        #expect(status == PC_OK)
        #expect(validation.outcome == PC_PROBABLE)
        #expect(validation.others == PC_OTHER_TILL | PC_OTHER_DESK | PC_OTHER_SERVICE)
        #expect(validation.since > 0)
        #expect(text(validation.cashier_fr).contains("très probablement par cette caisse"))
        #expect(server.requests.map(\.method) == ["GET", "PATCH", "GET"])

        let (_, count, attempts) = pending(till, room: 2)
        #expect(count == 1)
        #expect(attempts[0].outcome == PC_PROBABLE)
        #expect(text(attempts[0].attempt) == text(validation.attempt))
        #expect(text(attempts[0].attempt).utf8.count == 16)

        var confirmed = pc_validation(sized: true)
        for nobody in ["", " "] {
            #expect(pc_confirm(till.handle, text(validation.attempt), nobody, &confirmed) == PC_BAD_ARGUMENT)
            #expect(pc_abandon(till.handle, text(validation.attempt), nobody) == PC_BAD_ARGUMENT)
        }
        #expect(pc_confirm(till.handle, text(validation.attempt), "Mme Martin", &confirmed) == PC_OK)
        #expect(confirmed.outcome == PC_VALIDATED)
        #expect(text(confirmed.reason) == "person")
        #expect(confirmed.http_status == 0)
        #expect(pending(till, room: 0).count == 0)
        #expect(pc_confirm(till.handle, text(validation.attempt), "Mme Martin", &confirmed) == PC_WRONG_STATE)
        #expect(confirmed.outcome == PC_NONE)
    }

    @Test func `a shared ledger without another attempt makes it certain by itself`() async throws {
        let server = try SocketServer.playing([wire(.booking), .close(after: ""), wire(.alreadyValidated)])
        defer { server.stop() }
        let till = try till(server.url) { $0.flags = PC_SHARED_LEDGER }
        _ = await till.check("LYSYU9")
        let validation = await till.validate("LYSYU9").validation
        #expect(validation.outcome == PC_VALIDATED)
        #expect(text(validation.reason) == "ledger")
    }

    @Test func `a lost answer without evidence stays unknown`() async throws {
        let server = try SocketServer.playing([.close(after: ""), wire(.alreadyValidated)])
        defer { server.stop() }
        let validation = try await till(server.url).validate("LYSYU9").validation
        #expect(validation.outcome == PC_UNKNOWN)
        #expect(text(validation.reason) == "no-answer")
        #expect(validation.others == 0)
    }

    @Test func `what is sold is written down with a validation, too`() async throws {
        let closed = try ClosedPort()
        let till = try till("http://127.0.0.1:\(closed.port)") { $0.offline_count = 1 }
        let outcome = await Thread.run { () -> Int32 in
            var sale = pc_sale(sized: true), validation = pc_validation(sized: true)
            sale.kind = PC_SHOW
            _ = pc_validate(till.handle, "LYSYU9", &sale, &validation)
            return validation.outcome
        }
        #expect(outcome == PC_PROVISIONAL)
        #expect(pending(till, room: 1).attempts[0].kind == PC_SHOW)
    }

    @Test func `what is stored for later is listed, and sent by a reconciliation`() async throws {
        let server = try SocketServer.playing([noContent, wire(.alreadyValidated)])
        defer { server.stop() }
        let till = try till(server.url)
        let (status, stored) = validateLater(till, "LYSYU9", PC_CINEMA, cents: 1_050)
        #expect(status == PC_OK)
        #expect(stored.outcome == PC_PROVISIONAL)
        #expect(text(stored.reason) == "later")
        #expect(validateLater(till, "ABCDEF", PC_CINEMA).status == PC_OK)
        #expect(server.requests.isEmpty)

        let (_, count, attempts) = pending(till, room: 1)
        #expect(count == 2)
        #expect(attempts[0].size == UInt32(MemoryLayout<pc_attempt>.size))
        #expect(attempts[0].outcome == PC_PROVISIONAL)
        #expect(attempts[0].kind == PC_CINEMA)
        #expect(attempts[0].amount_cents == 1_050)
        #expect(attempts[0].sent_at == .min)
        #expect(text(attempts[0].countermark) == "LYSYU9")

        let (reconciled, done) = await reconcile(till)
        #expect(reconciled == PC_OK)
        #expect(done.stopped_by == PC_OK)
        #expect((done.validated, done.refused) == (1, 1))
        #expect((done.waiting, done.probable, done.unknown, done.held) == (0, 0, 0, 0))
        #expect(server.requests.map(\.method) == ["PATCH", "PATCH"])
    }

    @Test func `a list with room for a newer program's structs is written in its steps`() throws {
        struct Newer {
            var known = pc_attempt()
            var added: UInt64 = 7
        }
        let till = try till("http://127.0.0.1:9")
        for code in ["LYSYU9", "ABCDEF"] { #expect(validateLater(till, code, PC_CINEMA).status == PC_OK) }
        var attempts = [Newer(), Newer()]
        var count: UInt32 = 0
        let status = attempts.withUnsafeMutableBytes { bytes in
            pc_pending(
                till.handle, bytes.baseAddress?.assumingMemoryBound(to: pc_attempt.self),
                UInt32(MemoryLayout<Newer>.stride), 2, &count)
        }
        #expect(status == PC_OK)
        #expect(attempts.map { text($0.known.countermark) } == ["LYSYU9", "ABCDEF"])
        #expect(attempts.map(\.added) == [7, 7])
        #expect(pc_pending(till.handle, nil, 0, 1, &count) == PC_BAD_ARGUMENT)
        #expect(pending(till, room: 1).status == PC_OK)
        var one = pc_attempt()
        #expect(pc_pending(till.handle, &one, 8, 1, &count) == PC_BAD_SIZE)
    }

    @Test func `the guide's rules hold unless they are overridden`() throws {
        let till = try till("http://127.0.0.1:9")
        #expect(validateLater(till, "LYSYU9", PC_BOOK).status == PC_NOT_LATER)
        #expect(validateLater(till, "LYSYU9", PC_DIGITAL).status == PC_NOT_LATER)
        #expect(validateLater(till, "LYSYU9", PC_SHOW).status == PC_TIME_NEEDED)
        #expect(validateLater(till, "LYSYU9", 0).status == PC_BAD_ARGUMENT)
        let other = try self.till("http://127.0.0.1:9") { $0.flags = PC_AGAINST_THE_GUIDE }
        #expect(validateLater(other, "LYSYU9", PC_BOOK).status == PC_OK)
    }

    @Test func `a countermark is taken once, until it is given up`() async throws {
        let server = try SocketServer.playing([noContent])
        defer { server.stop() }
        let till = try till(server.url)
        let stored = validateLater(till, "LYSYU9", PC_CINEMA).validation
        let (status, validation, error) = await till.validate("LYSYU9")
        #expect(status == PC_ALREADY_TAKEN)
        #expect(validation.outcome == PC_NONE)
        #expect(text(error.cashier_fr).contains("ne remettez rien"))
        #expect(server.requests.isEmpty)

        #expect(pc_abandon(till.handle, "0000000000000000", "Mme Martin") == PC_NO_SUCH_ATTEMPT)
        #expect(pc_abandon(till.handle, "no number", "Mme Martin") == PC_BAD_ARGUMENT)
        #expect(pc_abandon(till.handle, text(stored.attempt), "Mme Martin") == PC_OK)
        #expect(await till.validate("LYSYU9").validation.outcome == PC_VALIDATED)
    }

    @Test func `without a line a till refuses, or stores as much as it was told`() async throws {
        let closed = try ClosedPort()
        let url = "http://127.0.0.1:\(closed.port)"
        let strict = try till(url)
        #expect(await strict.validate("LYSYU9").status == PC_NEVER_SENT)

        let storing = try till(url) { $0.offline_count = 1 }
        let (status, validation, _) = await storing.validate("LYSYU9")
        #expect(status == PC_OK)
        #expect(validation.outcome == PC_PROVISIONAL)
        #expect(text(validation.reason) == "offline")
        let (full, nothing, error) = await storing.validate("ABCDEF")
        #expect(full != PC_OK)
        #expect(nothing.outcome == PC_NONE)
        #expect(error.nothing_was_sent == 1)
        #expect(pending(storing, room: 0).count == 1)
        let (reconciled, done) = await reconcile(storing)
        #expect(reconciled == PC_OK)
        // Six attempts in a row did not reach it by then.
        #expect(done.stopped_by == PC_SERVICE_DOWN)
        #expect(done.waiting == 1)

        // The outbox answers a check when nobody else does: it has the countermark already.
        let check = await storing.check("LYSYU9").result
        #expect(check.outcome == PC_REFUSED)
        #expect(text(check.reason) == "already-taken")
        #expect(check.http_status == 0)
    }

    @Test func `one countermark that nobody answers about is passed over, which is told, and the next is validated`()
        async throws
    {
        let page = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno"
        let server = try SocketServer.playing([.answer(page), .answer("HTTP/1.1 204 NO CONTENT\r\n\r\n")])
        defer { server.stop() }
        let till = try till(server.url)
        for code in ["ABCDEF", "GHJKLM"] { #expect(validateLater(till, code, PC_CINEMA).status == PC_OK) }
        let (status, done) = await reconcile(till)
        #expect(status == PC_OK)
        #expect(done.stopped_by == PC_NOT_ACCEPTED)
        #expect((done.validated, done.waiting) == (1, 1))
    }

    @Test func `what is stored past the limit goes on waiting, and the line's fault is told, whatever comes of it`()
        async throws
    {
        let closed = try ClosedPort()
        let till = try till("http://127.0.0.1:\(closed.port)") { $0.offline_count = 1 }
        #expect(await till.validate("LYSYU9").validation.outcome == PC_PROVISIONAL)
        for code in ["ABCDEF", "GHJKLM"] { #expect(validateLater(till, code, PC_CINEMA).status == PC_OK) }
        for _ in 0..<2 {
            let done = await reconcile(till).done
            #expect([PC_NEVER_SENT, PC_SERVICE_DOWN].contains(done.stopped_by))
            #expect((done.waiting, done.unknown) == (3, 0))
        }
    }

    @Test func `what an interrupted till left is settled by the next one`() async throws {
        let server = try SocketServer.playing(
            // The validation, and the three readings of one check: all lost.
            Array(repeating: .close(after: ""), count: 4) + [wire(.booking), noContent])
        defer { server.stop() }
        #expect(try await till(server.url).validate("LYSYU9").validation.outcome == PC_UNKNOWN)
        let next = try till(server.url)
        #expect(pending(next, room: 1).attempts[0].outcome == PC_UNKNOWN)
        let done = await reconcile(next).done
        #expect(done.validated + done.waiting == 1)
        #expect(done.unknown == 0)
    }

    @Test func `an outbox that cannot be used is said at once, and what needs one is refused without`() throws {
        func open(_ path: String?, _ change: (inout pc_config) -> Void = { _ in }) -> Int32 {
            func ask(_ path: UnsafePointer<CChar>?) -> Int32 {
                withConfig("http://127.0.0.1:9") { config in
                    config.outbox_path = path
                    change(&config)
                    var handle: OpaquePointer?
                    defer { _ = pc_close(handle) }
                    return pc_open(&config, &handle)
                }
            }
            return path.map { $0.withCString(ask) } ?? ask(nil)
        }
        #expect(open("/nonexistent/outbox.db") == PC_OUTBOX_FAILED)
        try folder.write("other", Array("no outbox at all, and long enough to be looked at".utf8))
        #expect(open(folder.path("other")) == PC_OUTBOX_FAILED)
        #expect(try folder.bytes("other") == Array("no outbox at all, and long enough to be looked at".utf8))
        #expect(open("") == PC_BAD_ARGUMENT)
        #expect(open(nil) { $0.offline_count = 5 } == PC_NO_OUTBOX)
        #expect(open(nil) { $0.flags = PC_SHARED_LEDGER } == PC_NO_OUTBOX)
        #expect(open(folder.path("new")) { $0.offline_hours = 5 } == PC_BAD_ARGUMENT)
        #expect(open(folder.path("new")) { $0.offline_amount_cents = -1 } == PC_BAD_ARGUMENT)
    }
}
