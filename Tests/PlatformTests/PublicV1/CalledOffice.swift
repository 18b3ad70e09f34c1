// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import JSON
import PlatformDomain
import Synchronization
import TestSupport
import Testing

@testable import Platform

/// What happens while a partner thinks about its answer.
final class Meanwhile: Sendable {
    private let what = Mutex<(@Sendable () -> Void)?>(nil)

    /// Has it happen, once.
    func will(_ happen: @escaping @Sendable () -> Void) { what.withLock { $0 = happen } }

    /// Lets it happen.
    func happens() {
        let happen = what.withLock { what in
            defer { what = nil }
            return what
        }
        happen?()
    }
}

/// A partner's server: it answers what the test says, and tells what it was sent.
final class CalledOffice: Sendable {
    /// What it was sent.
    struct Call: Sendable {
        let path: String
        /// The text within the body.
        let inner: String
        /// Whether the signature is that text's.
        let isSigned: Bool

        var json: JSONValue { (try? JSONValue(parsing: Array(inner.utf8))) ?? .null }
    }

    static let hmacKey = "hmac-key-for-tests"

    let server: SocketServer
    private let calls: AsyncStream<Call>

    /// Starts one; `answer` makes status and body of a path's name.
    init(_ answer: @escaping @Sendable (String) -> (status: Int, body: String)) throws {
        let (calls, told) = AsyncStream<Call>.makeStream()
        self.calls = calls
        server = try SocketServer.answering { request in
            let outer = try? JSONValue(parsing: request.body)
            let inner = outer?.stringValue ?? ""
            let code = HMAC<SHA256>.authenticationCode(
                for: Array(inner.utf8), using: SymmetricKey(data: Array(Self.hmacKey.utf8)))
            let expected = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            told.yield(
                Call(
                    path: request.target, inner: inner,
                    isSigned: request.header("PassCulture-Signature") == expected && request.method == "POST"))
            let (status, body) = answer(request.target)
            return
                "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }

    /// The next call; waits for it.
    func next() async throws -> Call {
        var iterator = calls.makeAsyncIterator()
        return try #require(await iterator.next())
    }

    /// How many calls came in so far.
    var count: Int { server.requests.count }
}

extension TodayPlatform {
    /// A stock of a kind at the venue of a provider whose calls go to that office, and the provider.
    func stock(_ kind: String, calling office: CalledOffice, _ more: String = "") async throws -> (
        stock: Int, provider: Int
    ) {
        try await stock(kind, callingAt: office.server.url, more)
    }

    /// A stock of a kind at the venue of a provider whose calls go to that address, and the provider.
    func stock(_ kind: String, callingAt url: String, _ more: String = "") async throws -> (stock: Int, provider: Int) {
        let provider = await control(
            "POST", "/providers",
            """
            {"name": "Billetterie", "hmacKey": "\(CalledOffice.hmacKey)", "notificationUrl": "\(url)/told?secret=1", \
            "bookingUrl": "\(url)/book", "cancelUrl": "\(url)/cancel"}
            """)
        let id = try #require(provider.json?["id"]?.intValue)
        await control("POST", "/venueLinks", #"{"providerId": \#(id), "venueId": \#(venueID)}"#)
        let offer = try await offer(kind, #", "providerId": \#(id)\#(more)"#)
        return (try #require(offer["stockId"]?.intValue), id)
    }

    func book(_ stock: Int, quantity: Int = 1) async -> RawExchange {
        await control("POST", "/bookings", #"{"stockId": \#(stock), "quantity": \#(quantity)}"#)
    }

    /// The results of all calls to partners, oldest first.
    func results() async -> [String] {
        await partnerCalls().compactMap { $0["call"]?["result"]?.stringValue }
    }

    /// The calls to partners in the journal, oldest first.
    func partnerCalls(_ filter: String = "") async -> [JSONValue] {
        let answer = await RawExchange.send(
            "GET", "/_control/journal?direction=outgoing\(filter)", to: server.baseURL)
        return answer.json?["entries"]?.arrayValue ?? []
    }

    /// How many of a stock are left; nothing for no limit.
    func remaining(of stock: Int) -> Int64? {
        server.service.read { state, _ in state.stocks[Identifier(Int64(stock))]?.remaining }
    }

    var bookingCount: Int { server.service.read { state, _ in state.bookings.count } }
}
