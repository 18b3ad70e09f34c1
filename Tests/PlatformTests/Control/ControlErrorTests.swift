// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// How the control API tells what the domain refuses.
@Suite struct ControlErrorTests {
    private static let instant = Instant(microseconds: 0)

    static let today: [PublicV1Refusal] = [
        .unknownProvider, .unknownVenue, .keyTaken, .halfTicketing, .ticketingInUse([Identifier(7)]), .unknownOffer,
        .otherKind, .idAtProviderTaken("a"), .unknownPriceCategory(at: 0), .unknownAddress(3), .noTicketing,
        .noBookingContact, .noDoubleBookings, .tooManyPriceCategories, .samePriceCategory, .knownPriceCategory("a"),
        .sameIDAtProvider("a"), .noSuchPriceCategory, .priceMissing, .tooManyDates, .dateIDTaken("a", at: 0),
        .unknownDate, .dateOver, .limitAfterStart(at: 0), .limitBeforePublication(at: nil),
        .limitBeforePublication(at: 0), .limitBeforeBookingAllowed(at: nil), .quantity, .alreadyBooked, .noTickets,
        .ticketsNotReturned, .unknownCountermark, .reimbursed, .used, .cancelled, .structureClosed,
        .notConfirmed(from: instant), .notUsed, .hasActivationCode, .cannotCancelAnymore,
    ]

    static let all: [Refusal] =
        ([
            .notSignedIn, .signInRefused(.wrongPassword), .noRights, .administratorOnly, .teamOnly, .unknown(.stock),
            .unknown(.booking), .unknownLink, .expiredLink, .unknownCountermark, .emailTaken, .sirenTaken, .siretTaken,
            .siretOfAnotherStructure, .structureWithoutSiren, .virtualVenueExists, .incompleteVenue, .siretIsFixed,
            .noBankDetails, .noRIB, .administratorNotAsked, .administratorNotProposed, .activationIsForTheTeam,
            .digitalAtPhysicalVenue, .physicalAtVirtualVenue, .endBeforeBegin, .endIsBegin, .limitAfterBegin,
            .fewerThanBooked, .invalidAmount, .stockDeleted, .cannotBookFreeOffers, .offerWithdrawn, .bookingLimitPast,
            .venueNotValidated, .physicalCeiling(Euros(cents: 200_00)), .digitalCeiling(Euros(cents: 200_50)),
            .soldOut, .insufficientFunds, .bookingUsed, .notYourBooking, .cancellationWindowPast(hours: 72),
            .cancellationWeekPast, .bookingPaid, .missingParameters(email: true, offerID: true), .alreadyValidated,
            .cancelled,
        ] as [Refusal]) + today.map { .publicV1($0) }

    @Test("each refusal is told in words, with a hint, and none by the name that the program has for it")
    func words() throws {
        var sentences: [String: Refusal] = [:]
        for refusal in Self.all {
            let answer = WireError.control(refusal).answer
            let json = try JSONValue(parsing: answer.body)
            let error = try #require(json["error"]?.stringValue), hint = try #require(json["hint"]?.stringValue)
            var name = "\(refusal)"
            if case .publicV1(let today) = refusal { name = "\(today)" }
            name = String(name.prefix { $0 != "(" })
            for text in [error, hint] {
                #expect(text.count > 10 && text.contains(" "), "\(name): \(text)")
                #expect(!text.contains("PlatformDomain") && !text.contains("publicV1(") && !text.contains("Optional"))
                let isWord = ["quantity", "used", "cancelled", "reimbursed"].contains(name)
                #expect(isWord || !text.contains(name), "\(name): \(text)")
            }
            #expect([404, 409].contains(answer.status), "\(name)")
            sentences[error] = refusal
        }
        #expect(sentences.count * 10 > Self.all.count * 8, "they are told apart")
    }

    @Test(
        "what a ticket office did is told with where to read it",
        arguments: [PublicV1Refusal.noTickets, .ticketsNotReturned])
    func offices(refusal: PublicV1Refusal) throws {
        let json = try JSONValue(parsing: WireError.control(.publicV1(refusal)).answer.body)
        #expect(json["hint"]?.stringValue?.contains("/_control/journal?direction=outgoing") == true)
    }

    @Test("an offer that is not shown yet is not said to be gone")
    func notYet() async throws {
        try await TodayPlatform.run { platform in
            let later: JSONObject = ["publicationDatetime": "2026-02-01T00:00:00Z"]
            let product = try await platform.made(TodayPlatform.products, platform.productBody(later))
            let answer = await platform.control("POST", "/bookings", #"{"offerId": \#(product["id"]?.intValue ?? 0)}"#)
            #expect(answer.status == 409)
            #expect(answer.json?["error"]?.stringValue?.contains("not published") == true, "\(answer.text)")
            #expect(answer.json?["hint"]?.stringValue?.contains("publicationDatetime") == true)
        }
    }
}
