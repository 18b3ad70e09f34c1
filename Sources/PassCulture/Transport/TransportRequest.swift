// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A request as it goes to the platform.
///
/// It holds the countermark, and the log-in or the user's e-mail address, so it prints nothing but its method and the
/// template of its path; read the fields to see the rest.
public struct TransportRequest: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The method: `GET` or `PATCH`.
    public var method: String

    /// The whole address, query included and percent-encoded.
    public var url: String

    /// The path without anything secret, for logs: `/bookings/token/{token}`.
    public var pathTemplate: String

    /// The header fields, in the order in which they are sent.
    public var headers: [Header]

    /// The body, if there is one.
    public var body: [UInt8]?

    /// How long establishing the connection may take.
    public var connectDeadline: Duration

    /// How long the whole exchange may take.
    public var totalDeadline: Duration

    /// Creates a request.
    public init(
        method: String, url: String, pathTemplate: String, headers: [Header], body: [UInt8]?,
        connectDeadline: Duration, totalDeadline: Duration
    ) {
        self.method = method
        self.url = url
        self.pathTemplate = pathTemplate
        self.headers = headers
        self.body = body
        self.connectDeadline = connectDeadline
        self.totalDeadline = totalDeadline
    }

    /// The value of the first header field of that name, in whatever case; `nil` when there is none.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The method and the template of the path.
    public var description: String { "\(method) \(pathTemplate)" }

    /// A mirror of the method and the template of the path.
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method, "pathTemplate": pathTemplate], displayStyle: .struct)
    }
}
