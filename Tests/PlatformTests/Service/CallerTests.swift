// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

@Suite("Who sends a request")
struct CallerTests {
    private func cookieHeader(_ cookies: [String]) -> String {
        cookies.map { $0.split(separator: ";")[0] }.joined(separator: "; ")
    }

    private func signIn(_ town: Town) throws -> (session: Session, header: String) {
        let session = try town.service.perform(.openSession(town.reader)) { state, _ in
            state.sessions[Identifier(Int64(state.sessions.count))]
        }
        let opened = try #require(session)
        return (opened, cookieHeader(town.service.cookies(opening: opened)))
    }

    @Test("a signed cookie is its person; HttpOnly, for the whole site, for ninety days, without Secure")
    func signedCookie() async throws {
        let town = try Town(in: makeService())
        let (session, header) = try signIn(town)
        let caller = await town.service.caller(cookies: [header], authorization: nil)
        #expect(caller.actor == .user(town.reader))
        #expect(caller.sessionID == session.id)
        #expect(caller.newCookies.isEmpty)
        let cookies = town.service.cookies(opening: session)
        #expect(cookies.map { $0.split(separator: "=")[0] } == ["session", "remember_token"])
        #expect(cookies.allSatisfy { $0.hasSuffix("; Max-Age=7776000; HttpOnly; Path=/") })
    }

    @Test("a tampered cookie is nobody", arguments: [0, 8, 12, 40, 70])
    func tampered(position: Int) async throws {
        let town = try Town(in: makeService())
        let cookie = try signIn(town).header.split(separator: ";")[0]
        var bytes = Array(cookie.utf8)
        bytes[position] = bytes[position] == UInt8(ascii: "2") ? UInt8(ascii: "3") : UInt8(ascii: "2")
        let caller = await town.service.caller(cookies: [String(decoding: bytes, as: UTF8.self)], authorization: nil)
        #expect(caller.actor == .anonymous)
    }

    @Test("another platform's cookie is nobody")
    func foreignCookie() async throws {
        let town = try Town(in: makeService())
        let other = try Town(in: makeService())
        let caller = await other.service.caller(cookies: [try signIn(town).header], authorization: nil)
        #expect(caller.actor == .anonymous)
    }

    @Test("a cookie replayed after sign-out is nobody, and so is one of more than ninety days")
    func endedSession() async throws {
        let town = try Town(in: makeService())
        let (session, header) = try signIn(town)
        let (_, older) = try signIn(town)
        // From the first time on it is known by its letters alone.
        for _ in 0..<2 {
            #expect(await town.service.caller(cookies: [header], authorization: nil).actor == .user(town.reader))
        }
        #expect(town.service.tickets.meaning(of: header)?.sessionID == session.id)
        try town.service.perform(.closeSession(session.id)) { _, _ in }
        #expect(await town.service.caller(cookies: [header], authorization: nil).actor == .anonymous)
        try await town.service.advance(.by(.days(90) - .seconds(1)))
        #expect(await town.service.caller(cookies: [older], authorization: nil).actor == .user(town.reader))
        try await town.service.advance(.by(.seconds(2)))
        #expect(await town.service.caller(cookies: [older], authorization: nil).actor == .anonymous)
    }

    @Test("of several sessions in a header the first that lives is meant, also one that a restore brought back")
    func severalSessions() async throws {
        let town = try Town(in: makeService())
        let (closed, one) = try signIn(town)
        let (other, two) = try signIn(town)
        func meant() async -> Identifier<Session>? {
            await town.service.caller(cookies: ["\(one); \(two)"], authorization: nil).sessionID
        }
        let label = town.service.takeSnapshot()
        try town.service.perform(.closeSession(closed.id)) { _, _ in }
        for _ in 0..<2 { #expect(await meant() == other.id) }
        #expect(town.service.restoreSnapshot(label.id))
        for _ in 0..<2 { #expect(await meant() == closed.id) }
    }

    @Test("a remember_token alone is nobody, but does not stand in the way of a Basic log-in")
    func rememberTokenAlone() async throws {
        let town = try Town(in: makeService())
        let remembered = String(try signIn(town).header.split(separator: ";")[1].dropFirst())
        #expect(remembered.hasPrefix("remember_token="))
        #expect(await town.service.caller(cookies: [remembered], authorization: nil).actor == .anonymous)
        let caller = await town.service.caller(cookies: [remembered], authorization: basic("lecteur@example.com").1)
        #expect(caller.actor == .user(town.reader))
    }

    @Test("a Basic log-in opens one session and goes on with it, until it is closed")
    func basicLogIn() async throws {
        let town = try Town(in: makeService())
        let authorization = basic("lecteur@example.com").1
        let first = await town.service.caller(cookies: [], authorization: authorization)
        #expect(first.actor == .user(town.reader))
        #expect(first.newCookies.count == 2)
        let byCookie = await town.service.caller(cookies: [cookieHeader(first.newCookies)], authorization: nil)
        #expect(byCookie.actor == .user(town.reader))
        let second = await town.service.caller(cookies: [], authorization: authorization)
        #expect(second.sessionID == first.sessionID)
        // From now on the header alone tells, as long as the session lives.
        #expect(town.service.credentials.login(header: authorization)?.email == "lecteur@example.com")
        for other in [authorization + "=", String(authorization.dropLast()), authorization.lowercased()] {
            #expect(town.service.credentials.login(header: other) == nil)
        }
        let again = await town.service.caller(cookies: [], authorization: authorization)
        #expect(again.sessionID == first.sessionID)
        #expect(again.newCookies == first.newCookies)
        #expect(second.newCookies == first.newCookies)
        try town.service.perform(.closeSession(try #require(first.sessionID))) { _, _ in }
        let third = await town.service.caller(cookies: [], authorization: authorization)
        #expect(third.actor == .user(town.reader))
        #expect(third.sessionID != first.sessionID)
        #expect(town.service.read { state, _ in state.sessions.count } == 2)
    }

    @Test("a changed password ends the old one at once, cached or not")
    func changedPassword() async throws {
        let town = try Town(in: makeService())
        let old = basic("lecteur@example.com").1
        for _ in 0..<3 {
            #expect(await town.service.caller(cookies: [], authorization: old).actor == .user(town.reader))
        }
        let hash = await town.service.hash(password: "Nouveau123456!@")
        try town.service.perform(.changePassword(town.reader, passwordHash: hash)) { _, _ in }
        #expect(await town.service.caller(cookies: [], authorization: old).actor == .refused(.wrongPassword))
        let new = basic("lecteur@example.com", "Nouveau123456!@").1
        #expect(await town.service.caller(cookies: [], authorization: new).actor == .user(town.reader))
    }

    @Test("refusals come in the service's order: unknown, not validated, wrong password")
    func refusals() async throws {
        let town = try Town(in: makeService())
        try town.service.perform(
            .signUp(
                SignUp(purpose: .young, email: "attente@example.com", passwordHash: Town.hash, publicName: "Attente"))
        ) { _, _ in }
        let cases: [((String, String), SignInRefusal)] = [
            (basic("personne@example.com"), .unknownIdentifier), (basic("LECTEUR@example.com"), .unknownIdentifier),
            (basic("attente@example.com", "faux"), .notValidated),
            (basic("lecteur@example.com", "faux"), .wrongPassword),
        ]
        for (header, refusal) in cases {
            #expect(await town.service.caller(cookies: [], authorization: header.1).actor == .refused(refusal))
        }
    }

    @Test(
        "an Authorization that is no Basic log-in is nobody",
        arguments: ["", "Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer abc", "basic\u{0}", "Digest x=y"])
    func noBasic(header: String) async throws {
        let town = try Town(in: makeService())
        #expect(await town.service.caller(cookies: [], authorization: header).actor == .anonymous)
    }
}
