// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// One question about one countermark: what is asked, and as whom. Knows how to write itself as a request.
struct CountermarkCall: Sendable {
    /// What is asked.
    enum Operation: Sendable {
        /// May it be validated? Changes nothing.
        case verify
        /// Validate it.
        case validate
    }

    /// As whom.
    enum Identity: Sendable {
        /// By the partner's own log-in, with Basic authentication.
        case desk(DeskLogIn)
        /// Without a log-in, by what the user's link told: never with Basic authentication.
        case open(EmailAddress, OfferID?)
    }

    /// The path for logs.
    static let pathTemplate = "/bookings/token/{token}"

    let operation: Operation
    let countermark: Countermark
    let identity: Identity
    /// How long the call may take; nil for what the options say.
    var deadline: Duration?

    /// The method of the contract for the operation.
    var method: String {
        switch operation {
        case .verify: "GET"
        case .validate: "PATCH"
        }
    }

    /// Whether the request carries an offer id.
    var namesOffer: Bool {
        if case .open(_, .some) = identity { true } else { false }
    }

    /// Writes the request. A PATCH carries `{}` as JSON, as the countermark document (23) shows it; the service of the time
    /// read no body at all (`contract 2018-12 §2.2`).
    func request(to environment: Environment, _ options: Options) -> TransportRequest {
        var headers: [TransportRequest.Header] = [.init(name: "Accept", value: "application/json")]
        var url = environment.baseURL + "/bookings/token/" + countermark.revealed
        switch identity {
        case .desk(let logIn):
            headers.append(.init(name: "Authorization", value: logIn.authorization))
        case .open(let email, let offer):
            url += "?email=" + PercentEncoding.queryComponent(email.revealed)
            if let offer { url += "&offer_id=" + PercentEncoding.queryComponent(offer.revealed) }
        }
        var body: [UInt8]?
        if operation == .validate {
            headers.append(.init(name: "Content-Type", value: "application/json"))
            body = Array("{}".utf8)
        }
        headers.append(.init(name: "User-Agent", value: options.userAgent))
        return TransportRequest(
            method: method, url: url, pathTemplate: Self.pathTemplate, headers: headers, body: body,
            connectDeadline: options.connectDeadline, totalDeadline: deadline ?? options.totalDeadline)
    }

    /// A fault out of a failure of the transport: its code where it says more than the fault's, and its detail scrubbed.
    func fault(
        _ code: PassCultureError.Code, from failure: TransportFailure
    ) -> PassCultureError {
        let more = failure.code.code == code.code ? failure.detail : failure.description
        return PassCultureError(
            code, status: failure.status, detail: more.isEmpty ? nil : scrubbed(more),
            nothingWasSent: failure.nothingWasSent, retryAfter: failure.retryAfter)
    }

    /// The text without anything that must not be logged.
    func scrubbed(_ text: String) -> String {
        var secrets = [countermark.revealed]
        switch identity {
        case .desk(let logIn):
            secrets += logIn.secrets
        case .open(let email, let offer):
            secrets += [email.revealed, PercentEncoding.queryComponent(email.revealed)]
            if let offer { secrets += [offer.revealed, PercentEncoding.queryComponent(offer.revealed)] }
        }
        return secrets.reduce(text) { $0.hiding($1, by: "(hidden)") }
    }
}
