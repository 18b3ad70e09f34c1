// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HummingbirdCore
import NIOCore

/// Answers requests: all that the service did before and after its routes, around the routes themselves.
///
/// In the service's order: `Origin` before routing (`contract 2018-12 §1.5`), then the route, the body, the caller, the handler;
/// afterwards the cookies that a Basic log-in earned, the fault that strikes the answer, the cross-origin headers (`§1.6`) and the
/// journal.
struct PlatformResponder: Sendable {
    /// The platform.
    let service: Service
    let routes: RouteTable
    /// Which editions it answers in.
    let edition: Edition
    private let control: ControlGate
    /// The routes of the edition that is not served, if one is not.
    private let otherRoutes: RouteTable?

    /// Creates a responder for a platform with these routes besides those of its control.
    init(service: Service, edition: Edition, routes: [Route], control: ControlGate) {
        self.edition = edition
        self.service = service
        self.routes = RouteTable(routes)
        self.control = control
        otherRoutes =
            edition == .both ? nil : RouteTable(edition.hasPrototype ? PublicV1.routes() : Prototype2018.routes())
    }

    /// What to say of a path that no route has: that it is one of the edition that is not served, if so.
    func hintOfOtherEdition(_ match: RouteTable.Match, _ incoming: Incoming) -> Hint? {
        guard case .unknown = match, let otherRoutes else { return nil }
        if case .unknown = otherRoutes.match(incoming.method, incoming.path) { return nil }
        return edition.hasPrototype ? .ofToday : .of2018
    }

    /// Answers a request; what breaks off or is no HTTP after its head gets the answer of what is none at all.
    func respond(to request: Request, on channel: any Channel) async -> Response {
        let started = SystemClock.monotonic()
        let incoming = Incoming(request)
        guard !incoming.isControl else { return await controlled(request, incoming) }
        let strike = service.faults.strike(
            method: incoming.method, path: incoming.path, at: service.clockMirror.now(monotonic: started))
        var body: [UInt8] = []
        var answer: Answer
        do {
            answer =
                if let strike, !strike.fault.isApplied {
                    try await ignored(request, incoming, &body)
                } else {
                    await kept(try await self.answer(to: incoming, request, &body))
                }
        } catch {
            answer = .html(400).adding("Connection", "close")
        }
        // What was asked is done by here; what becomes of the answer is decided from here on.
        if let strike { answer = strike.struck(answer) }
        Self.addCORS(to: &answer, incoming)
        let delivery = answer.strike?.fault.delivery
        if let delivery { await delivery.pause() }
        record(incoming, body, answer, started: started)
        if let delivery { await delivery.prepare(channel, bodyBytes: answer.bodyBytes(to: incoming.method)) }
        return Self.response(answer, isHead: incoming.method == "HEAD")
    }

    /// The control's answer: no fault strikes it, and the journal does not know it.
    private func controlled(_ request: Request, _ incoming: Incoming) async -> Response {
        let answer: Answer
        do {
            answer = await kept(
                try await control.answer(to: incoming) { limit in
                    try await Self.read(request, incoming, limit: limit)
                })
        } catch {
            answer = .html(400).adding("Connection", "close")
        }
        return Self.response(answer, isHead: incoming.method == "HEAD")
    }

    /// The answer, once all that it may tell is on the disk; without a data file, at once.
    private func kept(_ answer: Answer) async -> Answer {
        guard service.recorder != nil else { return answer }
        do throws(DataFailure) {
            try await service.settleData()
            return answer
        } catch {
            return WireError.global(error.french, status: 503).answer.adding("Connection", "close")
        }
    }

    private func record(_ incoming: Incoming, _ body: [UInt8], _ answer: Answer, started: Span) {
        let ended = SystemClock.monotonic()
        service.journal.record(
            JournalEntry(
                at: service.clockMirror.now(monotonic: ended), elapsed: ended - started, method: incoming.method,
                path: incoming.path, query: incoming.query, requestHeaders: incoming.headers,
                requestBody: JournalEntry.Body(body), status: answer.status,
                answerHeaders: answer.allHeaders, answerBody: JournalEntry.Body(answer.body), fault: answer.strike?.note
            ))
    }
}
