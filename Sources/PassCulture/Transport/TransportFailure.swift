// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why no complete answer came back, and whether the request may have reached the platform.
public struct TransportFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    public let code: Code

    /// Whether it is certain that the platform never saw the request. Always so for ``Code/neverSent``; for a
    /// cancellation only when the transport knows.
    public let nothingWasSent: Bool

    /// The status of the answer, when its first line still came: a 204 says all that it has to say in that line.
    public let status: Int?

    /// What the transport knows besides, for a log. The SDK passes it on without countermark, address and log-in.
    public let detail: String

    /// How long the platform is still left alone, for ``Code/serviceDown`` and ``Code/tooManyRequests``.
    var retryAfter: Duration?

    /// Creates a failure.
    ///
    /// - Parameters:
    ///   - code: What happened.
    ///   - nothingWasSent: Whether the platform certainly never saw the request; may be left out, and is then what the code says.
    ///   - status: The status of an answer that began.
    ///   - detail: What is known besides.
    public init(_ code: Code, nothingWasSent: Bool = false, status: Int? = nil, detail: String = "") {
        self.code = code
        self.nothingWasSent = nothingWasSent || [.neverSent, .serviceDown, .tooManyRequests].contains(code)
        self.status = status
        self.detail = detail
    }

    /// The code and the detail.
    public var description: String { detail.isEmpty ? code.description : "\(code): \(detail)" }
}
