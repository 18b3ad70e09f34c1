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
    let time = VirtualTime()
    let passCulture: PassCulture
    let identity: DeskIdentity
    let code: Countermark

    /// Each has a key of its own, as the limit of calls is the process's.
    init(
        _ script: [FakeTransport.Step], department: String? = nil, retries: RetryPolicy = .none, key: String? = nil,
        observe: (@Sendable (Event) -> Void)? = nil
    ) throws {
        transport = FakeTransport(script)
        passCulture = PassCulture(
            .integration,
            options: Options(retries: retries, circuit: .none, journal: journal, time: time, observe: observe),
            transport: transport)
        identity = .provider(key: try Self.key(key), venue: 1, department: department)
        code = try Countermark("LYSYU9")
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
