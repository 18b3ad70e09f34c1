// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is answered to a call, for the partner's web framework to send; printing it shows the status alone.
public struct WebhookResponse: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The status.
    public let status: Int
    /// The body: JSON, or nothing. Tickets are in it.
    public let body: [UInt8]

    /// Creates an answer.
    public init(status: Int, body: [UInt8] = []) {
        self.status = status
        self.body = body
    }

    /// The headers, without that of the length, which every framework sets itself.
    public var headers: [(name: String, value: String)] {
        (body.isEmpty ? [] : [("Content-Type", "application/json")]) + (status == 405 ? [("Allow", "POST")] : [])
    }

    /// Whether it says that what was asked is done.
    var isDone: Bool { 200...299 ~= status }

    /// The status.
    public var description: String { "WebhookResponse(\(status))" }

    /// The status.
    public var debugDescription: String { description }

    /// A mirror that shows the status alone.
    public var customMirror: Mirror { Mirror(self, children: ["status": status], displayStyle: .struct) }
}
