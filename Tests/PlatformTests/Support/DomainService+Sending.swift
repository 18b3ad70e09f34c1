// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain

/// Requests to the routes, in process: a table of routes looked up by method and path, as the server does it.
extension DomainService {
    /// Sends a request and gives the answer, be it thrown or returned; it must be as the OpenAPI document says.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - target: path and query, as on the wire.
    ///   - actor: who asks.
    ///   - session: the session that a sign-out closes.
    ///   - json: a body of JSON, announced as such.
    ///   - raw: another body, with whatever `headers` announce.
    func send(
        _ method: String, _ target: String, by actor: Actor = .anonymous, session: Identifier<Session>? = nil,
        json: JSONValue? = nil, raw: [UInt8] = [], headers: [(name: String, value: String)] = []
    ) async -> Answer {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(halves[0])
        var headers = headers
        if json != nil { headers.append(("Content-Type", "application/json")) }
        var isKnown = false
        for route in Self.routes {
            guard let parameters = Self.match(path, route.template) else { continue }
            isKnown = true
            guard route.method == method else { continue }
            let call = Call(
                method: method, path: path, parameters: parameters,
                query: halves.count > 1 ? QueryString.fields(halves[1]) : [], headers: headers,
                body: json.map { $0.serialized() } ?? raw, service: self,
                caller: Caller(actor: actor, sessionID: session))
            let answer: Answer
            do throws(WireError) {
                answer = try await route.handler(call)
            } catch {
                answer = error.answer
            }
            DocumentedAnswers.check(method, target, answer)
            return answer
        }
        return .html(isKnown ? 405 : 404)
    }

    private static let routes = Edition.both.routes(control: false)

    private static func match(_ path: String, _ template: String) -> [String: String]? {
        var segments = path.split(separator: "/")
        let names = template.split(separator: "/")
        if names.last?.hasSuffix("...}") == true, segments.count >= names.count {
            let rest = segments[(names.count - 1)...].joined(separator: "/")
            segments[(names.count - 1)...] = [Substring(rest)]
        }
        guard segments.count == names.count else { return nil }
        var parameters: [String: String] = [:]
        for (segment, name) in zip(segments, names) {
            if name.hasPrefix("{") {
                parameters[name.dropFirst().dropLast().split(separator: "...").joined()] = QueryString.segment(segment)
            } else if segment != name {
                return nil
            }
        }
        return parameters
    }
}
