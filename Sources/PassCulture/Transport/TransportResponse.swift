// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A complete answer, as the transport received it.
///
/// Its body may tell about a person, so it prints only its status and size.
public struct TransportResponse: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The status, such as 204.
    public var status: Int

    /// The media type of the body, as announced; the SDK does not rely on it (`contract 2018-12`, surprise 7).
    public var contentType: String?

    /// How long the platform wants to be left alone, if it says so.
    public var retryAfter: RetryAfter?

    /// The body; empty when there was none.
    public var body: [UInt8]

    /// Creates an answer.
    public init(status: Int, contentType: String? = nil, retryAfter: RetryAfter? = nil, body: [UInt8] = []) {
        self.status = status
        self.contentType = contentType
        self.retryAfter = retryAfter
        self.body = body
    }

    /// Creates an answer with a text for a body.
    public init(status: Int, contentType: String? = "application/json", text: String) {
        self.init(status: status, contentType: contentType, body: Array(text.utf8))
    }

    /// The status and the size of the body.
    public var description: String { "status \(status), \(body.count) bytes" }

    /// A mirror of the status and the size of the body.
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status, "bytes": body.count], displayStyle: .struct)
    }
}
