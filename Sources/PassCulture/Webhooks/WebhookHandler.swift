// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// Answers the calls of pass Culture for the partner, under whatever web framework: give it the call, send what it gives.
///
/// It finds the signature right before it looks at anything, asks the partner's ``TicketOffice`` or ``BookingListener`` once for a booking
/// or a notification that comes twice, checks the partner's answer before it is sent, and gives back tickets that came too late for it. A
/// cancellation is asked anew each time, one after the other: its text says neither which booking nor when, and how many seats are left is
/// for now.
///
/// | answer | when |
/// | --- | --- |
/// | 200, 204 | done; the same booking or notification again gets the same answer |
/// | 409 | no seat, not enough seats, or cancelled already: nothing was changed |
/// | 400 | pass Culture's, and not understood |
/// | 401 | not pass Culture's: nothing is stored |
/// | 404, 405, 413 | an address without anybody behind it, a method that is not POST, a body that is too large |
/// | 500 | the partner's program threw, or gave what pass Culture does not take |
/// | 503 | the store does not work, or the same call is still in somebody's hands: this one did nothing |
/// | 504 | the partner's program took too long |
public struct WebhookHandler: Sendable {
    /// How often it is looked whether somebody else has come to the end of the same call.
    private static let pause: Duration = .milliseconds(50)
    /// How often what is old is forgotten, at most.
    private static let forgetting: Duration = .seconds(3_600)

    private let verifier: WebhookVerifier
    private let store: any WebhookStore
    private let tickets: (any TicketOffice)?
    private let bookings: (any BookingListener)?
    private let settings: Settings
    private let worker = WorkerThread()
    private let lastForgotten = LastForgotten()
    private let unwritten = UnwrittenCalls()

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - verifier: What tells pass Culture's calls from others.
    ///   - store: Where it is written down what was dealt with.
    ///   - tickets: The ticketing system behind `bookingUrl` and `cancelUrl`; nothing if the partner has none.
    ///   - bookings: Who hears of bookings at `notificationUrl`; nothing if nobody does.
    ///   - settings: How calls are dealt with.
    public init(
        verifier: WebhookVerifier, store: any WebhookStore, tickets: (any TicketOffice)? = nil,
        bookings: (any BookingListener)? = nil, settings: Settings = Settings()
    ) {
        self.verifier = verifier
        self.store = store
        self.tickets = tickets
        self.bookings = bookings
        self.settings = settings
    }

    /// Answers a call.
    ///
    /// A task that is cancelled (the framework saw the caller go away) is a call that nobody waits for any more; what the partner's program
    /// has begun goes on to its end.
    public func respond(to request: WebhookRequest, at call: WebhookCall) async -> WebhookResponse {
        let begin = settings.time.monotonic()
        let response = await answer(request, call, begin)
        tell(.webhookAnswered, call, status: response.status, elapsed: settings.time.monotonic() - begin)
        return response
    }

    private func answer(_ request: WebhookRequest, _ call: WebhookCall, _ begin: Duration) async -> WebhookResponse {
        guard request.method == "POST" else { return .without(405, "Method Not Allowed") }
        guard request.body.count <= settings.bodyLimit else { return .without(413, "Payload Too Large") }
        let job: WebhookJob?
        do throws(WebhookRefusal) {
            guard request.signatures.count <= 1 else { throw WebhookRefusal(.signatureMalformed) }
            job = try self.job(
                for: call, verifier.verify(body: request.body, signature: request.signatures.first))
        } catch {
            tell(.webhookRefused, call, status: error.code.status, reason: Event.Reason(error.code))
            return WebhookResponse(error)
        }
        guard let job else { return .without(404, "Not Found") }
        return await settle(job, call, begin)
    }

    private func job(for call: WebhookCall, _ text: SignedText) throws(WebhookRefusal) -> WebhookJob? {
        switch call {
        case .notification:
            try bookings.map { bookings throws(WebhookRefusal) in
                WebhookJob(try BookingNotification(text), to: bookings)
            }
        case .booking:
            try tickets.map { office throws(WebhookRefusal) in
                WebhookJob(try TicketBooking(text), at: office)
            }
        case .cancellation:
            try tickets.map { office throws(WebhookRefusal) in
                WebhookJob(try TicketCancellation(text), at: office)
            }
        }
    }

    // MARK: - Once

    /// Does a job unless it was done; waits for somebody else who is doing it.
    private func settle(_ job: WebhookJob, _ call: WebhookCall, _ begin: Duration) async -> WebhookResponse {
        forgetWhatIsOld()
        await writeWhatIsLeft(call)
        let end = begin + settings.limit
        while true {
            let now = settings.time.now()
            let claim = await stored(call) { store throws(WebhookStoreError) in try store.begin(job.digest, at: now) }
            switch claim {
            case nil: return .without(503, "Not stored, and not done")
            case .answered(let response):
                tell(.webhookRepeated, call, status: response.status)
                return response
            case .inProgress:
                guard settings.time.monotonic() + Self.pause < end, !Task.isCancelled else {
                    return .without(503, "The same call is being dealt with")
                }
                await settings.time.wait(for: Self.pause)
            case .first: return await perform(job, call, wasInterrupted: false, end)
            case .interrupted: return await perform(job, call, wasInterrupted: true, end)
            }
        }
    }

    /// Does a job that is in our hands.
    private func perform(
        _ job: WebhookJob, _ call: WebhookCall, wasInterrupted: Bool, _ end: Duration
    ) async -> WebhookResponse {
        let ending = await TimeLimit.run(within: end - settings.time.monotonic(), by: settings.time) {
            await job.run(wasInterrupted)
        } late: { ending in
            await afterwards(ending, job, call)
        }
        switch ending {
        case nil:
            tell(.webhookExpired, call, status: 504)
            return .without(504, "Not answered in time")
        case .answer(let response, _):
            await write(response, job, call)
            return response
        case .failed(let reason, let thrown):
            tell(.webhookFailed, call, status: 500, reason: reason, thrown: thrown)
            await release(job.digest, call)
            return .without(500, "The partner's system failed")
        }
    }

    /// Deals with what came when nobody waited any more: tickets are given back; what cannot be taken back stays done.
    private func afterwards(_ ending: WebhookJob.Ending, _ job: WebhookJob, _ call: WebhookCall) async {
        switch ending {
        case .answer(_, let undo?):
            await undo()
            await release(job.digest, call)
        case .answer(let response, nil): await write(response, job, call)
        case .failed(let reason, let thrown):
            tell(.webhookFailed, call, reason: reason, thrown: thrown)
            await release(job.digest, call)
        }
    }

    // MARK: - The store

    /// Writes down an answer that says that something was done; one that says that nothing was is given anew when the call comes again, and
    /// so is that of a call whose text does not tell it from a later one.
    private func write(_ response: WebhookResponse, _ job: WebhookJob, _ call: WebhookCall) async {
        guard response.isDone, job.isRemembered else { return await release(job.digest, call) }
        let digest = job.digest
        await close(digest, .answered(response), call)
    }

    private func release(_ digest: WebhookDigest, _ call: WebhookCall) async { await close(digest, .released, call) }

    /// Lets a call out of our hands. When the store does not do it, the call stays there until the next one comes: it is not done twice, and
    /// what was done is answered all the same.
    private func close(_ digest: WebhookDigest, _ end: UnwrittenCalls.End, _ call: WebhookCall) async {
        let isWritten: Void? = await stored(call) { store throws(WebhookStoreError) in
            switch end {
            case .answered(let response): try store.finish(digest, with: response)
            case .released: try store.release(digest)
            }
        }
        if isWritten == nil { unwritten.add(digest, end) }
    }

    private func writeWhatIsLeft(_ call: WebhookCall) async {
        for (digest, end) in unwritten.take() { await close(digest, end, call) }
    }

    /// Asks the store, on a thread that may wait; nothing when it fails.
    @discardableResult
    private func stored<Value: Sendable>(
        _ call: WebhookCall, _ body: @escaping @Sendable (any WebhookStore) throws(WebhookStoreError) -> Value
    ) async -> Value? {
        let store = store
        let value = await worker.run { try? body(store) }
        if value == nil { tell(.webhookStoreFailed, call) }
        return value
    }

    private func forgetWhatIsOld() {
        let now = settings.time.monotonic()
        guard lastForgotten.isDue(at: now, every: Self.forgetting) else { return }
        let (store, instant) = (store, settings.time.now() - Span(microseconds: settings.retention.microseconds))
        // What is not forgotten today is forgotten another day.
        worker.submit { _ = try? store.forget(begunBefore: instant) }
    }

    private final class LastForgotten: Sendable {
        private let last = Mutex<Duration?>(nil)

        func isDue(at now: Duration, every period: Duration) -> Bool {
            last.withLock { last in
                if let last, now - last < period { return false }
                last = now
                return true
            }
        }
    }

    private func tell(
        _ name: Event.Name, _ call: WebhookCall, status: Int? = nil, reason: Event.Reason? = nil,
        thrown: String? = nil, elapsed: Duration = .zero
    ) {
        settings.observe?(
            Event(
                name, method: "POST", pathTemplate: call.rawValue, status: status, elapsed: elapsed, reason: reason,
                thrown: thrown))
    }
}
