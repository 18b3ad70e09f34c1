// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Partners
import TestSupport
import Testing

@testable import Conformance

/// Receivers that answer first and book from a queue, as they may.
@Suite("Receivers that book later")
struct LateBookingTests {
    /// Milliseconds that a booking takes.
    static let lags: [Int64] = [20, 1_500, 3_000, 4_000]

    private func lag(_ milliseconds: Int64, _ isOneByOne: Bool) -> ReceiverDouble.Lag {
        ReceiverDouble.Lag(.milliseconds(milliseconds), isOneByOne: isOneByOne)
    }

    @Test(arguments: lags, [false, true])
    func `a sound one passes every check`(milliseconds: Int64, isOneByOne: Bool) async throws {
        let result = try await VendorTrial.judge(ReceiverFlaw?.none, lag: lag(milliseconds, isOneByOne))
        #expect(result.checks(not: .pass) == [])
        #expect(result.exitCode == 0)
    }

    @Test(arguments: lags, [false, true])
    func `one that books repeats once more is seen`(milliseconds: Int64, isOneByOne: Bool) async throws {
        let result = try await VendorTrial.judge(.countsTwice, lag: lag(milliseconds, isOneByOne))
        #expect(result.red == ReceiverFlaw.countsTwice.turnsRed, "\(result.checks(not: .pass))")
    }

    @Test(arguments: lags, [false, true])
    func `one that stores what is badly signed is seen`(milliseconds: Int64, isOneByOne: Bool) async throws {
        let result = try await VendorTrial.judge(.storesBeforeVerifying, lag: lag(milliseconds, isOneByOne))
        #expect(result.red == ReceiverFlaw.storesBeforeVerifying.turnsRed, "\(result.checks(not: .pass))")
    }

    @Test func `whoever books at once may say so, and is not waited for`() async throws {
        let time = HeldTime()
        let server = try SocketServer.being(ReceiverDouble(key: VendorTrial.key, linger: time.pass))
        defer { server.stop() }
        let result = try await VendorTrial.judgeReceiver(
            at: server.url, countURL: server.url + "/count", bookedAfter: .zero, time: time)
        #expect(result.exitCode == 0)
        #expect(time.now == .zero)
    }

    @Test func `a count that never comes to rest decides nothing`() async throws {
        let time = HeldTime()
        let server = try SocketServer.answering { _ in
            let body = "{\"bookings\":\(time.now.microseconds)}"
            return "HTTP/1.1 200 Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let result = try await VendorTrial.judgeReceiver(at: server.url, countURL: server.url + "/count", time: time)
        let check = try #require(result.checks.first { $0.id == "receiver/twice" })
        #expect(check.verdict == .inconclusive)
        #expect(check.reason?.english.contains("--booked-after") == true)
    }
}
