// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The control API of a platform under test: its clock, its mails, the acts of the pass Culture team, payments, forks.
///
/// A failure in here is a preparation's: the control API is no part of the contract.
struct Control: Sendable {
    /// The way to the platform.
    let wire: Wire

    /// What the platform's clock shows.
    func now() async throws -> Instant {
        try instant(await ask("GET", "/_control/clock", expecting: 200), "now")
    }

    /// Lets time pass; everything due is settled on the way.
    @discardableResult
    func advance(to instant: Instant) async throws -> Exchange {
        try await ask("POST", "/_control/clock/advance", ["to": .string(instant.iso8601)], expecting: 200)
    }

    /// Lets a span of time pass.
    @discardableResult
    func advance(by span: Span) async throws -> Exchange {
        let seconds = JSONValue.number(JSONNumber(span.wholeSeconds))
        return try await ask("POST", "/_control/clock/advance", ["by": seconds], expecting: 200)
    }

    /// The mails that went, or would have gone, to an address; newest last.
    func mails(to email: String) async throws -> [Mail] {
        try await ask("GET", "/_control/mails" + Caller.text([("to", email)]), expecting: 200).list()
            .compactMap(Mail.init).filter { $0.reaches(email) }
    }

    /// All mails; newest last.
    func mails() async throws -> [Mail] {
        try await ask("GET", "/_control/mails", expecting: 200).list().compactMap(Mail.init)
    }

    /// The team validates both mails and makes that person the administrator of the structure (guide G29).
    func appoint(_ email: String, offererId: String) async throws {
        try await ask(
            "POST", "/_control/administrators", ["offererId": .string(offererId), "email": .string(email)])
    }

    /// The team asks a structure, at that address, to name its administrator (guide G29).
    func askForAdministrator(at email: String, offererId: String) async throws {
        try await ask(
            "POST", "/_control/administrators/ask", ["offererId": .string(offererId), "email": .string(email)])
    }

    /// The structure's answer, as the team notes it.
    func answer(_ email: String, offererId: String) async throws {
        try await ask(
            "POST", "/_control/administrators/answer", ["offererId": .string(offererId), "email": .string(email)])
    }

    /// The team validates one of both mails: `structure` or `administrator`.
    func validate(_ mail: String, offererId: String) async throws {
        try await ask(
            "POST", "/_control/administrators/validate", ["offererId": .string(offererId), "mail": .string(mail)])
    }

    /// The team tries to validate bank details, whatever the answer.
    func askAcceptingBankDetails(offererId: String) async throws -> Exchange {
        try await wire.anonymous.from(nil).send(
            "POST", "/_control/bankDetails/accept", json: ["offererId": .string(offererId)])
    }

    /// The team validates the bank details of a structure (guide G30).
    func acceptBankDetails(offererId: String) async throws {
        try await ask("POST", "/_control/bankDetails/accept", ["offererId": .string(offererId)])
    }

    /// The team validates the bank details of a venue (guide G30).
    func acceptBankDetails(venueId: String) async throws {
        try await ask("POST", "/_control/bankDetails/accept", ["venueId": .string(venueId)])
    }

    /// Runs the payment batch now.
    func runPayments() async throws {
        try await ask("POST", "/_control/payments/run", [:])
    }

    /// Every transfer so far.
    func transfers() async throws -> [Transfer] {
        let exchange = try await ask("GET", "/_control/transfers", expecting: 200)
        return try exchange.list().map { value in
            guard let transfer = Transfer(value) else {
                throw exchange.failure("transfers with amount, iban, bookings")
            }
            return transfer
        }
    }

    /// The team decides whether a digital offer is reimbursed (guide G26).
    func setEligible(offerId: String, _ eligible: Bool) async throws {
        try await ask("POST", "/_control/offers/eligible", ["offerId": .string(offerId), "eligible": .bool(eligible)])
    }

    /// Starts a copy of the platform on its own address.
    func fork() async throws -> (id: String, base: String) {
        let exchange = try await ask("POST", "/_control/forks", [:])
        guard let id = exchange.json?["id"]?.stringValue ?? exchange.json?["id"]?.intValue.map(String.init) else {
            throw exchange.failure("an id")
        }
        guard let base = Control.base(ofFork: try exchange.string("base"), beside: wire.world.base) else {
            throw exchange.failure("the base URL of a copy, with its port")
        }
        return (id, base)
    }

    /// Where a copy is: at the host under test, whatever host the answer names; only its port is taken from the answer.
    ///
    /// A distant platform may call itself 127.0.0.1, and none may send the certifier to a host that nobody allowed.
    /// Nil when the answer is no address with a port.
    static func base(ofFork answer: String, beside target: String) -> String? {
        guard let port = AddressParts(answer)?.port, let own = AddressParts(target) else { return nil }
        return "\(own.scheme)://\(own.host):\(port)"
    }

    /// Ends a copy.
    func endFork(_ id: String) async throws {
        try await ask("DELETE", "/_control/forks/\(id)")
    }

    @discardableResult
    private func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, expecting status: Int? = nil
    ) async throws -> Exchange {
        do {
            let exchange = try await wire.anonymous.from(nil).send(method, path, json: body)
            guard let status else {
                return try exchange.require((200..<300).contains(exchange.status), "the control API to do it: 2xx")
            }
            return try exchange.expect(status)
        } catch Interruption.failed(let evidence) {
            throw Interruption.precondition(evidence)
        }
    }

    private func instant(_ exchange: Exchange, _ key: String) throws -> Instant {
        guard let instant = try Instant(iso8601: exchange.string(key)) else { throw exchange.failure("a date: \(key)") }
        return instant
    }
}
