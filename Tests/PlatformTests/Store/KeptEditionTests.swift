// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import SQLite
import Testing

@testable import Platform

@Suite("The edition that a data file is of")
struct KeptEditionTests {
    private static let provider = "/public/providers/v1/provider"

    /// A platform on the file while it runs: what its control says that it serves, and what its routes say to a key.
    private struct Run {
        let edition: String?
        let status: Int
        let former: Edition?
        /// The key that its seed tells, if it was played.
        let key: String?
        let fork: String?
    }

    private func run(
        _ data: TemporaryData, edition: Edition? = nil, seed: BuiltInSeed? = nil, key: String? = nil
    ) async throws -> Run {
        var configuration = PlatformConfiguration(edition: edition, clock: .frozen, seed: try seed?.seed())
        configuration.data = data.path
        let server = try await PlatformServer.start(configuration)
        let key =
            server.furnished?.json["show"]?.arrayValue?.first { $0["id"] == "api-key" }?["value"]?.stringValue ?? key
        let control = await RawExchange.send("GET", "/_control", to: server.baseURL)
        let asked = await RawExchange.send(
            "GET", Self.provider, to: server.baseURL, headers: [("Authorization", "Bearer \(key ?? "")")])
        let forked = await RawExchange.send("POST", "/_control/forks", to: server.baseURL)
        let copy = await RawExchange.send("GET", "/_control", to: forked.json?["base"]?.stringValue ?? server.baseURL)
        let run = Run(
            edition: control.json?["edition"]?.stringValue, status: asked.status,
            former: server.service.formerEdition, key: key, fork: copy.json?["edition"]?.stringValue)
        await server.stop()
        return run
    }

    @Test("is that of the platform that made it: one of today comes back as one of today, and its key is served")
    func comesBack() async throws {
        let data = try TemporaryData()
        let first = try await run(data, seed: .till)
        #expect(first.edition == "publicV1" && first.status == 200 && first.former == nil)
        let again = try await run(data, key: first.key)
        #expect(again.edition == "publicV1" && again.status == 200 && again.fork == "publicV1")
        let seeded = try await run(data, seed: .cinema, key: first.key)
        #expect(seeded.edition == "publicV1", "a seed that is not played says nothing")
        #expect(try DataReport(of: data.path).edition == .publicV1)
        #expect(try DataReport(of: data.path).violations.isEmpty)
    }

    @Test("becomes another one when told, and is that from then on; the one before is told")
    func told() async throws {
        let data = try TemporaryData()
        let key = try await run(data, seed: .till).key
        let both = try await run(data, edition: .both, key: key)
        #expect(both.edition == "both" && both.status == 200 && both.former == .publicV1)
        let after = try await run(data, key: key)
        #expect(after.edition == "both" && after.fork == "both" && after.former == nil)
        let portal = try await run(data, edition: .prototype2018, key: key)
        #expect(portal.edition == "prototype2018" && portal.status != 200 && portal.former == .both)
        #expect(try await run(data, edition: .publicV1, key: key).status == 200, "nothing of the state is lost")
    }

    @Test("is not known of a file that an older kit made: that is served as before, until one is told")
    func older() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        _ = try Town(in: service)
        await service.closeData()
        try DataFile(data.path, creates: false).connection.execute(
            "ALTER TABLE platform DROP COLUMN edition; PRAGMA user_version=2")
        #expect(try DataReport(of: data.path).edition == nil)
        #expect(try await run(data).edition == "prototype2018")
        #expect(try DataReport(of: data.path).version == 3)
        let seeded = try await run(data, seed: .till)
        #expect(seeded.edition == "publicV1" && seeded.former == nil)
        #expect(try await run(data).edition == "publicV1")
    }

    @Test("survives a reset and a restored snapshot, and a kill")
    func replaced() async throws {
        let data = try TemporaryData()
        var configuration = PlatformConfiguration(edition: .both, clock: .frozen)
        configuration.data = data.path
        let (service, _) = try await Service.make(configuration)
        let label = service.takeSnapshot()
        service.reset()
        _ = service.restoreSnapshot(label.id)
        try await service.settleData()
        #expect(try data.copied().load().edition == .both)
        await service.closeData()
        #expect(try data.load().edition == .both)
    }
}
