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

    /// Stops the platform's clock where it is: only on a copy that nobody else uses.
    func stopClock() async throws {
        try await ask("PUT", "/_control/clock", ["mode": "frozen"], expecting: 200)
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

    /// Sends a request of the control API; one that is not done is a preparation's failure.
    @discardableResult
    func ask(
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

    /// A date in an answer.
    func instant(_ exchange: Exchange, _ key: String) throws -> Instant {
        guard let instant = try Instant(iso8601: exchange.string(key)) else { throw exchange.failure("a date: \(key)") }
        return instant
    }
}

extension JSONValue {
    /// An object of texts.
    static func texts(_ fields: [(String, String)]) -> JSONValue {
        .object(JSONObject(uniqueKeysWithValues: fields.map { ($0.0, .string($0.1)) }))
    }
}
