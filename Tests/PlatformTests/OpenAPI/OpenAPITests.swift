// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("The OpenAPI document")
struct OpenAPITests {
    private func registered(_ service: Service) throws -> [Route] {
        let forks = ForkRegistry(PlatformConfiguration())
        return Edition.both.routes(control: true)
            + ControlRoutes(service: service, forks: forks).all
    }

    @Test("describes every route that is registered, and no other")
    func describesWhatIsRegistered() throws {
        let routes = try registered(makeService())
        let present = Set(routes.map { "\($0.method) \($0.template)" })
        let described = Set(Operations.all.map(\.route))
        #expect(present.subtracting(described).sorted() == [], "these routes need an Operation")
        #expect(described.subtracting(present).sorted() == [], "these operations have no route")
        #expect(described.count == Operations.all.count, "an operation stands twice")
        for route in routes {
            let operation = try #require(Operations.all.first { $0.route == "\(route.method) \(route.template)" })
            #expect(operation.needsOrigin == route.needsOrigin, "\(operation.route)")
        }
    }

    @Test("is served without an Origin, and without the control API where there is none", arguments: [true, false])
    func isServed(control: Bool) async throws {
        try await withServer(control: control) { server in
            let answer = await RawExchange.send("GET", "/openapi.json", to: server.baseURL)
            #expect(answer.status == 200)
            #expect(answer.header("content-type") == "application/json")
            let paths = try #require(answer.json?["paths"]?.objectValue)
            #expect(answer.json?["openapi"] == "3.1.0")
            #expect(paths["/bookings/token/{token}"]?["patch"]?["responses"]?["410"] != nil)
            #expect((paths["/_control/clock"] != nil) == control)
            let text = OpenAPIDocument.text(control: control)
            #expect(Array(text.utf8) + [10] == answer.body)
        }
    }

    @Test("names only components that it has, and each operation once")
    func isConsistent() throws {
        let document = OpenAPIDocument.document(Operations.all)
        var references: Set<String> = []
        var identifiers: [String] = []
        func walk(_ value: JSONValue) {
            if let reference = value["$ref"]?.stringValue { references.insert(reference) }
            if let identifier = value["operationId"]?.stringValue { identifiers.append(identifier) }
            value.arrayValue?.forEach(walk)
            value.objectValue?.forEach { walk($0.value) }
        }
        walk(document)
        #expect(Set(identifiers).count == identifiers.count)
        for reference in references {
            let names = reference.split(separator: "/").dropFirst().map(String.init)
            #expect(names.reduce(document as JSONValue?) { $0?[$1] } != nil, "\(reference)")
        }
        let schemas = Components.schemas.map(\.name)
        #expect(schemas.filter { !references.contains("#/components/schemas/" + $0) } == [], "these are used nowhere")
    }

    @Test(
        "every operation may answer that the data file cannot be written, described once", arguments: Edition.allCases)
    func notKept(edition: Edition) throws {
        let operations = Operations.all.filter { $0.isServed(in: edition) }
        let document = OpenAPIDocument.document(operations, edition)
        let answer = WireError.global(DataFailure.notWritten("/x.db", .refused("disk full")).french, status: 503).answer
        for operation in operations {
            let responses = document["paths"]?[operation.path]?[operation.method.lowercased()]?["responses"]
            #expect(responses?["503"] == ["$ref": "#/components/responses/NotKept"], "\(operation.route)")
            let problems = DocumentedAnswers.problems(
                operation.method, operation.path, status: 503, contentType: answer.contentType, body: answer.body)
            #expect(problems == [])
        }
        #expect(document["components"]?["responses"]?["NotKept"]?["content"]?["application/json"] != nil)
        #expect(document["components"]?["schemas"]?["Errors"] != nil, "what it refers to is there")
        #expect(
            DocumentedAnswers.problems(
                "GET", "/health", status: 503, contentType: "text/html", body: Array("full".utf8)) != [])
    }

    @Test("what changes something may answer that a body is too long, also where it takes none")
    func tooLong() {
        for operation in Operations.all where operation.method != "GET" {
            #expect(operation.allReplies.contains { $0.status == 413 }, "\(operation.route)")
            guard operation.access != .control else { continue }
            let answer = PlatformResponder.tooLarge
            let problems = DocumentedAnswers.problems(
                operation.method, operation.path, status: 413, contentType: answer.contentType, body: answer.body)
            #expect(problems == [])
        }
    }

    /// How many a list gives at once, as the document says of its `limit`.
    private func most(_ route: String) throws -> Int {
        let operation = try #require(Operations.all.first { $0.route == route })
        let limit = try #require(operation.query.first { $0.name == "limit" })
        return try #require(Int(limit.description.filter(\.isNumber)), "\(limit.description)")
    }

    @Test("the runs of the payments are listed as many at once as the document says, unless a number is told")
    func listedRuns() async throws {
        let most = try most("GET /_control/batches")
        try await withServer { server in
            for _ in 0...most { try server.service.perform(.runPayments) { _, _ in } }
            let rows = [("", most), ("?limit=ten", most), ("?limit=2", 2), ("?limit=\(most + 1)", most + 1)]
            for (query, count) in rows {
                let answer = await RawExchange.send("GET", "/_control/batches" + query, to: server.baseURL)
                #expect(answer.json?.arrayValue?.count == count, "\(query)")
            }
        }
    }

    @Test("a page of today's edition has as many as the document says, and no more can be asked for")
    func pages() async throws {
        let most = try most("GET /public/offers/v1/events/{event_id}/dates")
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let dates = Array(repeating: platform.date(price), count: most + 1)
            _ = try await platform.made(path + "/dates", ["dates": .array(dates)])
            let page = await platform.send("GET", path + "/dates")
            #expect(page.json?["dates"]?.arrayValue?.count == most)
            #expect(refusal(await platform.send("GET", path + "/dates?limit=\(most + 1)")) == "400 limit")
        }
    }

    @Test("an answer that is not as described is found out")
    func catchesDifferences() {
        func problems(_ status: Int, _ type: String?, _ body: String) -> [String] {
            DocumentedAnswers.problems("GET", "/health", status: status, contentType: type, body: Array(body.utf8))
        }
        #expect(problems(200, "application/json", "\"ok\"") == [])
        #expect(problems(200, "application/json", "5") != [])
        #expect(problems(200, "text/html", "ok") != [])
        #expect(problems(201, "application/json", "\"ok\"") != [])
        #expect(problems(200, "application/json", "") != [])
        let patch = DocumentedAnswers.problems(
            "PATCH", "/bookings/token/LYSYU9", status: 410, contentType: "application/json",
            body: Array(#"{"booking":"Cette réservation a été annulée"}"#.utf8))
        #expect(patch.count == 1)
    }
}
