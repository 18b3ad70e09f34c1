// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// Ticketing systems whose tickets cannot be given back, and addresses at which nobody is.
@Suite("Tickets that cannot be given back")
struct GiveBackTests {
    /// How many tickets a system has issued.
    private final class Issued: Sendable {
        private let count = Mutex(0)

        var number: Int { count.withLock { $0 } }

        /// Serves a sound system that answers every cancellation with a status of its own.
        ///
        /// - Parameter alone: whether it does so for a ticket alone, and cancels two.
        func serving(cancelling status: Int, alone: Bool = false) throws -> SocketServer {
            let double = TicketingDouble(key: VendorTrial.key, slowStock: nil) { _ in }
            return try SocketServer.answering { request in
                var (code, body) = (status, "{\"error\":\"boom\"}")
                let isOfTwo = String(decoding: request.body, as: UTF8.self).contains(",")
                if request.target == "/book" || alone && isOfTwo {
                    let answer = double.answer(
                        PartnerRequest(
                            method: request.method, target: request.target,
                            signature: request.header("PassCulture-Signature"), body: request.body))
                    (code, body) = (answer.status, answer.body.text)
                    if request.target == "/book" {
                        self.count.withLock { $0 += answer.body["tickets"]?.arrayValue?.count ?? 0 }
                    }
                }
                return "HTTP/1.1 \(code) Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            }
        }
    }

    @Test(arguments: [500, 404, 401])
    func `a cancellation that never works is the one thing red, and the stock is left alone`(status: Int) async throws {
        let issued = Issued()
        let server = try issued.serving(cancelling: status)
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url, slow: false)
        #expect(result.red == ["PC-V1-052": ["ticketing/cancel"]], "\(result.checks(not: .pass))")
        #expect(result.checks(not: .pass, .fail, .notJudged) == [])
        let duo = try #require(result.checks.first { $0.id == "ticketing/duo" })
        #expect(duo.verdict == .notJudged)
        #expect(duo.reason?.english.contains("given back") == true)
        // One to see that it sells, and a booking for two to see that it cannot cancel.
        #expect(issued.number == 3)
        #expect(result.exitCode == 1)
    }

    @Test func `a cancellation that works for two tickets and for none alone is red`() async throws {
        let issued = Issued()
        let server = try issued.serving(cancelling: 500, alone: true)
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(at: server.url, slow: false)
        #expect(result.red == ["PC-V1-052": ["ticketing/cancel"]], "\(result.checks(not: .pass))")
        #expect(result.exitCode == 1)
    }

    @Test func `nobody at the cancel URL is 2, before any ticket is asked for`() async throws {
        let closed = try ClosedPort()
        let issued = Issued()
        let server = try issued.serving(cancelling: 500)
        defer { server.stop() }
        let result = try await VendorTrial.judgeTicketing(
            at: server.url, cancelURL: "http://127.0.0.1:\(closed.port)/cancel")
        withExtendedLifetime(closed) {}
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("--cancel-url"))
        #expect(issued.number == 0)
    }

    @Test func `a receiver that counts nothing is not said to store what is badly signed`() async throws {
        let double = ReceiverDouble(key: VendorTrial.key) { _ in }
        let server = try SocketServer.answering { request in
            let answer = double.answer(
                PartnerRequest(
                    method: request.method, target: request.target, signature: request.header("PassCulture-Signature"),
                    body: request.body))
            let body = request.method == "GET" ? #"{"bookings":0}"# : answer.body.text
            return "HTTP/1.1 \(answer.status) Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let result = try await VendorTrial.judgeReceiver(at: server.url, countURL: server.url + "/count")
        let stored = try #require(result.checks.first { $0.id == "receiver/signature/nothing-stored" })
        #expect(stored.verdict == .skip)
        #expect(stored.evidence?.expected.english == "1 bookings after a good one")
        #expect(stored.evidence?.seen.english == "0")
    }

    @Test func `nobody at the page that counts is 2`() async throws {
        let closed = try ClosedPort()
        let server = try SocketServer.being(ReceiverDouble(key: VendorTrial.key) { _ in })
        defer { server.stop() }
        let result = try await VendorTrial.judgeReceiver(
            at: server.url, countURL: "http://127.0.0.1:\(closed.port)/count")
        withExtendedLifetime(closed) {}
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("--count-url"))
    }

    @Test func `who is gone in the middle is named by the address`() async throws {
        let server = try SocketServer.pretending(.passCulture)
        let world = try await World.open(CertificationConfiguration(url: server.url, seed: 5))
        server.stop()
        do {
            _ = try await Wire(world: world, recorder: Recorder()).send("GET", "/", headers: [], body: nil)
            Issue.record("somebody answered")
        } catch let interruption as Interruption {
            let sentence = try #require(interruption.undecided)
            #expect(sentence.english.contains("\(server.url) can no longer be reached"))
            #expect(sentence.french.contains("\(server.url) n'est plus joignable"))
        }
    }
}
