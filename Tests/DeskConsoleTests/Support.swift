// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DeskConsole
import JSON
import PassCulture
import PassCultureTesting
import Synchronization

/// A desk in front of a scripted platform, on an outbox in memory, at a clock that stands still.
struct Counter {
    static let now = Instant(iso8601: "2018-12-03T11:00:00Z") ?? .epoch
    static let code = "LYSYU9"

    let transport: FakeTransport
    let outbox = MemoryOutbox()
    let desk: Desk

    init(_ script: [FakeTransport.Step], circuit: CircuitPolicy = .none) throws {
        transport = FakeTransport(script)
        let draws = Mutex<UInt64>(0)
        let settings = Desk.Settings(
            till: "caisse 1", venue: "Librairie", offline: .store(OfflineLimits()),
            now: { Counter.now },
            draw: {
                draws.withLock { draw in
                    draw += 1
                    return draw
                }
            })
        // Each step of the script is one call: none is made again.
        let options = Options(retries: .none, circuit: circuit)
        desk = try PassCulture(.integration, options: options, transport: transport).desk(
            email: "caisse@example.fr", password: "secret", outbox: outbox, settings: settings)
    }

    /// Loads a show of the evening with one countermark.
    func loadList(isUsed: Bool = false) throws {
        let entry = DayList.Entry(
            countermark: try Countermark(Self.code), offerName: "Concert", begins: Self.now + .hours(8),
            userName: "Léa Moreau", email: "l@x.fr", isUsed: isUsed)
        try desk.loadBlocking(DayList([entry]))
    }
}

/// The lines that a desk said.
final class Screen: Sendable {
    private let lines = Mutex<[String]>([])

    func say(_ line: String) { lines.withLock { $0.append(line) } }

    /// What was said since the last look.
    func look() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}

extension FakeTransport.Step {
    static let valid = Self.answer(SampleAnswer.booking.response)
    static let validated = Self.answer(SampleAnswer.noContent.response)
    static let alreadyValidated = Self.answer(SampleAnswer.alreadyValidated.response)
    static let noLine = Self.fail(TransportFailure(.neverSent))
    static let noAnswer = Self.fail(TransportFailure(.noAnswer))
}
