// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("A snapshot as lines of JSON")
struct SnapshotLinesTests {
    /// A platform with a bit of everything.
    private func furnished() async throws -> Service {
        let service = Service()
        _ = try await service.furnish(try BuiltInSeed.demo.seed())
        service.listens(at: "http://127.0.0.1:1")
        service.storeThumb([0, 255, 7], type: "image/png", for: Identifier(1))
        return service
    }

    private func lines(of service: Service) async throws -> [UInt8] {
        try #require(await service.snapshotLines(service.takeSnapshot().id))
    }

    @Test("brings the same platform to life elsewhere")
    func carries() async throws {
        let service = try await furnished()
        service.setClockMode(.frozen)
        let text = try await lines(of: service)
        let other = Service()
        other.listens(at: "http://127.0.0.1:2")
        let label = try await other.addSnapshot(text)
        #expect(other.read { state, _ in state.users.count } == 0)
        #expect(other.restoreSnapshot(label.id))
        #expect(Seen(other).state == Seen(service).state)
        #expect(Seen(other).files == Seen(service).files)
        #expect(Seen(other) == Seen(service))
        #expect(other.mails().allSatisfy { !$0.html.contains("127.0.0.1:1/") })
        #expect(try await lines(of: other).split(separator: 10).dropFirst() == text.split(separator: 10).dropFirst())
    }

    @Test("is refused with the line and what is wrong with it")
    func refusals() async throws {
        let service = try await furnished()
        let text = String(decoding: try await lines(of: service), as: UTF8.self)
        let wrong: [(change: (String) -> String, sentence: String)] = [
            ({ _ in "" }, "Line 1 does not say that this is a snapshot"),
            ({ $0.replacing("\"version\":1", with: "\"version\":2") }, "The snapshot is of version 2"),
            ({ $0.replacing("\"profile\":\"documented\"", with: "\"profile\":\"observed\"") }, "profile observed"),
            ({ $0.replacing("{\"users\":{\"id\":2,", with: "{\"users\":{\"id\":7,") }, "its id is 7"),
            ({ $0.replacing("\"spent\":", with: "\"spend\":") }, "there is no field spend"),
            ({ $0.replacing("\"isUsed\":false", with: "\"isUsed\":\"no\"") }, "isUsed is"),
            ({ $0.replacing("\"productID\":1,", with: "\"productID\":99,") }, "leads nowhere"),
            ({ String($0.dropLast(60)) }, "Line"),
            ({ $0 + "{\"what\":{}}\n" }, "there are no what in a snapshot"),
            ({ $0.split(separator: "\n").dropLast().joined(separator: "\n") }, "The first line says 1 files"),
        ]
        for (change, sentence) in wrong {
            let error = await #expect(throws: SnapshotError.self) {
                try await service.addSnapshot(Array(change(text).utf8))
            }
            #expect(error?.description.contains(sentence) == true, "\(sentence): \(error?.description ?? "accepted")")
        }
        #expect(service.snapshotLabels.count == 1)
    }

    @Test("goes out and in through the control API, which refuses what is none with a hint")
    func control() async throws {
        try await withServer { server in
            func call(_ method: String, _ path: String, _ body: [UInt8]? = nil) async -> RawExchange {
                await RawExchange.send(method, "/_control\(path)", to: server.baseURL, headers: [], body: body)
            }
            let town = try Town(in: server.service)
            _ = try town.book()
            #expect(await call("POST", "/snapshots").json?["id"] == "1")
            let lines = await call("GET", "/snapshots/1")
            #expect(lines.status == 200)
            server.service.reset()
            let sent = await call("POST", "/snapshots", Array(lines.body))
            #expect(sent.status == 201 && sent.json?["id"] == "2")
            #expect(await call("POST", "/snapshots/2/restore").status == 200)
            #expect(server.service.read { state, _ in state.bookings.count } == 1)
            let refused = await call("POST", "/snapshots", Array("{\"format\":\"other\"}".utf8))
            #expect(refused.status == 400 && refused.json?["hint"] != nil)
            #expect(await call("GET", "/snapshots/9").status == 404)
        }
    }
}
