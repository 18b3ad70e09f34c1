// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("An exchange of today's edition")
struct PublicExchangeTests {
    @Test(
        "asks by its own paths, with the key in a header and nowhere else, and without a body", arguments: Way.allCases)
    func requests(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking()), .answer(.done)], key: "test_abc_def")
        _ = try await till.plain().verify(till.code, way)
        _ = try await till.plain().validate(till.code, way)
        let base = "https://backend.integration.passculture.pro/public/bookings/v1/"
        #expect(till.transport.requests.map(\.method) == ["GET", "PATCH"])
        #expect(till.transport.requests.map(\.url) == [base + "token/LYSYU9", base + "use/token/LYSYU9"])
        #expect(
            till.transport.requests.map(\.pathTemplate) == [
                "/public/bookings/v1/token/{token}", "/public/bookings/v1/use/token/{token}",
            ])
        for request in till.transport.requests {
            #expect(request.header("Authorization") == "Bearer test_abc_def")
            #expect(!request.url.contains("test_abc_def"))
            #expect(request.body == nil)
            #expect(request.header("Content-Type") == nil)
        }
    }

    @Test("has the hosts of the sheet, and an address of one's own serves both editions")
    func hosts() throws {
        #expect(Environment.production.baseURL(of: .publicV1) == "https://backend.passculture.app")
        #expect(Environment.integration.baseURL(of: .publicV1) == "https://backend.integration.passculture.pro")
        #expect(Environment.production.baseURL(of: .prototype2018) == Environment.production.baseURL)
        for edition in Edition.allCases {
            #expect(Environment.local(port: 5000).baseURL(of: edition) == "http://127.0.0.1:5000")
            #expect(try Environment.custom("https://a.fr/x/").baseURL(of: edition) == "https://a.fr/x")
        }
    }

    @Test("is warmed up for at its own host, with nothing that tells who asks", arguments: Way.allCases)
    func warmUp(way: Way) async throws {
        let till = try TodaysTill([.status(404)])
        switch way {
        case .async: try await till.passCulture.warmUp(for: till.identity.edition)
        case .blocking: try till.passCulture.warmUpBlocking(for: till.identity.edition)
        }
        #expect(till.transport.requests.map(\.url) == ["https://backend.integration.passculture.pro/health"])
        #expect(till.transport.requests[0].header("Authorization") == nil)
    }

    @Test("tells everything that the platform tells of a booking", arguments: Way.allCases)
    func booking(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(id: 42, confirmed: "2026-11-22T10:00:00Z")), .answer(.booking())])
        guard case .valid(let event?) = try await till.plain().verify(till.code, way),
            case .valid(let product?) = try await till.plain().verify(till.code, way)
        else { return #expect(Bool(false)) }
        #expect(event.bookingID == "42")
        #expect(event.quantity == 2)
        #expect(event.priceCents == 1_250)
        #expect(event.status == .confirmed)
        #expect(event.creationDate?.iso8601 == "2026-11-20T10:00:00.250000Z")
        #expect(event.confirmationDate?.iso8601 == "2026-11-22T10:00:00Z")
        #expect([event.offerID, event.stockID, event.venueID, event.priceCategoryID] == [7, 8, 1, 9])
        #expect(event.priceCategoryLabel == "Carré or")
        #expect(event.offerName == "Grand livre")
        #expect(event.venueName == "Librairie")
        #expect(event.offerAddress == "1 rue du Livre 93100 Montreuil")
        #expect(event.venueDepartementCode == "93")
        #expect(event.email?.revealed == "jeune@example.com")
        #expect(event.userName == "Camille Exemple")
        #expect(event.phoneNumber == "+33612345678")
        #expect(event.userPostalCode == "93100")
        #expect(event.userBirthDate == CivilDate(year: 2008, month: 5, day: 17))
        #expect(event.dateOfBirth?.iso8601 == "2008-05-17T00:00:00Z")
        #expect(event.ean == nil)
        #expect(product.ean == "9782895761792")
        #expect(product.confirmationDate == nil)
        #expect(product.priceCategoryID == nil)
    }

    @Test("refuses a booking of another venue than the till's", arguments: Way.allCases)
    func otherVenue(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2))])
        guard case .refused(let refusal) = try await till.plain().verify(till.code, way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .wrongVenue)
        #expect(refusal.cashier.french == "Contremarque d'un autre lieu : ne remettez rien.")
    }

    @Test("never takes a booking for valid that says itself that it is not")
    func otherStatus() throws {
        let reasons: [BookingStatus: Refusal.Reason] = [
            .used: .alreadyValidated, .cancelled: .cancelled, .reimbursed: .reimbursed,
        ]
        for (status, reason) in reasons {
            let till = try TodaysTill([.answer(.booking(status: status))])
            guard case .refused(let refusal) = try till.plain().verifyBlocking(till.code) else {
                return #expect(Bool(false))
            }
            #expect(refusal.reason == reason)
        }
    }

    @Test(
        "finds fault with what is no booking, and tells the field and not what it held",
        arguments: [
            ("", "no JSON"), ("<h1>OK</h1>", "no JSON"), ("{}", "id"), (#"{"id":"CANARY"}"#, "id"),
            (#"{"id":1,"status":"CONFIRMED"}"#, "venueId"),
            (#"{"id":1,"status":"CONFIRMED","venueId":1,"quantity":"CANARY"}"#, "quantity"),
            (#"{"id":1,"status":"CONFIRMED","venueId":1,"confirmationDate":"CANARY"}"#, "confirmationDate"),
            (#"{"id":1,"status":"CONFIRMED","venueId":1,"price":"CANARY"}"#, "price"),
        ])
    func unreadable(body: String, named: String) throws {
        let till = try TodaysTill([.answer(TransportResponse(status: 200, text: body))])
        let error = #expect(throws: PassCultureError.self) { try till.plain().verifyBlocking(till.code) }
        #expect(error?.code == .unreadableAnswer)
        #expect(error?.detail?.contains(named) == true)
        #expect(error?.detail?.contains("CANARY") == false)
    }

    @Test("leaves out what only adorns a booking when it holds a surprise")
    func surprises() throws {
        let fields = [
            "creationDate": #""yesterday""#, "offerId": #""1""#, "stockId": "1.5", "priceCategoryId": "[]",
            "priceCategoryLabel": "7", "offerName": "{}", "venueName": "1", "offerEan": "9782070360024",
            "offerAddress": "[]", "offerDepartmentCode": "75", "userEmail": "0", "userFirstName": "true",
            "userLastName": #""Sand""#, "userPhoneNumber": "33612345678", "userPostalCode": "75001",
            "userBirthDate": #""""#,
        ]
        let rest = fields.map { #","\#($0.key)":\#($0.value)"# }.sorted().joined()
        let body = #"{"id":1,"status":"CONFIRMED","venueId":1,"quantity":2,"price":1000\#(rest)}"#
        let till = try TodaysTill([
            .answer(TransportResponse(status: 200, text: body)),
            .answer(TransportResponse(status: 200, text: #"{"bookings":[\#(body)]}"#)),
        ])
        guard case .valid(let booking?) = try till.plain().verifyBlocking(till.code) else {
            Issue.record("it was to be valid")
            return
        }
        #expect(booking.quantity == 2 && booking.priceCents == 1_000 && booking.userName == "Sand")
        #expect(booking.dateOfBirth == nil && booking.offerName == nil && booking.phoneNumber == nil)
        #expect(try till.desk().bookingsBlocking(.ofVenue(1), atMost: 3).bookings == [booking])
    }

    @Test("tells the cashier that a booking is for two")
    func duo() throws {
        let body = #"{"id":1,"status":"CONFIRMED","venueId":1,"quantity":2}"#
        let till = try TodaysTill([.answer(TransportResponse(status: 200, text: body))])
        let check = try till.desk().checkBlocking(till.code)
        #expect(check.cashier.french == "Contremarque valable pour deux : remettez pour deux, puis validez.")
        #expect(check.cashier.english == "Valid countermark for two: hand over for two, then validate.")
    }

    @Test("is not spoken by a till without a venue", arguments: [0, -1, Int.min])
    func noVenue(venue: Int) throws {
        let identity = DeskIdentity.provider(key: try ProviderKey("test_key_no_venue"), venue: venue)
        let error = #expect(throws: PassCultureError.self) { try PassCulture(.integration).plainDesk(as: identity) }
        #expect(error?.code == .invalidConfiguration)
    }

    @Test("takes a check that is answered with an empty yes for no answer", arguments: Way.allCases)
    func emptyYes(way: Way) async throws {
        let till = try TodaysTill([.answer(.done)])
        let error = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(error?.code == .unexpectedStatus)
    }

    @Test(
        "after a 429 is a fault that says to wait a minute at least: nothing was done, a validation neither",
        arguments: Way.allCases)
    func tooMany(way: Way) async throws {
        for isValidation in [false, true] {
            let till = try TodaysTill([.answer(.tooManyRequests), .answer(.done)])
            let error = await #expect(throws: PassCultureError.self) {
                if isValidation {
                    _ = try await till.plain().validate(till.code, way)
                } else {
                    _ = try await till.plain().verify(till.code, way)
                }
            }
            #expect(error?.code == .tooManyRequests)
            #expect(error?.status == 429)
            #expect(error?.retryAfter == .seconds(60))
            if isValidation { #expect(till.journal.entries.map(\.step) == [.aboutToSend, .notSent]) }
        }
    }

    @Test("with a key that no header may hold does not begin", arguments: ["", " \n", "a b", "clé", "a\r\nb"])
    func badKey(key: String) {
        let error = #expect(throws: PassCultureError.self) { try ProviderKey(key) }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.detail?.contains("clé") == false)
    }

    @Test("is chosen by the identity alone")
    func identities() throws {
        #expect(try TodaysTill([]).identity.edition == .publicV1)
        #expect(DeskIdentity.portal(email: "a@b.fr", password: "x").edition == .prototype2018)
    }
}
