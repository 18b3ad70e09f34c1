// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization
import TestSupport
import Testing

@testable import PassCulture

/// The checks 44 to 54 of `today §8`, as a partner's receiver is seen from outside.
@Suite("A receiver", .timeLimit(.minutes(1)))
struct WebhookHandlerTests {
    // MARK: - Notifications

    @Test("hears a notification in both forms", arguments: WebhookSigner.Form.allCases)
    func notification(_ form: WebhookSigner.Form) async throws {
        let listener = Listener()
        let receiver = try Receiver(bookings: listener)
        let response = await receiver.call(.notification, .notification(.book), form)
        #expect(response.status == 204 && response.body.isEmpty && response.headers.isEmpty)
        #expect(listener.all.map(\.booking.venueName) == ["Salle d'essai"])
        #expect(listener.all.map(\.booking.user.firstName) == ["Zoé"])
        #expect(receiver.events.all.map(\.description) == ["webhook-answered POST notification attempt 1: 204, 0.0 ms"])
    }

    @Test("answers a missing, wrong or double signature with 401, and stores nothing", arguments: WebhookCall.allCases)
    func badSignature(_ call: WebhookCall) async throws {
        let listener = Listener(), office = ScriptedOffice(), store = MemoryWebhookStore()
        let receiver = try Receiver(store: store, tickets: office, bookings: listener)
        let good = receiver.signer.request(.notification(.book), as: .compactUTF8)
        let other = WebhookSigner(try HMACKey("another key")).request(.notification(.book), as: .compactUTF8)
        for signatures in [[], other.signatures, good.signatures + good.signatures, [""]] {
            let request = WebhookRequest(method: "POST", signatures: signatures, body: good.body)
            let response = await receiver.handler.respond(to: request, at: call)
            #expect(response.status == 401)
            #expect(response.text == #"{"message": "Invalid Signature"}"#)
        }
        #expect(store.count == 0 && listener.all.isEmpty && office.bookings.isEmpty && office.cancellations == 0)
        #expect(
            receiver.reasons(.webhookRefused).map { $0?.code } == [
                "signature-missing", "signature-wrong", "signature-malformed", "signature-missing",
            ])
    }

    @Test("does once what comes twice", arguments: [true, false])
    func twice(isInMemory: Bool) async throws {
        let folder = try ScratchFolder()
        let store: any WebhookStore =
            isInMemory ? MemoryWebhookStore() : try SQLiteWebhookStore(path: folder.path("webhooks.db"))
        let listener = Listener(), theatre = Theatre(seats: 10)
        let receiver = try Receiver(store: store, tickets: theatre, bookings: listener)
        for _ in 0..<2 {
            #expect(await receiver.call(.notification, .notification(.book)).status == 204)
            #expect(
                await receiver.call(.booking, .booking()).text
                    == #"{"remainingQuantity":8,"tickets":[{"barcode":"T1","seat":"A1"},{"barcode":"T2","seat":"A2"}]}"#
            )
        }
        #expect(listener.all.count == 1)
        #expect(await theatre.seatsLeft == 8)
        // Another form of the same text, or another second, is another call.
        #expect(await receiver.call(.booking, .booking(createdAt: "2026-03-01T18:00:01")).status == 200)
        #expect(await theatre.seatsLeft == 6)
        #expect(receiver.reasons(.webhookRepeated).count == 2)
    }

    @Test("asks anew when barcodes are given back again, and tells what is left by then", arguments: [true, false])
    func barcodesUsedAgain(isInMemory: Bool) async throws {
        let folder = try ScratchFolder()
        let store: any WebhookStore =
            isInMemory ? MemoryWebhookStore() : try SQLiteWebhookStore(path: folder.path("webhooks.db"))
        let sold = Mutex(5)
        // A seat's barcode is good for whoever has the seat.
        let office = ScriptedOffice(cancel: { _ in
            let left = sold.withLock { sold in
                sold -= 1
                return 10 - sold
            }
            return .cancelled(remaining: .seats(left))
        })
        let receiver = try Receiver(store: store, tickets: office)
        let sample = SampleWebhook.cancellation(["A12"])
        #expect(await receiver.call(.cancellation, sample).text == #"{"remainingQuantity":6}"#)
        #expect(await receiver.call(.cancellation, sample).text == #"{"remainingQuantity":7}"#)
        #expect(office.cancellations == 2)
        #expect(receiver.reasons(.webhookRepeated).isEmpty)
        #expect(try store.forget(begunBefore: .latest) == 0)
    }

    @Test("of two at once, one is done and both are answered alike")
    func atOnce() async throws {
        let latch = Latch()
        let office = ScriptedOffice { _ in
            await latch.wait()
            return .tickets([Ticket(barcode: "T1"), Ticket(barcode: "T2")], remaining: .unlimited)
        }
        let receiver = try Receiver(tickets: office)
        async let first = receiver.call(.booking, .booking())
        await office.asked.wait()
        async let second = receiver.call(.booking, .booking())
        await receiver.waiters(2)
        latch.open()
        let answer = await first
        receiver.time.advance(by: .milliseconds(50))
        let repeated = await second
        #expect(
            answer.text
                == #"{"remainingQuantity":null,"tickets":[{"barcode":"T1","seat":null},{"barcode":"T2","seat":null}]}"#)
        #expect(repeated == answer)
        #expect(office.bookings.count == 1)
    }

    @Test("of many at once from two programs with one file, one is done")
    func manyAtOnce() async throws {
        let folder = try ScratchFolder()
        let theatre = Theatre(seats: 100)
        let key = try HMACKey(WebhookVector.key)
        let handlers = try (0..<2).map { _ in
            WebhookHandler(
                verifier: WebhookVerifier(key), store: try SQLiteWebhookStore(path: folder.path("webhooks.db")),
                tickets: theatre)
        }
        let request = WebhookSigner(key).request(.booking(), as: .compactUTF8)
        let answers = await withTaskGroup(of: WebhookResponse.self) { group in
            for index in 0..<20 { group.addTask { await handlers[index % 2].respond(to: request, at: .booking) } }
            return await group.reduce(into: Set<WebhookResponse>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(answers.first?.status == 200)
        #expect(await theatre.seatsLeft == 98)
    }

    // MARK: - Tickets

    @Test("gives as many tickets as are asked for, refuses what it has not, and takes tickets back once")
    func tickets() async throws {
        let theatre = Theatre(seats: 3)
        let receiver = try Receiver(tickets: theatre)
        let one = await receiver.call(.booking, .booking(quantity: 1))
        #expect(one.status == 200)
        #expect(one.text == #"{"remainingQuantity":2,"tickets":[{"barcode":"T1","seat":"A1"}]}"#)
        #expect(one.headers.map(\.name) == ["Content-Type"] && one.headers.map(\.value) == ["application/json"])
        #expect(await receiver.call(.booking, .booking(quantity: 1).setting("stock_id", to: 46)).status == 200)
        let short = await receiver.call(.booking, .booking(quantity: 2))
        #expect(short.status == 409)
        #expect(short.text == #"{"error":"not_enough_seats","remainingQuantity":1}"#)
        #expect(await theatre.seatsLeft == 1)
        #expect(await receiver.call(.booking, .booking(quantity: 1).setting("stock_id", to: 47)).status == 200)
        let none = await receiver.call(.booking, .booking(quantity: 2))
        #expect(none.status == 409)
        #expect(none.text == #"{"error":"sold_out","remainingQuantity":0}"#)
        let back = await receiver.call(.cancellation, .cancellation(["T1"]))
        #expect(back.status == 200 && back.text == #"{"remainingQuantity":1}"#)
        let again = await receiver.call(.cancellation, .cancellation(["T1"]), .compactUTF8)
        #expect(again.status == 409 && again.text == #"{"error":"already_cancelled","remainingQuantity":1}"#)
    }

    @Test("asks anew after a refusal, which changed nothing")
    func refusalIsNotKept() async throws {
        let office = ScriptedOffice { _ in .soldOut }
        let store = MemoryWebhookStore()
        let receiver = try Receiver(store: store, tickets: office)
        for _ in 0..<2 { #expect(await receiver.call(.booking, .booking()).status == 409) }
        #expect(office.bookings.count == 2 && store.count == 0)
    }

    static let long = String(repeating: "é", count: 101)

    @Test(
        "keeps what pass Culture does not take from it, says so, and gives the tickets back",
        arguments: [
            (.tickets([Ticket(barcode: "A")], remaining: 1), .ticketCount),
            (.tickets([Ticket(barcode: "A"), Ticket(barcode: "B"), Ticket(barcode: "C")], remaining: 1), .ticketCount),
            (.tickets([Ticket(barcode: "A"), Ticket(barcode: "A")], remaining: 1), .barcodeTwice),
            (.tickets([Ticket(barcode: "A"), Ticket(barcode: "")], remaining: 1), .barcodeLength),
            (
                .tickets([Ticket(barcode: "A"), Ticket(barcode: WebhookHandlerTests.long)], remaining: 1),
                .barcodeLength
            ),
            (
                .tickets([Ticket(barcode: "A"), Ticket(barcode: "B", seat: WebhookHandlerTests.long)], remaining: 1),
                .seatLength
            ),
            (.tickets([Ticket(barcode: "A"), Ticket(barcode: "B")], remaining: -1), .remainingSeats),
            (.notEnoughSeats(remaining: 2), .remainingSeats), (.notEnoughSeats(remaining: -1), .remainingSeats),
        ] as [(TicketAnswer, Event.Reason)])
    func wrongAnswers(_ answer: TicketAnswer, _ reason: Event.Reason) async throws {
        let office = ScriptedOffice { _ in answer }
        let store = MemoryWebhookStore()
        let receiver = try Receiver(store: store, tickets: office)
        let response = await receiver.call(.booking, .booking())
        #expect(response.status == 500)
        #expect(!response.text.contains("barcode"))
        #expect(receiver.reasons(.webhookFailed) == [reason])
        var issued: [String] = []
        if case .tickets(let tickets, _) = answer { issued = tickets.map { "\($0.barcode) invalid" } }
        #expect(office.back == issued)
        #expect(store.count == 0)
    }

    @Test("takes barcodes and seats of a hundred characters, however many bytes")
    func longest() async throws {
        let barcode = String(repeating: "é", count: 100)
        let office = ScriptedOffice { _ in .tickets([Ticket(barcode: barcode, seat: barcode)], remaining: 0) }
        let response = try await Receiver(tickets: office).call(.booking, .booking(quantity: 1))
        #expect(response.text == #"{"remainingQuantity":0,"tickets":[{"barcode":"\#(barcode)","seat":"\#(barcode)"}]}"#)
    }

    @Test("answers 500 when the partner's program throws, and asks it again", arguments: WebhookCall.allCases)
    func throwing(_ call: WebhookCall) async throws {
        let office = ScriptedOffice(), store = MemoryWebhookStore()
        let receiver = try Receiver(
            store: store, tickets: office, bookings: Listener(before: { throw ScriptedOffice.Failure() }))
        let sample = call == .cancellation ? SampleWebhook.cancellation(["T1"]) : .notification(.cancel)
        for _ in 0..<2 { #expect(await receiver.call(call, sample).status == 500) }
        #expect(receiver.reasons(.webhookFailed) == [.partnerFailed, .partnerFailed])
        let told = receiver.events.all.filter { $0.name == .webhookFailed }
        #expect(told.allSatisfy { $0.thrown == "PassCultureTests.ScriptedOffice.Failure" })
        #expect(
            told.last?.description.hasSuffix(": 500, partner-failed, threw PassCultureTests.ScriptedOffice.Failure")
                == true)
        #expect(store.count == 0)
    }

    // MARK: - Calls that are none

    @Test("says what is wrong with a call that is not a POST, too large, not understood, or for nobody")
    func others() async throws {
        let receiver = try Receiver(tickets: ScriptedOffice())
        let good = receiver.signer.request(.booking(), as: .compactUTF8)
        let get = WebhookRequest(method: "GET", signatures: good.signatures, body: good.body)
        let refused = await receiver.handler.respond(to: get, at: .booking)
        #expect(refused.status == 405)
        #expect(refused.headers.contains { $0.name == "Allow" && $0.value == "POST" })
        let large = receiver.signer.request(String(repeating: "x", count: 65_536))
        #expect(await receiver.handler.respond(to: large, at: .booking).status == 413)
        let strange = receiver.signer.request("[]")
        let puzzled = await receiver.handler.respond(to: strange, at: .cancellation)
        #expect(puzzled.status == 400)
        #expect(puzzled.text == #"{"message":"unexpected-content: barcodes: expected an array"}"#)
        #expect(await receiver.call(.notification, .notification(.book)).status == 404)
    }

    @Test("finds the signature among all headers, whatever their capitals")
    func headers() async throws {
        let listener = Listener()
        let receiver = try Receiver(bookings: listener)
        let good = receiver.signer.request(.notification(.book), as: .compactUTF8)
        let request = WebhookRequest(
            method: "POST",
            headers: [("content-type", "application/json"), ("passculture-signature", good.signatures[0])],
            body: good.body)
        #expect(await receiver.handler.respond(to: request, at: .notification).status == 204)
        #expect(listener.all.count == 1)
    }
}
