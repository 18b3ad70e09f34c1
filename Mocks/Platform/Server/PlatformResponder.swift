// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// Answers requests: all that the service did before and after its routes, around the routes themselves.
///
/// In the service's order: `Origin` before routing (`contract 2018-12 §1.5`), then the route, the body, the caller, the handler;
/// afterwards the cross-origin headers (`§1.6`), the cookies that a Basic log-in earned, and the journal.
struct PlatformResponder: HTTPResponder {
    /// What Hummingbird makes for each request: nothing is needed.
    struct Context: InitializableFromSource {
        /// Creates a context.
        init(source: ApplicationRequestContextSource) {}
    }

    /// How long a form with files may be.
    private static let multipartLimit = 10 << 20

    /// How much of a body is read only to be thrown away.
    private static let drainLimit = 256 << 20

    private let service: Service
    private let routes: RouteTable
    private let control: ControlGate

    /// Creates a responder for a platform with these routes besides those of its control.
    init(service: Service, routes: [Route], control: ControlGate) {
        self.service = service
        self.routes = RouteTable(routes)
        self.control = control
    }

    /// Answers a request; what breaks off or is no HTTP after its head gets the answer of what is none at all.
    func respond(to request: Request, context: Context) async -> Response {
        let started = SystemClock.monotonic()
        let incoming = Incoming(request)
        var body: [UInt8] = []
        var answer: Answer
        do {
            if incoming.isControl {
                answer = try await control.answer(to: incoming) { limit in
                    try await Self.read(request, incoming, limit: limit)
                }
                return Self.response(await kept(answer), isHead: incoming.method == "HEAD")
            }
            answer = await kept(try await self.answer(to: incoming, request, &body))
        } catch {
            answer = .html(400).adding("Connection", "close")
        }
        Self.addCORS(to: &answer, incoming)
        let ended = SystemClock.monotonic()
        service.journal.record(
            JournalEntry(
                at: service.clockMirror.now(monotonic: ended), elapsed: ended - started, method: incoming.method,
                path: incoming.path, query: incoming.query, requestHeaders: incoming.headers,
                requestBody: JournalEntry.Body(body), status: answer.status, answerHeaders: answer.headers,
                answerBody: JournalEntry.Body(answer.body)))
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

    private func answer(to incoming: Incoming, _ request: Request, _ body: inout [UInt8]) async throws -> Answer {
        let match = routes.match(incoming.method, incoming.path)
        let needsOrigin =
            switch match {
            case .found(let route, _): route.needsOrigin
            case .wrongMethod(_, let needsOrigin): incoming.method != "OPTIONS" || needsOrigin
            case .unknown: true
            }
        if needsOrigin, !OriginPolicy.accepts(incoming.origin, at: service.publicBase) {
            _ = try await Self.read(request, incoming, limit: 0)
            return WireError.originRefused.answer
        }
        switch match {
        case .unknown:
            _ = try await Self.read(request, incoming, limit: 0)
            return .html(404)
        case .wrongMethod(let allowed, _):
            _ = try await Self.read(request, incoming, limit: 0)
            guard incoming.method == "OPTIONS" else {
                return .html(405).adding("Allow", allowed.joined(separator: ", "))
            }
            return .empty(200).adding("Allow", allowed.joined(separator: ", "))
        case .found(let route, let parameters):
            if incoming.hasBody {
                let limit = incoming.isMultipart ? Self.multipartLimit : route.bodyLimit
                guard let read = try await Self.read(request, incoming, limit: limit) else { return Self.tooLarge }
                body = read
            }
            return await serve(route, parameters, incoming, body)
        }
    }

    private func serve(
        _ route: Route, _ parameters: [String: String], _ incoming: Incoming, _ body: [UInt8]
    ) async -> Answer {
        let caller: Caller
        if let known = service.knownCaller(cookies: incoming.cookies, authorization: incoming.authorization) {
            caller = known
        } else {
            caller = await service.caller(cookies: incoming.cookies, authorization: incoming.authorization)
        }
        let call = Call(
            method: incoming.method, path: incoming.path, parameters: parameters,
            query: QueryString.fields(incoming.query), headers: incoming.headers, body: body, service: service,
            caller: caller)
        let answer: Answer
        do throws(WireError) {
            // Only what changes something sends mails, and only those look for the request's origin.
            answer =
                route.method == "GET"
                ? try await route.handler(call)
                : try await Self.withOrigin(incoming.origin, route, call)
        } catch {
            answer = error.answer
        }
        return caller.newCookies.isEmpty ? answer : answer.adding(cookies: caller.newCookies)
    }

    private static func withOrigin(_ origin: String?, _ route: Route, _ call: Call) async throws(WireError) -> Answer {
        let result = await RequestOrigin.$current.withValue(origin) { () async -> Result<Answer, WireError> in
            do throws(WireError) {
                return .success(try await route.handler(call))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The body, or nothing if it is longer than allowed.
    ///
    /// A body that is too long is read to its end all the same, and thrown away: many clients read no answer before they have sent
    /// everything. Only one that asked first is told at once, and one of absurd length is cut off.
    private static func read(_ request: Request, _ incoming: Incoming, limit: Int) async throws -> [UInt8]? {
        guard incoming.hasBody else { return [] }
        if incoming.asksFirst, incoming.contentLength ?? 0 > limit { return nil }
        var bytes: [UInt8] = []
        var count = 0
        var iterator = request.body.makeAsyncIterator()
        while let buffer = try await iterator.next() {
            count += buffer.readableBytes
            if count <= limit {
                bytes.append(contentsOf: buffer.readableBytesView)
            } else {
                bytes = []
                if count > drainLimit { return nil }
            }
        }
        return count <= limit ? bytes : nil
    }

    private static let tooLarge = WireError.global(
        "La requête est trop volumineuse : 1 Mo au plus, 10 Mo pour un envoi de fichier.", status: 413
    ).answer

    /// The headers that let pages of other origins read the answer (`contract 2018-12 §1.6`).
    private static func addCORS(to answer: inout Answer, _ incoming: Incoming) {
        guard let origin = incoming.origin else { return }
        answer.headers.append(("Access-Control-Allow-Origin", origin))
        answer.headers.append(("Access-Control-Allow-Credentials", "true"))
        answer.headers.append(("Vary", "Origin"))
        guard incoming.method == "OPTIONS" else { return }
        answer.headers.append(("Access-Control-Allow-Methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"))
        if let headers = incoming.requestedHeaders {
            answer.headers.append(("Access-Control-Allow-Headers", headers))
        }
    }

    private static func response(_ answer: Answer, isHead: Bool) -> Response {
        var fields = HTTPFields()
        if let type = answer.contentType { fields[.contentType] = type }
        for (name, value) in answer.headers {
            // The one header that most answers to tills have is not looked up by its spelling each time.
            let name = name == "Set-Cookie" ? HTTPField.Name.setCookie : HTTPField.Name(name)
            if let name { fields.append(HTTPField(name: name, value: value)) }
        }
        let status = HTTPResponse.Status(code: answer.status)
        if isHead {
            fields[.contentLength] = String(answer.body.count)
            return Response(status: status, headers: fields)
        }
        return Response(
            status: status, headers: fields,
            body: answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

extension Answer {
    /// The same answer with one more header.
    func adding(_ name: String, _ value: String) -> Answer {
        var answer = self
        answer.headers.append((name, value))
        return answer
    }

    /// The same answer with the cookies of a log-in, unless the route sets its own (it signed in or out itself).
    func adding(cookies: [String]) -> Answer {
        headers.contains { $0.name == "Set-Cookie" } ? self : setting(cookies: cookies)
    }
}
