// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import PassCulture
import PassCultureTesting
import Synchronization

/// The partner's part of a journey of today's edition, played by the SDK's `Desk`: one desk with an outbox for each venue, as a till has.
final class SDKProviderDesk: ProviderDesk {
    private let desks = Mutex<[ProviderDeskRequest: Desk]>([:])

    func check(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer {
        await ask(request) { desk, countermark throws(PassCultureError) in
            switch try await desk.check(countermark) {
            case .valid(let booking): .valid(ProviderDeskBooking(booking))
            case .refused(let refusal): ProviderDeskAnswer(refusal)
            case .provisional, .taken: .unknown
            }
        }
    }

    func validate(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer {
        await ask(request) { desk, countermark throws(PassCultureError) in
            switch try await desk.validate(countermark) {
            case .validated: .validated
            case .refused(let refusal): ProviderDeskAnswer(refusal)
            case .provisional, .probable, .unknown: .unknown
            }
        }
    }

    func undo(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer {
        await ask(request) { desk, countermark throws(PassCultureError) in
            ProviderDeskAnswer(try await desk.undo(countermark, confirmedBy: Person(whoConfirmed: person)))
        }
    }

    func cancel(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer {
        await ask(request) { desk, countermark throws(PassCultureError) in
            ProviderDeskAnswer(try await desk.cancel(countermark, confirmedBy: Person(whoConfirmed: person)))
        }
    }

    private func ask(
        _ request: ProviderDeskRequest,
        _ question: (Desk, Countermark) async throws(PassCultureError) -> ProviderDeskAnswer
    ) async -> ProviderDeskAnswer {
        do throws(PassCultureError) {
            return try await question(try desk(of: request), try Countermark(request.countermark))
        } catch {
            return .other("\(error)")
        }
    }

    /// The desk of the venue; the same for all its countermarks, so that it remembers.
    private func desk(of request: ProviderDeskRequest) throws(PassCultureError) -> Desk {
        let venue = request.venue
        if let known = desks.withLock({ $0[venue] }) { return known }
        let product = Product("passculture-journey", version: KitVersion.current)
        let passCulture = PassCulture(
            try .custom(request.base, allowingClearText: true), options: Options(product: product))
        let desk = try passCulture.desk(
            as: .provider(key: ProviderKey(request.key.text), venue: request.venueId), outbox: MemoryOutbox())
        desks.withLock { $0[venue] = desk }
        return desk
    }
}

extension ProviderDeskBooking {
    /// What the SDK tells of a booking.
    fileprivate init(_ booking: BookingDetails?) {
        self.init(
            id: booking.flatMap { Int($0.bookingID) }, userEmail: booking?.email?.revealed,
            offerName: booking?.offerName, quantity: booking?.quantity, venueId: booking?.venueID)
    }
}

extension ProviderDeskAnswer {
    /// The certifier's word for what came of taking back or cancelling.
    fileprivate init(_ reversal: Reversal) {
        self =
            switch reversal {
            case .done(.undo): .undone
            case .done(.cancel): .cancelled
            case .refused(let refusal): ProviderDeskAnswer(refusal)
            case .unknown: .unknown
            }
    }

    /// The certifier's word for a refusal of the SDK.
    fileprivate init(_ refusal: Refusal) {
        let reason: ProviderDeskRefusal? =
            switch refusal.reason {
            case .unknownCountermark: .notFound
            case .reimbursed: .reimbursed
            case .alreadyValidated: .alreadyValidated
            case .cancelled: .cancelled
            case .tooEarly: .tooEarly(from: refusal.validFrom)
            case .notUsed: .notUsed
            case .tooLateToCancel: .tooLateToCancel
            case .alreadyCancelled: .alreadyCancelled
            case .validated: .validated
            case .structureClosed: .closed
            case .cannotBeUndone: .hasCodes
            default: nil
            }
        self = reason.map { .refused($0) } ?? .other("\(refusal)")
    }
}
