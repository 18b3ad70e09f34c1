// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("Magic countermarks without a network")
struct MagicTransportTests {
    /// Each call is made once, and no circuit opens over what others got.
    private let passCulture = PassCulture(
        .integration, options: Options(retries: .none, circuit: .none), transport: MagicTransport())

    private func portal() throws -> PlainDesk {
        try passCulture.plainDesk(email: "caisse@example.fr", password: "secret")
    }

    private func provider() throws -> DeskIdentity { .provider(key: try TodaysTill.key(), venue: 1) }

    @Test("MAGEAU is refused in the platform's own words, which are known")
    func anotherStructure() throws {
        guard case .refused(let refusal) = try portal().validateBlocking(Countermark("MAGEAU")) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .notYours && refusal.basis == .sentence)
    }

    @Test(
        "MAGE4A says how long to wait, and MAGE4M does not",
        arguments: [("MAGE4A", .seconds(30)), ("MAGE4M", nil)] as [(String, Duration?)])
    func patience(code: String, wait: Duration?) throws {
        let error = #expect(throws: PassCultureError.self) { try portal().verifyBlocking(Countermark(code)) }
        #expect(error?.status == 429 && error?.retryAfter == wait)
    }

    @Test("MAGEPE is in no list of today's edition, and so unknown", arguments: Way.allCases)
    func lost(way: Way) async throws {
        let desk = try passCulture.desk(as: provider(), outbox: MemoryOutbox())
        let code = try Countermark("MAGEPE")
        guard case .valid = try await desk.check(code, way) else { return #expect(Bool(false)) }
        guard case .unknown = try await desk.validate(code, way) else { return #expect(Bool(false)) }
        guard case .refused(let refusal) = try passCulture.plainDesk(as: provider()).verifyBlocking(code) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .alreadyValidated)
    }

    @Test("MAGETY has the booking of either edition under another type")
    func otherType() throws {
        for desk in [try portal(), try passCulture.plainDesk(as: provider())] {
            guard case .valid(let booking?) = try desk.verifyBlocking(Countermark("MAGETY")) else {
                return #expect(Bool(false))
            }
            #expect(booking.offerName != nil)
        }
    }
}
