// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("Checking a countermark")
struct VerificationTests {
    @Test("at the structure's own desk tells the booking", arguments: Way.allCases)
    func booking(way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.booking.response)])
        guard case .valid(let details?) = try await counter.verify(.desk, way) else {
            Issue.record("not valid")
            return
        }
        #expect(details.bookingID == "A9")
        #expect(details.date == Instant(iso8601: "2018-12-24T19:30:00Z"))
        #expect(details.dateInFrench == "24 décembre 2018 à 20:30")
        #expect(details.email == (try EmailAddress("jeune+tag@example.com")))
        #expect(details.offerName == "Grand concert")
        #expect(details.userName == "Jeune")
        #expect(details.venueDepartementCode == "93")
        #expect(details.phoneNumber == nil)
        #expect(details.dateOfBirth == nil)
    }

    @Test("of a digital offer tells no date and no département")
    func digital() async throws {
        let counter = try Counter([.answer(SampleAnswer.digitalBooking.response)])
        guard case .valid(let details?) = try await counter.verify(.desk, .blocking) else {
            Issue.record("not valid")
            return
        }
        #expect(details.date == nil)
        #expect(details.dateInFrench == nil)
        #expect(details.venueDepartementCode == nil)
        #expect(details.offerName == "Abonnement numérique")
    }

    @Test("of an activation tells telephone and date of birth")
    func activation() async throws {
        let counter = try Counter([.answer(SampleAnswer.activation.response)])
        guard case .valid(let details?) = try await counter.verify(.desk, .async) else {
            Issue.record("not valid")
            return
        }
        #expect(details.phoneNumber == "0612345678")
        #expect(details.dateOfBirth?.iso8601 == "2000-05-17T00:00:00Z")
        #expect(details.date?.iso8601 == "2018-12-24T19:30:00.250000Z")
    }

    @Test("at the open desk says yes without a booking", arguments: Way.allCases)
    func open(way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.noContent.response)])
        #expect(try await counter.verify(.open, way) == .valid(nil))
    }

    @Test("at a desk that is told nothing is of another structure", arguments: Way.allCases)
    func noRights(way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.noContent.response)])
        guard case .refused(let refusal) = try await counter.verify(.desk, way) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .notYours)
        #expect(refusal.cashier.french == "Contremarque d'une autre structure : ne remettez rien.")
    }

    @Test("that says used is refused as validated, whatever its status")
    func used() async throws {
        let counter = try Counter([.answer(TransportResponse(status: 200, text: #"{"bookingId":"A9","isUsed":true}"#))])
        guard case .refused(let refusal) = try await counter.verify(.desk, .blocking) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .alreadyValidated)
    }

    @Test("takes an answer with nothing but a booking, and passes over what it does not know")
    func sparse() async throws {
        let body = #"{"bookingId":"A9","email":"","isUsed":false,"price":10.00,"venue":{"name":"x"}}"#
        let counter = try Counter([.answer(TransportResponse(status: 200, text: body))])
        #expect(try await counter.verify(.desk, .blocking) == .valid(BookingDetails(bookingID: "A9")))
    }

    @Test(
        "that is answered with something else is a fault, never valid",
        arguments: [
            "<html><body>Bienvenue sur le Wi-Fi de la gare</body></html>", "", "{}", "[]", "null", "true",
            #"{"bookingId":null}"#, #"{"bookingId":12}"#, #"{"bookingId":"A9","date":"demain"}"#,
            #"{"bookingId":"A9","isUsed":"false"}"#, #"{"bookingId":"A9","phoneNumber":612345678}"#,
            #"{"bookingId":"A9"}{"#, #"{"bookingId":"A9","bookingId":"AE"}"#, "{\"bookingId\":\"A9\u{0}\"}",
        ])
    func unreadable(body: String) async throws {
        for (mode, way) in waysAndModes {
            let counter = try Counter([.answer(TransportResponse(status: 200, text: body))])
            let error = await #expect(throws: PassCultureError.self) { try await counter.verify(mode, way) }
            #expect(error?.code == .unreadableAnswer)
            #expect(error?.description.contains("612345678") == false)
        }
    }

    @Test(
        "that is answered with a status of the connection is a fault",
        arguments: [100, 201, 205, 206, 301, 302, 304, 307, 407, 408, 425, 429, 500, 502, 503, 504, 599])
    func statuses(status: Int) async throws {
        for (mode, way) in waysAndModes {
            let counter = try Counter([.status(status)])
            let error = await #expect(throws: PassCultureError.self) { try await counter.verify(mode, way) }
            #expect(error?.code == .unexpectedStatus)
            #expect(error?.status == status)
            #expect(counter.transport.requests.count == 1)
        }
    }

    @Test(
        "that got no answer is a fault, sent once",
        arguments: [
            (TransportFailure(.neverSent), PassCultureError.Code.neverSent, true),
            (TransportFailure(.noAnswer), .noAnswer, false),
            (TransportFailure(.answerCutShort, status: 200), .noAnswer, false),
            (TransportFailure(.answerTooLarge, status: 200), .unreadableAnswer, false),
            (TransportFailure(.answerMalformed), .unreadableAnswer, false),
            (TransportFailure(.cancelled), .cancelled, false),
            (TransportFailure(.cancelled, nothingWasSent: true), .cancelled, true),
        ])
    func failures(failure: TransportFailure, code: PassCultureError.Code, nothingWasSent: Bool) async throws {
        for (mode, way) in waysAndModes {
            let counter = try Counter([.fail(failure), .status(204)])
            let error = await #expect(throws: PassCultureError.self) { try await counter.verify(mode, way) }
            #expect(error?.code == code)
            #expect(error?.nothingWasSent == nothingWasSent)
            #expect(counter.transport.requests.count == 1)
        }
    }

    @Test("records nothing in the journal")
    func noJournal() async throws {
        let counter = try Counter([.answer(SampleAnswer.booking.response)], journal: RecordingJournal(capacity: 0))
        #expect(try await counter.verify(.desk, .async) != .valid(nil))
        #expect(counter.journal.entries.isEmpty)
    }

    @Test("of a task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        let counter = try Counter([.status(204)])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await counter.verify(.open, .async)
        }
        let error = await #expect(throws: PassCultureError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.nothingWasSent == true)
        #expect(counter.transport.requests.isEmpty)
    }
}
