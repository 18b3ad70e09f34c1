// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON

/// The way to a platform: sends raw requests and records what came back.
struct Wire: Sendable {
    /// The platform.
    let world: World
    /// Where exchanges are kept.
    let recorder: Recorder

    /// A caller who says nothing about itself.
    var anonymous: Caller { Caller(wire: self, identity: .anonymous) }

    /// An account, by its session.
    func by(_ account: Account) -> Caller {
        Caller(wire: self, identity: .session(account.jar))
    }

    /// An account, by Basic authentication.
    func basic(_ account: Account) -> Caller {
        Caller(wire: self, identity: .basic(email: account.email, password: account.password))
    }

    /// Headers and body of a request.
    struct Content: Sendable {
        /// The headers, in order.
        let headers: [(name: String, value: String)]
        /// The body, if any.
        let body: [UInt8]?
    }

    /// Sends one request and waits for its answer.
    ///
    /// It goes over a connection of its own: one that a server closed without saying so would look like an answer that is not given.
    /// The exchange that is kept has the headers and the body that may be shown, when others than those that were sent.
    ///
    /// - Throws: ``Interruption/failed(_:)`` when the platform takes the request and gives no answer,
    ///   ``Interruption/unreachable(_:why:)`` when it cannot be reached any more.
    func send(
        _ method: String, _ target: String, headers: [(name: String, value: String)], body: [UInt8]?,
        patience: Patience? = nil, shown: Content? = nil
    ) async throws -> Exchange {
        let shown = shown ?? Content(headers: headers, body: body)
        let url = world.base + target
        let patience = patience ?? world.patience
        let request = HTTPRequest(
            method: method, url: url, headers: headers.map { HTTPHeader($0.name, $0.value) }, body: body,
            connectDeadline: patience.connect, totalDeadline: patience.total, usesFreshConnection: true,
            closesConnection: true)
        do {
            let answer = try await world.client.send(request)
            let exchange = Exchange(
                method: method, url: url, requestHeaders: shown.headers, requestBody: shown.body, status: answer.status,
                headers: answer.headers.map { ($0.name, $0.value) }, body: answer.body)
            recorder.keep(exchange)
            return exchange
        } catch {
            if error.wasNeverSent {
                throw Interruption.unreachable(world.base, why: "\(error)")
            }
            throw Interruption.failed(
                Evidence(
                    expected: Sentence("une réponse", "an answer"),
                    seen: Sentence("aucune : \(error)", "none: \(error)"),
                    curl: CurlLine.text(method: method, url: url, headers: shown.headers, body: shown.body)))
        }
    }
}
