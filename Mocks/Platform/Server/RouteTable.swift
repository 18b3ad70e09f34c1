// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The routes as a tree of path segments: finds what answers a path without looking at every route.
///
/// A literal segment wins over a `{name}`, and a last `{name...}` takes all that is left. A slash at the end makes no difference
/// (`contract 2018-12 §1.7`).
struct RouteTable: Sendable {
    /// What a path leads to.
    enum Match: Sendable {
        /// A route, and what stood in the places of its names.
        case found(Route, parameters: [String: String])
        /// A path that other methods answer; whether all of those need an `Origin`.
        case wrongMethod(allowed: [String], needsOrigin: Bool)
        /// No such path.
        case unknown
    }

    private struct Endpoint: Sendable {
        let route: Route
        let names: [String]
    }

    /// The node that a path ends at, or at which a rest begins.
    private struct Place {
        let node: Int
        let isRest: Bool
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var endpoints: [String: Endpoint] = [:]
        var restEndpoints: [String: Endpoint] = [:]
    }

    private var nodes = [Node()]

    /// Builds the table; of two routes with the same method and path the first one wins.
    init(_ routes: [Route]) {
        for route in routes { add(route) }
    }

    private mutating func add(_ route: Route) {
        var index = 0
        var names: [String] = []
        for segment in route.template.split(separator: "/") {
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else {
                index = child(of: index, literal: String(segment))
                continue
            }
            let name = segment.dropFirst().dropLast()
            guard name.hasSuffix("...") else {
                names.append(String(name))
                index = parameterChild(of: index)
                continue
            }
            names.append(String(name.dropLast(3)))
            if nodes[index].restEndpoints[route.method] == nil {
                nodes[index].restEndpoints[route.method] = Endpoint(route: route, names: names)
            }
            return
        }
        if nodes[index].endpoints[route.method] == nil {
            nodes[index].endpoints[route.method] = Endpoint(route: route, names: names)
        }
    }

    private mutating func child(of index: Int, literal: String) -> Int {
        if let child = nodes[index].literals[literal] { return child }
        nodes.append(Node())
        nodes[index].literals[literal] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func parameterChild(of index: Int) -> Int {
        if let child = nodes[index].parameter { return child }
        nodes.append(Node())
        nodes[index].parameter = nodes.count - 1
        return nodes.count - 1
    }

    /// What answers a method on a path as sent, percent-encoding included.
    func match(_ method: String, _ path: String) -> Match {
        guard let segments = Segments(of: path) else { return .unknown }
        var values: [String] = []
        guard let place = place(at: 0, segments, &values) else { return .unknown }
        guard let endpoint = endpoint(at: place, method == "HEAD" ? "GET" : method) else {
            let endpoints = place.isRest ? nodes[place.node].restEndpoints : nodes[place.node].endpoints
            var allowed = Set(endpoints.keys).union(["OPTIONS"])
            if allowed.contains("GET") { allowed.insert("HEAD") }
            return .wrongMethod(
                allowed: allowed.sorted(), needsOrigin: endpoints.values.allSatisfy { $0.route.needsOrigin })
        }
        let parameters = Dictionary(zip(endpoint.names, values)) { first, _ in first }
        return .found(endpoint.route, parameters: parameters)
    }

    private func endpoint(at place: Place, _ method: String) -> Endpoint? {
        place.isRest ? nodes[place.node].restEndpoints[method] : nodes[place.node].endpoints[method]
    }

    /// Where a path leads, found without copying a node: this runs for every request.
    private func place(at index: Int, _ segments: Segments, _ values: inout [String]) -> Place? {
        var others = segments
        guard let segment = others.next() else {
            return nodes[index].endpoints.isEmpty ? nil : Place(node: index, isRest: false)
        }
        if let child = nodes[index].literals[segment], let found = place(at: child, others, &values) { return found }
        if let child = nodes[index].parameter, !segment.isEmpty {
            values.append(segment)
            if let found = place(at: child, others, &values) { return found }
            values.removeLast()
        }
        guard !nodes[index].restEndpoints.isEmpty else { return nil }
        values.append(segments.joined(separator: "/"))
        return Place(node: index, isRest: true)
    }

    /// What stands between the slashes of a path, without its percent-encoding; one slash at the end makes none.
    private struct Segments: Sequence, IteratorProtocol {
        private var rest: Substring.UTF8View?

        /// Nothing of what does not begin with a slash.
        init?(of path: String) {
            guard path.utf8.first == UInt8(ascii: "/") else { return nil }
            let rest = path[...].utf8.dropFirst()
            self.rest = rest.isEmpty ? nil : rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest
        }

        mutating func next() -> String? {
            guard let rest else { return nil }
            let end = rest.firstIndex(of: UInt8(ascii: "/"))
            let segment = Substring(end.map { rest[..<$0] } ?? rest)
            self.rest = end.map { rest[rest.index(after: $0)...] }
            return segment.utf8.contains(UInt8(ascii: "%")) ? QueryString.segment(segment) : String(segment)
        }
    }
}
