// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

@Suite("Snapshots, forks, reset")
struct SnapshotTests {
    @Test("restoring a snapshot brings back state, time, mails and images, and nothing later")
    func restores() async throws {
        let town = try Town(in: makeService())
        town.service.storeThumb([1, 2, 3], type: "image/png", for: Identifier(1))
        let before = town.service.now()
        let label = town.service.takeSnapshot()
        _ = try town.book()
        town.service.storeThumb([9], type: "image/png", for: Identifier(1))
        try await town.service.advance(.by(.days(400)))
        #expect(!town.service.mails().isEmpty)
        #expect(town.service.restoreSnapshot(label.id))
        #expect(town.service.now() == before)
        #expect(town.service.read { state, _ in state.bookings.count } == 0)
        #expect(town.service.mails().isEmpty)
        #expect(town.service.thumb(Identifier(1))?.bytes == [1, 2, 3])
        #expect(try town.book().id == Identifier(1))
    }

    @Test("a snapshot can be restored twice, a missing one changes nothing")
    func restoresAgain() throws {
        let town = try Town(in: makeService())
        let label = town.service.takeSnapshot()
        for _ in 0..<2 {
            _ = try town.book()
            #expect(town.service.restoreSnapshot(label.id))
            #expect(town.service.read { state, _ in state.bookings.count } == 0)
        }
        _ = try town.book()
        #expect(!town.service.restoreSnapshot("none"))
        #expect(town.service.read { state, _ in state.bookings.count } == 1)
        #expect(town.service.removeSnapshot(label.id))
        #expect(!town.service.restoreSnapshot(label.id))
    }

    @Test("a fork starts where the platform is; afterwards neither sees the other")
    func forks() async throws {
        let town = try Town(in: makeService())
        let booking = try town.book()
        let fork = town.service.fork()
        #expect(fork.now() == town.service.now())
        #expect(fork.read { state, _ in state.booking(token: booking.token)?.id } == booking.id)
        let query = CountermarkQuery(token: booking.token, email: nil, offerID: nil)
        try fork.perform(.validateCountermark(by: .user(town.bookseller), query)) { _, _ in }
        try await fork.advance(.by(.days(30)))
        #expect(town.service.read { state, _ in state.booking(token: booking.token)?.isUsed } == false)
        #expect(town.service.now() < fork.now())
        #expect(town.service.mails().count < fork.mails().count + 1)
        let session = try town.service.perform(.openSession(town.reader)) { state, _ in
            state.sessions[Identifier(1)]
        }
        let cookie = town.service.cookies(opening: try #require(session)).joined(separator: "; ")
        #expect(await fork.caller(cookies: [cookie], authorization: nil).actor == .anonymous)
    }

    @Test("sessions carry over to a fork")
    func sessionsCarryOver() async throws {
        let town = try Town(in: makeService())
        let caller = await town.service.caller(cookies: [], authorization: basic("lecteur@example.com").1)
        let fork = town.service.fork()
        let cookie = caller.newCookies.map { $0.split(separator: ";")[0] }.joined(separator: "; ")
        #expect(await fork.caller(cookies: [cookie], authorization: nil).actor == .user(town.reader))
    }

    @Test("a reset leaves an empty platform at its first instant, in which old cookies are nobody's; snapshots stay")
    func resets() async throws {
        let town = try Town(in: makeService())
        let start = town.service.now()
        let caller = await town.service.caller(cookies: [], authorization: basic("lecteur@example.com").1)
        let known = await town.service.caller(cookies: caller.newCookies, authorization: nil)
        #expect(known.actor == .user(town.reader))
        let label = town.service.takeSnapshot()
        try await town.service.advance(.by(.days(5)))
        town.service.reset()
        #expect(town.service.now() == start)
        #expect(town.service.read { state, _ in state.users.count } == 0)
        #expect(town.service.mails().isEmpty)
        #expect(town.service.restoreSnapshot(label.id))
        #expect(town.service.read { state, _ in state.users.count } == 2)
        town.service.reset()
        let again = await town.service.caller(cookies: caller.newCookies, authorization: nil)
        #expect(again.actor == .anonymous)
    }

    @Test("a reset goes back to the instant at which the platform began, whether it was told or not; a fork's too")
    func resetsTime() async throws {
        var settings = Service.Settings()
        settings.clockMode = .frozen
        let service = Service(settings)
        let start = service.now()
        try await service.advance(.by(.days(30)))
        let fork = service.fork()
        for platform in [service, fork] {
            platform.reset()
            #expect(platform.now() == start)
        }
    }

    @Test("advancing settles all that falls due, in order; going back is refused")
    func advances() async throws {
        let town = try Town(in: makeService())
        _ = try town.book()
        let advanced = try await town.service.advance(.by(.days(3_650)))
        let (now, settled) = (advanced.now, advanced.settled)
        #expect(now == town.service.now())
        #expect(settled.count > 200)
        #expect(settled.map(\.at) == settled.map(\.at).sorted())
        #expect(town.service.read { state, _ in state.bookings[Identifier(1)]?.isCancelled } == true)
        await #expect(throws: Service.AdvanceError.self) { try await town.service.advance(.to(now - .seconds(1))) }
    }

    @Test("the next due thing is reached exactly")
    func advancesToNext() async throws {
        let town = try Town(in: makeService())
        let next = try #require(town.service.clock().nextDue)
        let advanced = try await town.service.advance(.toNext)
        #expect(advanced.now == next.at)
        #expect(advanced.settled.map(\.at) == [next.at])
    }
}
