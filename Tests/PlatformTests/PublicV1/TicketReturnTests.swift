// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// Cancellations with tickets, while something else happens before the partner has answered (`today §4.6`).
@Suite struct TicketReturnTests {
    /// What a booking has left, booked and cancelled by the partner's answers.
    private static func office(_ meanwhile: Meanwhile, cancelled: (status: Int, body: String)) throws -> CalledOffice {
        try CalledOffice { path in
            guard path == "/cancel" else { return (200, #"{"remainingQuantity": 9, "tickets": [{"barcode": "A"}]}"#) }
            meanwhile.happens()
            return cancelled
        }
    }

    /// The two ways to cancel, and how they say that it is done.
    enum Way: CaseIterable {
        case beneficiary
        case countermark

        func cancel(_ booking: JSONValue, on platform: TodayPlatform) async throws -> RawExchange {
            switch self {
            case .beneficiary:
                await platform.control("POST", "/bookings/\(try #require(booking["id"]?.intValue))/cancel")
            case .countermark:
                await platform.send(
                    "PATCH",
                    "/public/bookings/v1/cancel/token/\(try #require(booking["token"]?.stringValue))")
            }
        }

        var done: Int { self == .beneficiary ? 200 : 204 }
        var used: Int { self == .beneficiary ? 409 : 410 }
    }

    @Test(
        "what could be cancelled when the partner was asked is cancelled, though its time ends meanwhile",
        arguments: Way.allCases)
    func overMeanwhile(way: Way) async throws {
        let meanwhile = Meanwhile()
        let office = try Self.office(meanwhile, cancelled: (200, #"{"remainingQuantity": 12}"#))
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let booking = try #require(await platform.book(stock).json)
            let service = platform.server.service
            let limit = try #require(service.read { state, _ in state.terms(of: Identifier(1))?.cancellationLimit })
            meanwhile.will { _ = service.withCore { core in try? core.clock.set(to: limit) } }
            let answer = try await way.cancel(booking, on: platform)
            #expect(answer.status == way.done, "\(answer.text)")
            #expect(service.now() == limit)
            #expect(service.read { state, _ in state.bookings[Identifier(1)]?.isCancelled } == true)
            #expect(platform.remaining(of: stock) == 12)
            #expect(service.read { state, _ in state.violations } == [])
        }
    }

    @Test("what somebody else cancelled meanwhile is cancelled once, and no seat is missing", arguments: Way.allCases)
    func cancelledMeanwhile(way: Way) async throws {
        let meanwhile = Meanwhile()
        let again = (409, #"{"error": "already_cancelled", "remainingQuantity": 10}"#)
        let office = try Self.office(meanwhile, cancelled: again)
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let booking = try #require(await platform.book(stock).json)
            let service = platform.server.service
            let person = try #require(service.read { state, _ in state.bookings[Identifier(1)]?.userID })
            meanwhile.will {
                _ = try? service.perform(.cancelBooking(by: .user(person), Identifier(1))) { _, _ in () }
            }
            let answer = try await way.cancel(booking, on: platform)
            #expect(answer.status == way.done, "\(answer.text)")
            #expect(platform.remaining(of: stock) == 10)
            let barcodes = service.read { state, _ in state.returnedBarcodes.count }
            #expect(barcodes == 0, "tickets that the partner took back do not go back again")
        }
    }

    /// Answers to a ticket that comes back, and what is left then of twenty.
    static let leftovers: [(String, Int64?)] = [
        (#"{"remainingQuantity": 1}"#, 1), (#"{"remainingQuantity": null}"#, nil), ("{}", 20),
    ]

    @Test(
        "one ticket for two goes back at once, and what the office has left then is what is left here",
        arguments: leftovers)
    func oneForTwo(answer: String, left: Int64?) async throws {
        let office = try CalledOffice { path in
            path == "/book" ? (200, #"{"remainingQuantity": 0, "tickets": [{"barcode": "A"}]}"#) : (200, answer)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office, #", "quantity": 20"#)
            #expect(await platform.book(stock, quantity: 2).status == 409)
            #expect(platform.remaining(of: stock) == left)
            #expect(platform.bookingCount == 0)
        }
    }

    @Test("what was used meanwhile stays used", arguments: Way.allCases)
    func usedMeanwhile(way: Way) async throws {
        let meanwhile = Meanwhile()
        let office = try Self.office(meanwhile, cancelled: (200, #"{"remainingQuantity": 10}"#))
        try await TodayPlatform.run { platform in
            let (stock, provider) = try await platform.stock("ticketed", calling: office)
            let booking = try #require(await platform.book(stock).json)
            let token = try #require(booking["token"]?.stringValue)
            let service = platform.server.service
            let limit = try #require(service.read { state, _ in state.terms(of: Identifier(1))?.cancellationLimit })
            meanwhile.will {
                _ = service.withCore { core in try? core.clock.set(to: limit) }
                _ = try? service.perform(
                    .publicV1(.useCountermark(by: Identifier(Int64(provider)), token))
                ) { _, _ in () }
            }
            let answer = try await way.cancel(booking, on: platform)
            #expect(answer.status == way.used, "\(answer.text)")
            let kept = service.read { state, _ in state.bookings[Identifier(1)] }
            #expect(kept?.isUsed == true)
            #expect(kept?.isCancelled == false)
        }
    }
}
