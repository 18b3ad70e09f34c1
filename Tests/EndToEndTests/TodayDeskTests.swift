// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PassCulture
import PassCultureTesting
import Platform
import TestSupport
import Testing

/// A desk of today's edition against the local platform, which knows nothing of it.
@Suite(.timeLimit(.minutes(2)))
struct TodayDeskTests {
    /// What a desk is told in one state of the table (`today §2.3`), call by call.
    struct Row: Sendable, CustomTestStringConvertible {
        let state: String
        let check: String
        let use: String
        let keep: String
        let cancel: String
        var testDescription: String { state }
    }

    /// The table, 11 states by 4 operations, in the SDK's words.
    static let table = [
        Row(
            state: "unknown", check: "unknown-countermark", use: "unknown-countermark", keep: "unknown-countermark",
            cancel: "unknown-countermark"),
        Row(
            state: "foreign", check: "unknown-countermark", use: "unknown-countermark", keep: "unknown-countermark",
            cancel: "unknown-countermark"),
        Row(
            state: "inactiveLink", check: "unknown-countermark", use: "unknown-countermark",
            keep: "unknown-countermark", cancel: "unknown-countermark"),
        Row(state: "confirmedProduct", check: "valid", use: "validated", keep: "not-used", cancel: "done"),
        Row(state: "eventWindowOpen", check: "too-early", use: "too-early", keep: "not-used", cancel: "done"),
        Row(
            state: "eventWindowClosed", check: "valid", use: "validated", keep: "not-used",
            cancel: "too-late-to-cancel"),
        Row(state: "used", check: "already-validated", use: "already-validated", keep: "done", cancel: "validated"),
        Row(state: "cancelled", check: "cancelled", use: "cancelled", keep: "cancelled", cancel: "already-cancelled"),
        Row(state: "reimbursed", check: "reimbursed", use: "reimbursed", keep: "reimbursed", cancel: "reimbursed"),
        Row(
            state: "closedOfferer", check: "structure-closed", use: "structure-closed", keep: "not-used",
            cancel: "done"),
        Row(
            state: "activationCodeUsed", check: "already-validated", use: "already-validated", keep: "cannot-be-undone",
            cancel: "validated"),
    ]

    /// A platform of today with a provider, and the till of one of its venues.
    private struct Shop {
        let server: PlatformServer
        let client = HTTPClient()

        init() async throws {
            server = try await PlatformServer.start(
                PlatformConfiguration(
                    edition: .publicV1, start: Instant(iso8601: "2026-01-12T12:00:00Z"), clock: .frozen,
                    randomSeed: 7))
        }

        @discardableResult
        func control(_ path: String, _ body: JSONValue) async throws -> JSONValue {
            let answer = try await client.send(
                HTTPRequest(
                    method: "POST", url: server.baseURL + "/_control" + path,
                    headers: [HTTPHeader("Content-Type", "application/json")], body: body.serialized()))
            try #require((200..<300).contains(answer.status), "\(String(decoding: answer.body, as: UTF8.self))")
            return try JSONValue(parsing: answer.body)
        }

        /// A till and a countermark in a state, of a venue of its own.
        func till(_ state: String) async throws -> (desk: Desk, code: Countermark, booking: JSONValue) {
            let provider = try await control("/providers", [:])
            let id = try #require(provider["id"])
            let key = try ProviderKey(try #require(provider["apiKey"]?.stringValue))
            let venue = try #require(try await control("/venues", ["providerId": id])["id"])
            var order: JSONObject = ["state": .string(state), "providerId": id]
            if !["unknown", "foreign", "inactiveLink"].contains(state) { order["venueId"] = venue }
            let booking = try await control("/bookings", .object(order))
            let desk = try PassCulture(.custom(server.baseURL)).desk(
                as: .provider(key: key, venue: try #require(venue.intValue)), outbox: MemoryOutbox())
            return (desk, try Countermark(try #require(booking["token"]?.stringValue)), booking)
        }
    }

    private func word(_ check: Check) -> String {
        switch check {
        case .valid: "valid"
        case .refused(let refusal): refusal.reason.code
        default: "\(check)"
        }
    }

    private func word(_ reversal: Reversal) -> String {
        switch reversal {
        case .done: "done"
        case .refused(let refusal): refusal.reason.code
        case .unknown: "unknown"
        }
    }

    private func word(_ outcome: Outcome) -> String {
        switch outcome {
        case .validated: "validated"
        case .refused(let refusal): refusal.reason.code
        default: "\(outcome)"
        }
    }

    @Test(arguments: table)
    func `every cell of the table, from the platform to the till`(row: Row) async throws {
        let shop = try await Shop()
        let ana = try Person(whoConfirmed: "Ana")
        let checked = try await shop.till(row.state)
        #expect(word(try await checked.desk.check(checked.code)) == row.check)
        let used = try await shop.till(row.state)
        #expect(word(try await used.desk.validate(used.code)) == row.use)
        let kept = try await shop.till(row.state)
        #expect(word(try await kept.desk.undo(kept.code, confirmedBy: ana)) == row.keep)
        let cancelled = try await shop.till(row.state)
        #expect(word(try await cancelled.desk.cancel(cancelled.code, confirmedBy: ana)) == row.cancel)
        await shop.server.stop()
    }

    @Test func `too early tells from when, and then it is so`() async throws {
        let shop = try await Shop()
        let (desk, code, _) = try await shop.till("eventWindowOpen")
        guard case .refused(let refusal) = try await desk.check(code) else { return #expect(Bool(false)) }
        let from = try #require(refusal.validFrom)
        try await shop.control("/clock/advance", ["to": .string((from - .minutes(1)).iso8601)])
        #expect(word(try await desk.check(code)) == "too-early")
        // The sentence tells minutes: the platform's own instant may be some seconds later.
        try await shop.control("/clock/advance", ["to": .string((from + .minutes(1)).iso8601)])
        #expect(word(try await desk.validate(code)) == "validated")
        await shop.server.stop()
    }

    @Test func `a lost answer is probable, found in the venue's list, and nothing is sent twice`() async throws {
        let shop = try await Shop()
        let (desk, code, booking) = try await shop.till("confirmedProduct")
        guard case .valid(let details?) = try await desk.check(code) else { return #expect(Bool(false)) }
        #expect(details.priceCents == 1_000)
        try await shop.control(
            "/faults",
            ["fault": "applyThenDrop", "method": "PATCH", "path": "/public/bookings/v1/use/token/*", "times": 1])
        guard case .probable(let probable) = try await desk.validate(code) else { return #expect(Bool(false)) }
        #expect(probable.attempt.sends == 1)
        #expect(probable.attempt.bookingID == booking["id"]?.intValue.map(String.init))
        #expect(word(try await desk.check(code)) == "already-validated")
        await shop.server.stop()
    }
}
