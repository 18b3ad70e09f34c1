// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport

/// Calls of pass Culture that come many times at once, to two receivers with one memory.
struct SameCall: Sendable {
    private struct Arrival: Sendable {
        let number: Int
        let call: WebhookCall
        let response: WebhookResponse
    }

    private let office: BusyOffice
    private let signer: WebhookSigner
    private let handlers: [WebhookHandler]

    /// Two receivers, each with its store, of which the second is in more of a hurry, and a second pair with the same stores.
    init(_ stores: [any WebhookStore], seed: UInt64) throws {
        let key = try HMACKey("a key for races, and for nothing else")
        office = BusyOffice(seed: seed)
        signer = WebhookSigner(key)
        handlers = zip(stores + stores, [Duration.seconds(5), .milliseconds(5), .seconds(5), .zero]).map {
            [office] store, limit in
            WebhookHandler(
                verifier: WebhookVerifier(key), store: store, tickets: office, bookings: office,
                settings: WebhookHandler.Settings(limit: limit, observe: Bystander.observe))
        }
    }

    /// Sends so many bookings, each several times, with a notification and a cancellation, all at once.
    func play(_ choices: inout SeededRandom, bookings: Int) async -> Tally {
        let arrivals = await withTaskGroup(of: Arrival.self) { group in
            for number in 0..<bookings * 6 {
                let (call, request) = call(number)
                let handler = choices.one(of: handlers)
                let wait =
                    Int.random(in: 0..<3, using: &choices) == 0 ? Int.random(in: 0..<4_000, using: &choices) : nil
                group.addTask {
                    let task = Task { await handler.respond(to: request, at: call) }
                    if let wait {
                        await SystemTime().wait(for: .microseconds(wait))
                        task.cancel()
                    }
                    return Arrival(number: number / 6, call: call, response: await task.value)
                }
            }
            return await group.reduce(into: [Arrival]()) { $0.append($1) }
        }
        var tally = judge(arrivals)
        let most = office.most
        if most.out > 1 { tally.object("the same call: tickets are out \(most.out) times for one request") }
        if most.heard > 1 { tally.object("the same call: a notification was heard \(most.heard) times") }
        return tally
    }

    /// Four times the booking, once the notification, once a cancellation.
    private func call(_ number: Int) -> (WebhookCall, WebhookRequest) {
        let minute = "2026-03-01T18:\(10 + number / 6 % 50):00"
        let form: WebhookSigner.Form = .compactUTF8
        switch number % 6 {
        case 4:
            let sample = SampleWebhook.notification(.book).setting("booking_creation_date", to: minute)
            return (.notification, signer.request(sample, as: form))
        case 5: return (.cancellation, signer.request(.cancellation(["T-\(number)"]), as: form))
        default: return (.booking, signer.request(.booking(quantity: 1, createdAt: minute), as: form))
        }
    }

    /// Whoever was given tickets for a booking was given the same.
    private func judge(_ arrivals: [Arrival]) -> Tally {
        var tally = Tally()
        var given: [Int: Set<[UInt8]>] = [:]
        for arrival in arrivals {
            tally.tell("\(arrival.call) \(arrival.response.status)")
            if arrival.call == .booking, arrival.response.status == 200 {
                given[arrival.number, default: []].insert(arrival.response.body)
            }
        }
        if given.values.contains(where: { $0.count > 1 }) {
            tally.object("the same call: one booking got different tickets")
        }
        return tally
    }
}
