// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite("Finding routes")
struct RouteTableTests {
    private static func route(_ method: String, _ template: String, needsOrigin: Bool = true) -> Route {
        Route(method, template, needsOrigin: needsOrigin) { call throws(WireError) in .text(call.path) }
    }

    private let table = RouteTable([
        route("GET", "/offers"), route("POST", "/offers"), route("GET", "/offers/{id}"),
        route("GET", "/bookings/token/{token}", needsOrigin: false), route("PATCH", "/bookings/{id}"),
        route("GET", "/users/current"), route("GET", "/users/{id}/tokens/{which}"),
        route("GET", "/storage/{bucket}/{path...}", needsOrigin: false),
    ])

    private func found(_ method: String, _ path: String) -> (template: String, parameters: [String: String])? {
        guard case .found(let route, let parameters) = table.match(method, path) else { return nil }
        return (route.template, parameters)
    }

    @Test(
        "a path finds its route, with or without a slash at its end",
        arguments: [
            ("/offers", "/offers"), ("/offers/", "/offers"), ("/offers/AE", "/offers/{id}"),
            ("/offers/AE/", "/offers/{id}"),
            ("/users/current", "/users/current"), ("/users/current/tokens/x", "/users/{id}/tokens/{which}"),
            ("/bookings/token/ABC", "/bookings/token/{token}"), ("/%6Fffers", "/offers"),
        ])
    func finds(path: String, template: String) {
        #expect(found("GET", path)?.template == template)
    }

    @Test("what stands in the places of names is decoded")
    func decodes() {
        #expect(found("GET", "/offers/%C3%A9%20+")?.parameters == ["id": "é +"])
        #expect(found("GET", "/users/A/tokens/B")?.parameters == ["id": "A", "which": "B"])
        #expect(
            found("GET", "/storage/thumbs/mediations/AE")?.parameters == ["bucket": "thumbs", "path": "mediations/AE"])
        #expect(found("GET", "/offers/%FF")?.parameters == ["id": "\u{FFFD}"])
        // What is encoded does not divide.
        #expect(found("GET", "/offers/a%2Fb")?.parameters == ["id": "a/b"])
    }

    @Test(
        "a rest is all that is left, but for one slash at its end",
        arguments: [
            ("/storage/t/a//b/", "a//b"), ("/storage/t//", ""), ("/storage/t/a%2Fb/%C3%A9", "a/b/é"),
            ("/storage/t/a//", "a/"),
        ])
    func rests(path: String, rest: String) {
        #expect(found("GET", path)?.parameters == ["bucket": "t", "path": rest])
    }

    @Test("a path that leads nowhere by a word or a name goes back to the rest, with all of it")
    func fallsBack() {
        let table = RouteTable([
            Self.route("GET", "/a/{rest...}"), Self.route("GET", "/a/b/{id}/c"), Self.route("GET", "/a/b/d/e"),
        ])
        for (path, wanted) in [
            ("/a/b/d/e", [:]), ("/a/b/x/c", ["id": "x"]), ("/a/b/d/c", ["id": "d"]), ("/a/b/d/f", ["rest": "b/d/f"]),
            ("/a/b", ["rest": "b"]),
        ] {
            guard case .found(_, let parameters) = table.match("GET", path) else {
                Issue.record("\(path) led nowhere")
                continue
            }
            #expect(parameters == wanted, "\(path)")
        }
    }

    @Test("no route", arguments: ["/", "", "offers", "//offers", "/offers//", "/offers/A/B", "/nothing", "*"])
    func unknown(path: String) {
        guard case .unknown = table.match("GET", path) else {
            Issue.record("\(path) led somewhere")
            return
        }
    }

    @Test("HEAD is served by GET, and other methods are named")
    func methods() {
        #expect(found("HEAD", "/offers")?.template == "/offers")
        guard case .wrongMethod(let allowed, let needsOrigin) = table.match("DELETE", "/offers") else {
            Issue.record("DELETE found a route")
            return
        }
        #expect(allowed == ["GET", "HEAD", "OPTIONS", "POST"])
        #expect(needsOrigin)
    }
}
