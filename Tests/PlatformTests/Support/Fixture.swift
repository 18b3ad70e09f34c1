// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// A service with frozen time and seeded draws.
func makeService(
    _ profile: Profile = .documented, at start: String = "2018-12-03T07:15:00Z", mode: VirtualClock.Mode = .frozen
) throws -> Service {
    var settings = Service.Settings()
    settings.profile = profile
    settings.start = try #require(Instant(iso8601: start) as Instant?)
    settings.clockMode = mode
    settings.drawing = .seeded(42)
    return Service(settings)
}

extension Service {
    /// Keeps a copy of the whole platform, for which there is room in every test that asks.
    func takeSnapshot() -> SnapshotShelf.Label {
        guard let label = takeSnapshotIfRoom() else { preconditionFailure("no room for a snapshot") }
        return label
    }
}

/// Starts a platform with frozen time, runs the test, and stops it whatever happens.
func withServer(
    control: Bool = true, profile: Profile = .documented, _ test: (PlatformServer) async throws -> Void
) async throws {
    let start = try #require(Instant(iso8601: "2018-12-03T07:15:00Z"))
    let server = try await PlatformServer.start(
        PlatformConfiguration(profile: profile, start: start, clock: .frozen, control: control, randomSeed: 42))
    do {
        try await test(server)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

/// An origin that the service lets in.
let portal = ("Origin", "https://pro.passculture-integration.beta.gouv.fr")

/// The header of a Basic log-in.
func basic(_ email: String, _ password: String = Town.password) -> (String, String) {
    ("Authorization", "Basic " + Base64.encode(Array("\(email):\(password)".utf8)))
}

extension RawExchange {
    /// The body as JSON.
    var json: JSONValue? { try? JSONValue(parsing: body) }
}
