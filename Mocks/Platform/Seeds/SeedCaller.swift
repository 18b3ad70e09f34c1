// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// Sends the requests of a seed to the platform's own routes, in this process and without a socket.
///
/// What stands before the routes on the network (`Origin`, limits, the journal) is not asked: whoever writes a seed is no browser.
struct SeedCaller: Sendable {
    /// Somebody who signed up or in in an earlier step.
    struct Person: Sendable {
        /// The log-in.
        let email: String
        /// The password.
        let password: String
        /// The cookies of the session, if there is one.
        var cookies: [String]
    }

    private let service: Service
    private let routes: RouteTable
    private let control: RouteTable

    /// Creates a caller of a platform's routes and of those of its control; no copy can be started that way.
    init(_ service: Service) {
        self.service = service
        routes = RouteTable(Edition.both.routes(control: false))
        let forks = ForkRegistry(PlatformConfiguration(), capacity: 0)
        control = RouteTable(ControlRoutes(service: service, forks: forks).all)
    }

    /// Answers a request of the team's.
    func control(_ method: String, _ target: String, contentType: String?, body: [UInt8]) async -> Answer {
        await answer(method, target, contentType: contentType, body: body, caller: Caller(actor: .team), in: control)
    }

    /// Answers a person's request, or nobody's; a session that the request opened is noted.
    func send(
        _ method: String, _ target: String, contentType: String?, body: [UInt8], by person: inout Person?
    ) async -> Answer {
        var caller = Caller.anonymous
        if let somebody = person {
            let login = Base64.encode(Array("\(somebody.email):\(somebody.password)".utf8))
            caller = await service.caller(cookies: somebody.cookies, authorization: "Basic \(login)")
            if !caller.newCookies.isEmpty { person?.cookies = Self.pairs(caller.newCookies) }
        }
        return await answer(method, target, contentType: contentType, body: body, caller: caller, in: routes)
    }

    /// What `Cookie` would say after these `Set-Cookie`.
    static func pairs(_ cookies: [String]) -> [String] {
        cookies.map { String($0.prefix { $0 != ";" }) }
    }

    private func answer(
        _ method: String, _ target: String, contentType: String?, body: [UInt8], caller: Caller, in table: RouteTable
    ) async -> Answer {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(halves[0])
        guard case .found(let route, let parameters) = table.match(method, path) else {
            if case .unknown = table.match(method, path) { return .html(404) }
            return .html(405)
        }
        let call = Call(
            method: method, path: path, parameters: parameters,
            query: halves.count > 1 ? QueryString.fields(halves[1]) : [],
            headers: contentType.map { [("Content-Type", $0)] } ?? [], body: body, service: service, caller: caller)
        do throws(WireError) {
            return try await route.handler(call)
        } catch {
            return error.answer
        }
    }
}
