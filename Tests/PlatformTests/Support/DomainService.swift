// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Platform
import PlatformDomain
import Synchronization
import TestSupport

/// The real domain behind the routes' protocol: no server, no mails, time that stands still until told to move, and password
/// hashes that cost nothing.
final class DomainService: PlatformService {
    private struct Contents {
        var state: PlatformState
        var time: Instant
        var random = SeededRandom()
        var events: [Event] = []
        var thumbs: [Identifier<Mediation>: Thumb] = [:]
        var ribs: [Payee: (bytes: [UInt8], digest: String)] = [:]
    }

    private struct Thumb {
        let bytes: [UInt8]
        let type: String
    }

    let profile: Profile
    let publicBase = "http://127.0.0.1:1"
    let exportToken: String? = "le-jeton-de-l-equipe"
    let magic = MagicMemory()
    let rateLimiter = RateLimiter()
    private let contents: Mutex<Contents>

    /// Starts on Monday 3 December 2018 at 10:00:00.123456 UTC: the microseconds show whether a date is written with them.
    init(_ profile: Profile = .documented, at time: Instant = Instant(microseconds: 1_543_831_200_123_456)) {
        self.profile = profile
        contents = Mutex(Contents(state: PlatformState(profile: profile, at: time), time: time))
    }

    // MARK: PlatformService

    func now() -> Instant { contents.withLock { $0.time } }

    func read<Answer: Sendable, Failure: Error>(
        _ body: (PlatformState, Instant) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try contents.withLock { (contents) throws(Failure) in
            _ = contents.state.settle(until: contents.time, drawing: &contents.random)
            return try body(contents.state, contents.time)
        }
    }

    @discardableResult
    func perform<Answer: Sendable>(
        _ command: Command, then projection: (PlatformState, [Event]) -> Answer
    ) throws(Refusal) -> Answer {
        try contents.withLock { (contents) throws(Refusal) in
            _ = contents.state.settle(until: contents.time, drawing: &contents.random)
            let events = try contents.state.decide(command, at: contents.time, drawing: &contents.random)
            for event in events { contents.state.evolve(event) }
            contents.events += events
            return projection(contents.state, events)
        }
    }

    func hash(password: String) async -> String { "hash of \(password)" }

    func matches(password: String, hash: String) async -> Bool { hash == "hash of \(password)" }

    func cookies(opening session: Session) -> [String] {
        ["session=\(session.id.number).\(session.secret); Path=/", "remember_token=\(session.userID.number); Path=/"]
    }

    func storeThumb(_ bytes: [UInt8], type: String, for mediation: Identifier<Mediation>) {
        contents.withLock { $0.thumbs[mediation] = Thumb(bytes: bytes, type: type) }
    }

    func thumb(_ mediation: Identifier<Mediation>) -> (bytes: [UInt8], type: String)? {
        contents.withLock { $0.thumbs[mediation] }.map { ($0.bytes, $0.type) }
    }

    func storeRIB(_ bytes: [UInt8], digest: String, of payee: Payee) {
        contents.withLock { $0.ribs[payee] = (bytes, digest) }
    }

    func ribFile(of payee: Payee) -> (bytes: [UInt8], type: String)? {
        contents.withLock { contents in
            guard let rib = contents.state.rib(of: payee), let file = contents.ribs[payee], file.digest == rib.digest
            else { return nil }
            return (file.bytes, rib.form.rawValue)
        }
    }

    // MARK: For tests

    /// A copy of the state, with nothing settled.
    var state: PlatformState { contents.withLock { $0.state } }

    /// All that happened by commands and by ``happen(_:)``, oldest first.
    var events: [Event] { contents.withLock { $0.events } }

    /// Moves time forward.
    func advance(by span: Span) { contents.withLock { $0.time = $0.time.advanced(by: span) } }

    /// Makes something happen without a command, such as what only the team's own tools do.
    func happen(_ event: Event) {
        contents.withLock {
            $0.state.evolve(event)
            $0.events.append(event)
        }
    }
}
