// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import PlatformDomain

/// Stands before the control of the platform: refuses it unless the platform was started with it, and refuses pages of other
/// sites, which a browser would let send requests to this machine.
struct ControlGate: Sendable {
    private let isOn: Bool
    private let host: String
    private let service: Service
    private let routes: RouteTable

    /// Creates the gate of a platform that listens on that address.
    init(isOn: Bool, host: String, service: Service, forks: ForkRegistry, edition: Edition) {
        self.isOn = isOn
        self.host = Self.bare(host)
        self.service = service
        self.routes = RouteTable(ControlRoutes(service: service, forks: forks, edition: edition).all)
    }

    /// Answers a request; `read` gets the body, or nothing if it is longer than its argument.
    func answer(to incoming: Incoming, read: (Int) async throws -> [UInt8]?) async throws -> Answer {
        if let refusal = refusal(incoming) {
            _ = try await read(0)
            return refusal.answer
        }
        switch routes.match(incoming.method, incoming.path) {
        case .unknown:
            _ = try await read(0)
            return ControlError(
                "No such control route: \(incoming.path)", hint: "GET /_control lists them.", status: 404
            ).answer
        case .wrongMethod(let allowed, _):
            _ = try await read(0)
            let methods = allowed.joined(separator: ", ")
            guard incoming.method != "OPTIONS" else { return .empty(200, contentType: nil).adding("Allow", methods) }
            return ControlError(
                "\(incoming.method) is not for \(incoming.path)", hint: "It takes \(methods).", status: 405
            ).answer.adding("Allow", methods)
        case .found(let route, let parameters):
            guard let body = try await read(route.bodyLimit) else {
                let limit = route.bodyLimit >> 20
                return ControlError("The body is too long", hint: "\(limit) MiB at most.", status: 413).answer
            }
            let call = Call(
                method: incoming.method, path: incoming.path, parameters: parameters,
                query: QueryString.fields(incoming.query), headers: incoming.headers, body: body, service: service,
                caller: Caller(actor: .team))
            do throws(WireError) {
                return try await route.handler(call)
            } catch {
                return error.answer
            }
        }
    }

    private func refusal(_ incoming: Incoming) -> ControlError? {
        guard isOn else {
            return ControlError(
                "This platform was started without its control API",
                hint: "Start it with --control to set its time, read its mails and run its payments.", status: 403)
        }
        if let origin = incoming.origin, !OriginPolicy.isOwn(origin, base: service.publicBase) {
            return ControlError(
                "The control API is not for pages of other sites (\(origin))",
                hint: "Call it from a program, or from a page of \(service.publicBase).", status: 403)
        }
        guard let name = incoming.host.map(Self.hostName), isOwnName(name) else {
            return ControlError(
                "The control API answers only under this machine's own name",
                hint: "Call it under \(service.publicBase).", status: 403)
        }
        return nil
    }

    /// Whether a name, bare, is this machine's: a site that has its own name lead here cannot send one of these.
    ///
    /// A platform that listens on every address cannot know them all, but who comes by an address has been given no name.
    private func isOwnName(_ name: String) -> Bool {
        ["localhost", "::1"].contains(name) || name == host
            || (name.hasPrefix("127.") && name.allSatisfy { $0 == "." || $0.isASCIIDigit })
            || (["0.0.0.0", "::"].contains(host) && Self.isAddress(name))
    }

    /// The host without its port, bare.
    static func hostName(_ authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return bare(String(authority[...end])) }
        return bare(String(authority.prefix { $0 != ":" }))
    }

    /// A host in small letters and without brackets.
    private static func bare(_ host: String) -> String {
        let name = host.lowercased()
        return name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
    }

    /// Whether a bare host is an address and no name.
    private static func isAddress(_ host: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET, host, &address) == 1 || inet_pton(AF_INET6, host, &address) == 1
    }
}
