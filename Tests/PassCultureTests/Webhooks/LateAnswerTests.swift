// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

/// What becomes of a call when the partner's program is slow, or ends in the middle, or its store does not work.
@Suite("A late answer", .timeLimit(.minutes(1)))
struct LateAnswerTests {
    private static func digest(_ sample: SampleWebhook, _ call: WebhookCall) -> WebhookDigest {
        SignedText(trusting: Array(sample.text(.spacedASCII).utf8)).digest(for: call)
    }

    private static let tickets = [Ticket(barcode: "T1"), Ticket(barcode: "T2")]

    @Test("is not given, and its tickets go back; the same call is then asked anew")
    func late() async throws {
        let latch = Latch()
        let office = ScriptedOffice { _ in
            await latch.wait()
            return .tickets(Self.tickets, remaining: 0)
        }
        let store = MemoryWebhookStore()
        let receiver = try Receiver(store: store, tickets: office)
        async let response = receiver.call(.booking, .booking())
        await office.asked.wait()
        await receiver.waiters(1)
        receiver.time.advance(by: .milliseconds(7_499))
        #expect(receiver.events.all.isEmpty)
        receiver.time.advance(by: .milliseconds(1))
        let answer = await response
        #expect(answer.status == 504)
        #expect(office.back.isEmpty)
        latch.open()
        await office.gaveBack.wait()
        #expect(office.back == ["T1 expired", "T2 expired"])
        #expect(receiver.reasons(.webhookExpired).count == 1)
        while store.count > 0 { await Task.yield() }
        #expect(await receiver.call(.booking, .booking()).status == 200)
        #expect(office.bookings.count == 2)
        #expect(office.back.count == 2)
    }

    @Test("comes too late by the clock, even when whoever looks at it was held up")
    func heldUp() async throws {
        let time = VirtualTime(waiting: .holds)
        let office = ScriptedOffice { _ in
            time.advance(by: .seconds(9))
            return .tickets(Self.tickets, remaining: 0)
        }
        let receiver = try Receiver(tickets: office, time: time)
        #expect(await receiver.call(.booking, .booking()).status == 504)
        await office.gaveBack.wait()
        #expect(office.back == ["T1 expired", "T2 expired"])
    }

    @Test("is one that nobody waits for because the caller went away")
    func cancelled() async throws {
        let latch = Latch()
        let office = ScriptedOffice { _ in
            await latch.wait()
            return Task.isCancelled ? .soldOut : .tickets(Self.tickets, remaining: 0)
        }
        let receiver = try Receiver(tickets: office)
        let call = Task { await receiver.call(.booking, .booking()) }
        await office.asked.wait()
        call.cancel()
        #expect(await call.value.status == 504)
        latch.open()
        await office.gaveBack.wait()
        #expect(office.back == ["T1 expired", "T2 expired"])
    }

    @Test("to a cancellation stays done, and the same barcodes wait for its end before they are asked about again")
    func lateCancellation() async throws {
        let latch = Latch()
        let office = ScriptedOffice(cancel: { _ in
            await latch.wait()
            return .cancelled(remaining: 7)
        })
        let store = MemoryWebhookStore()
        let receiver = try Receiver(store: store, tickets: office)
        async let response = receiver.call(.cancellation, .cancellation(["T1"]))
        await office.asked.wait()
        await receiver.waiters(1)
        receiver.time.advance(by: .seconds(8))
        let answer = await response
        #expect(answer.status == 504)
        async let again = receiver.call(.cancellation, .cancellation(["T1"]))
        await receiver.waiters(1)
        #expect(office.cancellations == 1)
        latch.open()
        while store.count > 0 { await Task.yield() }
        receiver.time.advance(by: .milliseconds(50))
        let repeated = await again
        #expect(repeated.text == #"{"remainingQuantity":7}"#)
        #expect(office.cancellations == 2)
    }

    @Test("is waited for by the same call until its own time is over")
    func duplicateWaits() async throws {
        let sample = SampleWebhook.booking()
        let store = MemoryWebhookStore()
        _ = try store.begin(Self.digest(sample, .booking), at: .epoch)
        let office = ScriptedOffice(), time = VirtualTime()
        let receiver = try Receiver(store: store, tickets: office, time: time)
        #expect(await receiver.call(.booking, sample).status == 503)
        #expect(office.bookings.isEmpty)
        #expect(time.monotonic() > .seconds(7) && time.monotonic() < .milliseconds(7_500))
    }

    @Test("that a program was working at when it ended is asked for again, and told so")
    func interrupted() async throws {
        let dead = MemoryWebhookStore(), before = VirtualTime().now()
        _ = try dead.begin(Self.digest(.booking(), .booking), at: before)
        _ = try dead.begin(Self.digest(.notification(.book), .notification), at: before)
        let office = ScriptedOffice { _ in .tickets(Self.tickets, remaining: 0) }
        let listener = Listener()
        let receiver = try Receiver(store: dead.restarted(), tickets: office, bookings: listener)
        #expect(await receiver.call(.booking, .booking()).status == 200)
        #expect(await receiver.call(.notification, .notification(.book)).status == 204)
        #expect(office.bookings.map(\.wasInterrupted) == [true])
        #expect(listener.all.map(\.wasInterrupted) == [true])
        #expect(office.bookings.map(\.reference) == [Self.digest(.booking(), .booking)])
    }

    @Test("is none when the store does not work: nothing is asked of the partner's program")
    func brokenStore() async throws {
        let store = MemoryWebhookStore(), office = ScriptedOffice()
        let receiver = try Receiver(store: store, tickets: office)
        store.isBroken = true
        #expect(await receiver.call(.booking, .booking()).status == 503)
        #expect(office.bookings.isEmpty)
        #expect(receiver.reasons(.webhookStoreFailed).count == 1)
    }

    @Test("is given though the store breaks in between, and what was done is not done twice")
    func breakingStore() async throws {
        let store = MemoryWebhookStore()
        let office = ScriptedOffice { _ in
            store.isBroken = true
            return .tickets(Self.tickets, remaining: 0)
        }
        let receiver = try Receiver(store: store, tickets: office)
        #expect(await receiver.call(.booking, .booking()).status == 200)
        store.isBroken = false
        let later = try Receiver(store: store, tickets: office, time: VirtualTime())
        #expect(await later.call(.booking, .booking()).status == 503)
        #expect(office.bookings.count == 1)
        #expect(office.back.isEmpty)
        // Who did it writes it down when the next call comes, whichever.
        #expect(await receiver.call(.cancellation, .cancellation(["T9"])).status == 500)
        #expect(await later.call(.booking, .booking()).status == 200)
        #expect(office.bookings.count == 1)
    }

    @Test("of a program that threw while the store was broken does not keep the call from being done later")
    func releasedLater() async throws {
        let store = MemoryWebhookStore()
        let office = ScriptedOffice { booking in
            if store.isBroken { return .tickets(Self.tickets, remaining: 0) }
            store.isBroken = true
            throw ScriptedOffice.Failure()
        }
        let receiver = try Receiver(store: store, tickets: office)
        #expect(await receiver.call(.booking, .booking()).status == 500)
        #expect(await receiver.call(.booking, .booking()).status == 503)
        store.isBroken = false
        #expect(await receiver.call(.booking, .booking()).status == 500)
        #expect(office.bookings.count == 2)
    }

    @Test("is remembered for thirty days and no longer")
    func retention() async throws {
        let store = MemoryWebhookStore(), listener = Listener()
        let receiver = try Receiver(store: store, bookings: listener)
        #expect(await receiver.call(.notification, .notification(.book)).status == 204)
        receiver.time.advance(by: .seconds(2_592_001))
        #expect(await receiver.call(.notification, .notification(.cancel)).status == 204)
        while store.count > 1 { await Task.yield() }
        #expect(store.count == 1)
    }
}
