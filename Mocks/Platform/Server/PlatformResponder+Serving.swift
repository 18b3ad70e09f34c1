// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HummingbirdCore

/// From a request to the service's answer: `Origin`, route, body, caller, handler.
extension PlatformResponder {
    /// How long a form with files may be at least, whatever its route says.
    private static let multipartLimit = 10 << 20

    /// What the service answers, in the service's order of looking at things; `body` is what was read of the request.
    func answer(to incoming: Incoming, _ request: Request, _ body: inout [UInt8]) async throws -> Answer {
        let match = routes.match(incoming.method, incoming.path)
        let isPublicV1 = edition.isPublicV1(path: incoming.path)
        let needsOrigin =
            switch match {
            case .found(let route, _): route.needsOrigin
            case .wrongMethod(_, let needsOrigin): !isPublicV1 && (incoming.method != "OPTIONS" || needsOrigin)
            case .unknown: !isPublicV1
            }
        if needsOrigin, !OriginPolicy.accepts(incoming.origin, at: service.publicBase) {
            _ = try await Self.read(request, incoming, limit: 0)
            return WireError.originRefused.answer.hinting(
                hintOfOtherEdition(match, incoming) ?? (incoming.origin == nil ? .noOrigin : .foreignOrigin))
        }
        switch match {
        case .unknown:
            _ = try await Self.read(request, incoming, limit: 0)
            let hint = hintOfOtherEdition(match, incoming)
            return isPublicV1
                ? WireError.nothingHere.answer.hinting(hint) : .html(404).hinting(hint ?? .noSuchRoute)
        case .wrongMethod(let allowed, _):
            _ = try await Self.read(request, incoming, limit: 0)
            guard incoming.method == "OPTIONS" else {
                return (isPublicV1 ? WireError.otherMethod.answer : .html(405)).adding(
                    "Allow", allowed.joined(separator: ", ")
                ).hinting(.otherMethod)
            }
            return .empty(200).adding("Allow", allowed.joined(separator: ", "))
        case .found(let route, let parameters):
            if incoming.hasBody {
                let limit = incoming.isMultipart ? max(Self.multipartLimit, route.bodyLimit) : route.bodyLimit
                guard let read = try await Self.read(request, incoming, limit: limit) else { return Self.tooLarge }
                body = read
            }
            return await serve(route, parameters, incoming, body)
        }
    }

    /// Reads a request that the service never sees.
    func ignored(_ request: Request, _ incoming: Incoming, _ body: inout [UInt8]) async throws -> Answer {
        body = try await Self.read(request, incoming, limit: Self.multipartLimit) ?? []
        return .empty(0, contentType: nil)
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

    /// All headers, the content type first.
    var allHeaders: [(name: String, value: String)] {
        contentType.map { [("Content-Type", $0)] + headers } ?? headers
    }

    /// How long the body is on the wire in answer to a method.
    func bodyBytes(to method: String) -> Int {
        method == "HEAD" || status == 204 || status == 304 ? 0 : body.count
    }
}
