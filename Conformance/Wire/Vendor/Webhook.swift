// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The way to a vendor: signs and sends as the pass Culture does (today §4.2), and measures the answer.
struct Webhook: Sendable {
    /// The way, and the record of the check.
    let wire: Wire
    /// Who is called.
    let vendor: Vendor

    /// The vendor of a probe.
    ///
    /// - Throws: when the run is not one of a vendor, which is a mistake of ours.
    init(_ probe: Probe) throws {
        guard let vendor = probe.world.vendor else { throw NotAVendor() }
        wire = probe.wire
        self.vendor = vendor
    }

    /// A check of a vendor that was run on something else.
    struct NotAVendor: Error {}

    /// The longest that an answer is waited for: beyond every limit of the contract, so that a late one is seen.
    static let patience = Patience(connect: .seconds(5), total: .seconds(30))

    /// A booking that the vendor does not know yet.
    func newBooking(slow: Bool = false) -> WebhookBooking {
        let own = slow ? vendor.setting.slowFields : nil
        return WebhookBooking(
            email: wire.world.names.email("essai"), now: SystemClock.now(), own: own ?? vendor.setting.fields)
    }

    /// Sends a payload to one of the vendor's URLs.
    func send(
        _ payload: JSONValue, to address: WebhookAddress, form: InnerForm, signing: WebhookSigning = .right,
        patience: Patience? = nil
    ) async throws -> TimedExchange {
        let sent = content(of: payload, form, signing)
        // A report shows a text that is signed as it stands there, so that it can be sent again.
        let shown = content(of: vendor.setting.showing(payload), form, signing)
        let start = vendor.setting.time.now()
        let exchange = try await Wire(world: wire.world.at(address.base), recorder: wire.recorder)
            .send(
                "POST", address.target, headers: sent.headers, body: sent.body, patience: patience, shown: shown)
        return TimedExchange(exchange: exchange, elapsed: vendor.setting.time.now() - start)
    }

    private func content(of payload: JSONValue, _ form: InnerForm, _ signing: WebhookSigning) -> Wire.Content {
        let inner = form.text(of: payload)
        var headers = [(name: "Content-Type", value: "application/json")]
        if let signature = signing.signature(of: inner, by: vendor.setting.key) {
            headers.append(("PassCulture-Signature", signature))
        }
        return Wire.Content(headers: headers, body: InnerForm.body(of: inner))
    }

    /// What the counting page of the vendor's set-up says under a key.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` without such a page, a precondition when it does not tell.
    func count(_ key: String) async throws -> Int {
        guard let address = vendor.counting else {
            throw Interruption.notJudged(
                Sentence(
                    "Les réponses ne le montrent pas : donnez --count-url, une page de votre montage d'essai qui "
                        + "répond {\"\(key)\": n}.",
                    "The answers do not show it: give --count-url, a page of your test set-up that answers "
                        + "{\"\(key)\": n}."))
        }
        let exchange = try await Wire(world: wire.world.at(address.base), recorder: wire.recorder)
            .send("GET", address.target, headers: [], body: nil)
        guard exchange.status == 200, let number = exchange.json?[key]?.intValue else {
            throw Interruption.precondition(
                Evidence(expected: "200 {\"\(key)\":n}", seen: exchange.summary, curl: exchange.curl))
        }
        return number
    }

    /// The same at rest: once it says at least so many, or has had the time to, and stands still for as long as a booking may take.
    ///
    /// - Throws: ``Interruption/inconclusive(_:)`` when it goes on changing.
    func countAtRest(_ key: String, atLeast wanted: Int) async throws -> Int {
        let quiet = Int((vendor.setting.bookedAfter.microseconds + 999_999) / 1_000_000)
        var number = try await count(key)
        var passed = 0
        var still = 0
        while still < quiet || (number < wanted && passed < quiet * VendorLimits.turns) {
            guard passed < quiet * VendorLimits.backlog else {
                throw Interruption.inconclusive(
                    Sentence(
                        "Le compte de --count-url n'est pas resté le même \(quiet) s de suite : donnez plus de temps, par "
                            + "--booked-after, ou un montage d'essai à vous seul.",
                        "The count of --count-url did not stay the same for \(quiet) s: give more time, with "
                            + "--booked-after, or a test set-up of your own."))
            }
            await vendor.setting.time.wait(.seconds(1))
            passed += 1
            let next = try await count(key)
            still = next == number ? still + 1 : 0
            number = next
        }
        return number
    }

    /// The same, once it says what is expected or five seconds have passed: a vendor may book after answering.
    func count(_ key: String, hoping expected: Int) async throws -> Int {
        var number = try await count(key)
        for _ in 0..<5 where number != expected {
            await vendor.setting.time.wait(.seconds(1))
            number = try await count(key)
        }
        return number
    }
}
