// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Something worth counting or logging; never holds a countermark, an e-mail address or a password.
public struct Event: Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    public let name: Name

    /// The method of the request: `GET` or `PATCH`; `POST` for a call of pass Culture.
    public let method: String

    /// The path of the request with placeholders: `/bookings/token/{token}`; for a call of pass Culture its kind: `booking`.
    public let pathTemplate: String

    /// The status of the answer; `nil` when none came.
    public let status: Int?

    /// How the request failed; `nil` when an answer came.
    public let failure: TransportFailure.Code?

    /// How long the attempt took; nothing for what is no attempt.
    public let elapsed: Duration

    /// Which attempt of its call it is about, from 1.
    public let attempt: Int

    /// Why it was decided so; `nil` for what was no decision.
    public let reason: Reason?

    /// How long is waited, before the next attempt or until the circuit lets a call through; `nil` when nothing is.
    public let wait: Duration?

    /// The type of the error that the partner's program threw, such as `Shop.DatabaseError`, and never its words; `nil` when it threw none.
    public let thrown: String?

    /// Creates an event.
    public init(
        _ name: Name, method: String, pathTemplate: String, status: Int? = nil, failure: TransportFailure.Code? = nil,
        elapsed: Duration = .zero, attempt: Int = 1, reason: Reason? = nil, wait: Duration? = nil,
        thrown: String? = nil
    ) {
        self.name = name
        self.method = method
        self.pathTemplate = pathTemplate
        self.status = status
        self.failure = failure
        self.elapsed = elapsed
        self.attempt = attempt
        self.reason = reason
        self.wait = wait
        self.thrown = thrown
    }

    /// The event in one line: `request-finished PATCH /bookings/token/{token} attempt 1: 204, 41.2 ms`, or
    /// `retry-scheduled GET /bookings/token/{token} attempt 1: no-answer, wait 87.5 ms`.
    public var description: String {
        var facts: [String] = []
        if let status { facts.append("\(status)") }
        if let failure { facts.append(failure.code) }
        if let reason { facts.append(reason.code) }
        if let thrown { facts.append("threw \(thrown)") }
        if name == .requestFinished || name == .webhookAnswered { facts.append("\(elapsed / .milliseconds(1)) ms") }
        if let wait { facts.append("wait \(wait / .milliseconds(1)) ms") }
        let end = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
        return "\(name) \(method) \(pathTemplate) attempt \(attempt)\(end)"
    }
}
