// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Synchronization
import TestSupport

/// A vendor's server made with the SDK: its handler behind a few lines of HTTP, with its store in a file.
///
/// `/told`, `/book` and `/cancel` are pass Culture's, `/count` is the page of the test set-up that the certifier asks.
final class VendorServer: Sendable {
    /// The key that the vendor was given.
    static let hmacKey = "clé HMAC de l'essai"

    /// The stock that `/count` tells of.
    static let countedStock = 99

    /// The ticketing system.
    let hall: Hall
    /// Who hears of bookings.
    let backroom = Backroom()
    /// Fired with every call that was answered.
    let answered = Signal()
    /// The vendor's time.
    let time: VirtualTime
    /// Where it is called.
    let server: SocketServer
    private let log: Log

    /// Starts one.
    ///
    /// - Parameters:
    ///   - file: The file of the handler's store.
    ///   - seats: How many seats every stock has.
    ///   - key: The key by which it finds signatures right.
    ///   - time: The vendor's time.
    ///   - freesSeats: Whether tickets that come too late give their seats back.
    ///   - printing: Lasts as long as the tickets of a stock do.
    ///   - observe: Is told of every call.
    init(
        file: String, seats: Int = 8, key: String = hmacKey, time: VirtualTime = VirtualTime(waiting: .holds),
        freesSeats: Bool = true,
        printing: @escaping @Sendable (_ stock: Int) async -> Void = { _ in },
        observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) throws {
        let (hall, backroom, log) = (Hall(seats: seats, freesSeats: freesSeats, printing: printing), backroom, Log())
        let answered = answered
        let handler = WebhookHandler(
            verifier: WebhookVerifier(try HMACKey(key)), store: try SQLiteWebhookStore(path: file), tickets: hall,
            bookings: backroom,
            settings: WebhookHandler.Settings(
                time: time,
                observe: { event in
                    log.append(event)
                    observe(event)
                    if event.name == .webhookAnswered { answered.fire() }
                }))
        server = try SocketServer.answering { request in
            let response = Self.waiting { await Self.answer(request, handler, hall, backroom) }
            let headers = response.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
            return "HTTP/1.1 \(response.status) Answered\r\n\(headers)Content-Length: \(response.body.count)\r\n\r\n"
                + String(decoding: response.body, as: UTF8.self)
        }
        (self.hall, self.time, self.log) = (hall, time, log)
    }

    /// The names of what the handler told of its calls, apart from that they were answered.
    var events: [Event.Name] { log.all.filter { $0 != .webhookAnswered } }

    private static func answer(
        _ request: ReceivedRequest, _ handler: WebhookHandler, _ hall: Hall, _ backroom: Backroom
    ) async -> WebhookResponse {
        let calls: [String: WebhookCall] = ["/told": .notification, "/book": .booking, "/cancel": .cancellation]
        guard let call = calls[request.target] else {
            let free = await hall.free(of: Self.countedStock)
            let page = #"{"bookings": \#(backroom.all.count), "remainingQuantity": \#(free)}"#
            return WebhookResponse(status: request.target == "/count" ? 200 : 404, body: Array(page.utf8))
        }
        return await handler.respond(
            to: WebhookRequest(method: request.method, headers: request.headers, body: request.body), at: call)
    }

    /// Has the connection's thread wait for work that is done elsewhere.
    private static func waiting(for work: @escaping @Sendable () async -> WebhookResponse) -> WebhookResponse {
        let (answer, done) = (Answer(), Signal())
        // The certifier's limits are real: this does not wait for the turn of other tests.
        Task(priority: .high) {
            let response = await work()
            answer.response.withLock { $0 = response }
            done.fire()
        }
        done.block(until: 1)
        return answer.response.withLock { $0 } ?? WebhookResponse(status: 500)
    }

    private final class Answer: Sendable {
        let response = Mutex<WebhookResponse?>(nil)
    }

    private final class Log: Sendable {
        private let names = Mutex<[Event.Name]>([])
        var all: [Event.Name] { names.withLock { $0 } }
        func append(_ event: Event) { names.withLock { $0.append(event.name) } }
    }
}
