// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization

@testable import PassCulture

/// A platform in a few lines: a countermark can be validated once, and whose answers get lost is the test's choice.
final class Ledger: Transport {
    /// What becomes of an exchange.
    enum Fate: CaseIterable, Sendable {
        /// It is answered.
        case answered
        /// It is applied, and its answer lost.
        case lost
        /// It leaves and never arrives.
        case strayed
        /// It never leaves.
        case neverSent
    }

    private struct State {
        var validations = 0
        var patches = 0
        var gets = 0
        var fates: [Fate] = []
        var readings: [Fate] = []
    }

    private let state = Mutex(State())

    /// What becomes of the next validations, and of the next checks; afterwards all are answered.
    init(validations: [Fate] = [], checks: [Fate] = []) {
        state.withLock { ($0.fates, $0.readings) = (validations, checks) }
    }

    /// How often the countermark was validated: the truth.
    var validations: Int { state.withLock { $0.validations } }
    /// How many validations were asked for.
    var patches: Int { state.withLock { $0.patches } }
    /// How many checks were asked for.
    var gets: Int { state.withLock { $0.gets } }

    /// Somebody else validates.
    func validateElsewhere() { state.withLock { $0.validations += 1 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        try sendBlocking(request)
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        try state.withLock { state throws(TransportFailure) in
            let isPatch = request.method == "PATCH"
            if isPatch { state.patches += 1 } else { state.gets += 1 }
            let fate: Fate =
                if isPatch {
                    state.fates.isEmpty ? .answered : state.fates.removeFirst()
                } else {
                    state.readings.isEmpty ? .answered : state.readings.removeFirst()
                }
            if fate == .neverSent { throw TransportFailure(.neverSent) }
            if fate == .strayed { throw TransportFailure(.noAnswer) }
            let isValid = state.validations == 0
            if isPatch, isValid { state.validations = 1 }
            if fate == .lost { throw TransportFailure(.noAnswer) }
            guard isValid else {
                return TransportResponse(
                    status: 410, text: #"{"booking": ["Cette réservation a déjà été validée"]}"#)
            }
            return TransportResponse(status: isPatch ? 204 : 200, text: isPatch ? "" : #"{"bookingId":"AE"}"#)
        }
    }
}

/// A till at a shop: its outbox, its desk, and a clock of the test's.
struct Shop: Sendable {
    /// The time, which the test sets.
    final class Time: Sendable {
        private let instant = Mutex(AttemptTests.start)
        var now: Instant { instant.withLock { $0 } }
        func pass(_ span: Span) { instant.withLock { $0 = $0 + span } }
    }

    let code: Countermark
    let time: Time
    let settings: Desk.Settings
    let passCulture: PassCulture

    init(
        _ transport: any Transport, till: String = "caisse 1", offline: Desk.Settings.Offline = .refuse,
        promotion: Desk.Settings.PromotionPolicy = .person, against: Bool = false, number: UInt64 = 1,
        observe: (@Sendable (Event) -> Void)? = nil
    ) throws {
        code = try Countermark("LYSYU9")
        let time = Time()
        self.time = time
        let numbers = Mutex(number)
        settings = Desk.Settings(
            till: till, offline: offline, allowsLateValidationAgainstTheGuide: against, promotion: promotion,
            now: { time.now },
            draw: {
                numbers.withLock { number in
                    defer { number += 2 }
                    return number
                }
            })
        passCulture = PassCulture(
            .integration, options: Options(retries: .none, circuit: .none, observe: observe), transport: transport)
    }

    func desk(_ outbox: any OutboxStore) throws -> Desk {
        try passCulture.desk(email: "pro@example.com", password: "Azerty123456!@", outbox: outbox, settings: settings)
    }
}

extension Desk {
    func check(_ code: Countermark, _ way: Way) async throws -> Check {
        switch way {
        case .async: try await check(code)
        case .blocking: try checkBlocking(code)
        }
    }

    func validate(
        _ code: Countermark, _ way: Way, amountCents: Int64? = nil, kind: OfferKind? = nil
    ) async throws -> Outcome {
        switch way {
        case .async: try await validate(code, amountCents: amountCents, kind: kind)
        case .blocking: try validateBlocking(code, amountCents: amountCents, kind: kind)
        }
    }

    func reconcile(_ way: Way) async throws -> Reconciliation {
        switch way {
        case .async: try await reconcile()
        case .blocking: try reconcileBlocking()
        }
    }

    func confirm(_ id: UInt64, by person: String, _ way: Way) async throws -> Validated {
        switch way {
        case .async: try await confirm(id, by: person)
        case .blocking: try confirmBlocking(id, by: person)
        }
    }

    func abandon(_ id: UInt64, by person: String, _ way: Way) async throws -> Attempt {
        switch way {
        case .async: try await abandon(id, by: person)
        case .blocking: try abandonBlocking(id, by: person)
        }
    }

    func load(_ list: DayList, _ way: Way) async throws {
        switch way {
        case .async: try await load(list)
        case .blocking: try loadBlocking(list)
        }
    }

    func validateLater(_ code: Countermark, _ late: LateValidation, _ way: Way) async throws -> Provisional {
        switch way {
        case .async: try await validateLater(code, as: late)
        case .blocking: try validateLaterBlocking(code, as: late)
        }
    }
}
