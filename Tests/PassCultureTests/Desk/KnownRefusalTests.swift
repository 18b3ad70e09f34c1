// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

/// The evening at a theatre: somebody was told no, the line goes, and they come back.
@Suite("What the platform refused before the line was gone")
struct KnownRefusalTests {
    private static let begins = Instant(iso8601: "2018-12-03T19:30:00Z") ?? .epoch
    private static let noLine = FakeTransport.Step.fail(TransportFailure(.neverSent))
    private static let cancelled = FakeTransport.Step.answer(SampleAnswer.cancelled.response)

    private func desk(_ script: [FakeTransport.Step], _ way: Way) async throws -> (Shop, MemoryOutbox, Desk) {
        let (shop, outbox) = (try Shop(FakeTransport(script), offline: .store(OfflineLimits())), MemoryOutbox())
        let desk = try shop.desk(outbox)
        try await desk.load(list(shop), way)
        return (shop, outbox, desk)
    }

    private func list(_ shop: Shop) -> DayList {
        DayList([
            DayList.Entry(
                countermark: shop.code, offerName: "Hamlet", begins: Self.begins, userName: "Sam",
                email: "s@e.fr")
        ])
    }

    @Test("is refused without one, whatever the day list says, and nothing is stored", arguments: Way.allCases)
    func remembered(way: Way) async throws {
        for isChecked in [true, false] {
            let (shop, outbox, desk) = try await desk(
                [Self.cancelled] + Array(repeating: Self.noLine, count: 2), way)
            if isChecked {
                guard case .refused = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
            } else {
                guard case .refused = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
            }
            guard case .refused(let refusal) = try await desk.check(shop.code, way) else {
                return #expect(Bool(false))
            }
            #expect(refusal.reason == .cancelled)
            let refused = await #expect(throws: PassCultureError.self) { try await desk.validate(shop.code, way) }
            #expect(refused?.code == .alreadyTaken)
            let later = await #expect(throws: PassCultureError.self) {
                try await desk.validateLater(shop.code, LateValidation(.cinema), way)
            }
            #expect(later?.code == .alreadyTaken)
            #expect(outbox.attempts.allSatisfy { [.refused, .abandoned].contains($0.state) })
        }
    }

    @Test("holds no longer once a newer list has it", arguments: Way.allCases)
    func newerList(way: Way) async throws {
        let (shop, _, desk) = try await desk([Self.cancelled, Self.noLine, Self.noLine], way)
        _ = try await desk.check(shop.code, way)
        try await desk.load(list(shop), way)
        guard case .provisional = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        guard case .provisional = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
    }

    @Test("holds no longer once a check finds it valid", arguments: Way.allCases)
    func foundValid(way: Way) async throws {
        let valid = FakeTransport.Step.answer(SampleAnswer.booking.response)
        let (shop, _, desk) = try await desk([Self.cancelled, valid, Self.noLine, Self.noLine], way)
        _ = try await desk.check(shop.code, way)
        guard case .valid = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        guard case .provisional = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        guard case .provisional = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
    }

    @Test("says nothing of the countermark when it was the log-in's, or in nobody's words", arguments: Way.allCases)
    func ofTheLogIn(way: Way) async throws {
        let noes: [FakeTransport.Step] = [
            .answer(TransportResponse(status: 401, text: #"{"identifier":["Identifiant incorrect"]}"#)), .status(410),
        ]
        for no in noes {
            let (shop, _, desk) = try await desk([no, Self.noLine], way)
            guard case .refused = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
            guard case .provisional = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        }
    }
}
