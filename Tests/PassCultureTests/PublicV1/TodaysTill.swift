// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization

@testable import PassCulture

/// A till of today in front of a scripted platform: venue 1, in a département of the test's choice.
struct TodaysTill: Sendable {
    private static let keys = Mutex(0)

    let transport: FakeTransport
    let journal = RecordingJournal()
    let time: VirtualTime
    let passCulture: PassCulture
    let identity: DeskIdentity
    let code: Countermark

    /// Each has a key of its own, as the limit of calls is the process's.
    init(
        _ script: [FakeTransport.Step], department: String? = nil, retries: RetryPolicy = .none, key: String? = nil,
        time: VirtualTime = VirtualTime(), deadline: Duration = .seconds(5),
        observe: (@Sendable (Event) -> Void)? = nil
    ) throws {
        transport = FakeTransport(script)
        self.time = time
        passCulture = PassCulture(
            .integration,
            options: Options(
                totalDeadline: deadline, retries: retries, circuit: .none, journal: journal, time: time,
                observe: observe),
            transport: transport)
        identity = .provider(key: try Self.key(key), venue: 1, department: department)
        code = try Countermark("LYSYU9")
    }

    func desk(_ outbox: any OutboxStore = MemoryOutbox(), _ settings: Desk.Settings = Desk.Settings()) throws -> Desk {
        try passCulture.desk(as: identity, outbox: outbox, settings: settings)
    }

    func plain() throws -> PlainDesk { try passCulture.plainDesk(as: identity) }

    /// A key that nobody else has, unless it is given.
    static func key(_ text: String? = nil) throws -> ProviderKey {
        try ProviderKey(
            text
                ?? keys.withLock { number in
                    number += 1
                    return "test_prefix_secret\(number)"
                })
    }
}

extension FakeTransport.Step {
    static func answer(_ answer: PublicAnswer) -> FakeTransport.Step { .answer(answer.response) }
}

extension PlainDesk {
    func verify(_ code: Countermark, _ way: Way) async throws -> Verification {
        switch way {
        case .async: try await verify(code)
        case .blocking: try verifyBlocking(code)
        }
    }

    func validate(_ code: Countermark, _ way: Way) async throws -> Validation {
        switch way {
        case .async: try await validate(code)
        case .blocking: try validateBlocking(code)
        }
    }
}

extension Desk {
    func undo(_ code: Countermark, _ person: Person, _ way: Way) async throws -> Reversal {
        switch way {
        case .async: try await undo(code, confirmedBy: person)
        case .blocking: try undoBlocking(code, confirmedBy: person)
        }
    }

    func cancel(_ code: Countermark, _ person: Person, _ way: Way) async throws -> Reversal {
        switch way {
        case .async: try await cancel(code, confirmedBy: person)
        case .blocking: try cancelBlocking(code, confirmedBy: person)
        }
    }

    func bookings(_ query: BookingQuery, _ way: Way) async throws -> [BookingDetails] {
        guard way == .async else { return try bookingsBlocking(query).bookings }
        var found: [BookingDetails] = []
        for try await booking in bookings(query) { found.append(booking) }
        return found
    }
}
