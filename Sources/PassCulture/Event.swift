// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Something worth counting or logging; never holds a countermark, an e-mail address or a password.
public struct Event: Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    public let name: Name

    /// The method of the request: `GET` or `PATCH`.
    public let method: String

    /// The path of the request with placeholders: `/bookings/token/{token}`.
    public let pathTemplate: String

    /// The status of the answer; `nil` when none came.
    public let status: Int?

    /// How the request failed; `nil` when an answer came.
    public let failure: TransportFailure.Code?

    /// How long the exchange took.
    public let elapsed: Duration

    /// Creates an event.
    public init(
        _ name: Name, method: String, pathTemplate: String, status: Int? = nil, failure: TransportFailure.Code? = nil,
        elapsed: Duration = .zero
    ) {
        self.name = name
        self.method = method
        self.pathTemplate = pathTemplate
        self.status = status
        self.failure = failure
        self.elapsed = elapsed
    }

    /// The event in one line: `request-finished PATCH /bookings/token/{token} 204 41.2 ms`.
    public var description: String {
        let outcome = status.map(String.init) ?? failure?.code ?? "-"
        return "\(name) \(method) \(pathTemplate) \(outcome) \(elapsed / .milliseconds(1)) ms"
    }
}
