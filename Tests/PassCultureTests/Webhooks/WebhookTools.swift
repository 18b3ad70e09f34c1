// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Synchronization

/// A door that a test opens, and at which others wait until then.
final class Latch: Sendable {
    private struct State {
        var isOpen = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiters.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}

/// A ticketing system that does what a test says, and tells what it was asked.
final class ScriptedOffice: TicketOffice {
    struct Failure: Error {}

    let asked = Latch()
    let gaveBack = Latch()
    private let answer: @Sendable (TicketBooking) async throws -> TicketAnswer
    private let cancelling: @Sendable (TicketCancellation) async throws -> CancellationAnswer
    private let state = Mutex((bookings: [TicketBooking](), cancellations: 0, back: [(Ticket, GiveBackReason)]()))

    /// Answers bookings; a cancellation fails, and without an answer everything does.
    init(_ book: @escaping @Sendable (TicketBooking) async throws -> TicketAnswer = { _ in throw Failure() }) {
        answer = book
        cancelling = { _ in throw Failure() }
    }

    /// Answers cancellations alone.
    init(cancel: @escaping @Sendable (TicketCancellation) async throws -> CancellationAnswer) {
        answer = { _ in throw Failure() }
        cancelling = cancel
    }

    var bookings: [TicketBooking] { state.withLock { $0.bookings } }
    var cancellations: Int { state.withLock { $0.cancellations } }
    var back: [String] { state.withLock { $0.back.map { "\($0.0.barcode) \($0.1)" } } }

    func book(_ booking: TicketBooking) async throws -> TicketAnswer {
        state.withLock { $0.bookings.append(booking) }
        asked.open()
        return try await answer(booking)
    }

    func cancel(_ cancellation: TicketCancellation) async throws -> CancellationAnswer {
        state.withLock { $0.cancellations += 1 }
        asked.open()
        return try await cancelling(cancellation)
    }

    func giveBack(_ tickets: [Ticket], of booking: TicketBooking, because reason: GiveBackReason) async {
        state.withLock { $0.back += tickets.map { ($0, reason) } }
        gaveBack.open()
    }
}

/// Who hears of bookings in a test.
final class Listener: BookingListener {
    private let heard = Mutex<[BookingNotification]>([])
    private let before: @Sendable () async throws -> Void

    init(before: @escaping @Sendable () async throws -> Void = {}) {
        self.before = before
    }

    var all: [BookingNotification] { heard.withLock { $0 } }

    func hear(_ notification: BookingNotification) async throws {
        try await before()
        heard.withLock { $0.append(notification) }
    }
}

/// A partner who is called, with what pass Culture knows of it.
struct Receiver: Sendable {
    let store: any WebhookStore
    let events = EventLog()
    let time: VirtualTime
    let signer: WebhookSigner
    let handler: WebhookHandler

    /// Nothing that is waited for ends by itself.
    init(
        store: any WebhookStore = MemoryWebhookStore(), tickets: (any TicketOffice)? = nil,
        bookings: (any BookingListener)? = nil, time: VirtualTime = VirtualTime(waiting: .holds)
    ) throws {
        self.store = store
        self.time = time
        let key = try HMACKey(WebhookVector.key)
        signer = WebhookSigner(key)
        let events = events
        handler = WebhookHandler(
            verifier: WebhookVerifier(key), store: store, tickets: tickets, bookings: bookings,
            settings: WebhookHandler.Settings(time: time, observe: { events.append($0) }))
    }

    /// Calls as pass Culture does.
    func call(
        _ call: WebhookCall, _ sample: SampleWebhook, _ form: WebhookSigner.Form = .spacedASCII
    ) async -> WebhookResponse {
        await handler.respond(to: signer.request(sample, as: form), at: call)
    }

    /// What was told of a kind of event: the reasons.
    func reasons(_ name: Event.Name) -> [Event.Reason?] { events.all.filter { $0.name == name }.map(\.reason) }

    /// Waits until so many wait for the time.
    func waiters(_ count: Int) async {
        while time.waiterCount < count { await Task.yield() }
    }
}

extension WebhookResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
