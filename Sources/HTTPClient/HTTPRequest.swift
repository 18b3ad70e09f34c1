// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A request to send.
///
/// It is checked when it is sent, before anything touches the network. In descriptions, in dumps and in logs it shows
/// no more than its method and server: paths hold countermarks, queries e-mail addresses, headers keys.
public struct HTTPRequest: Hashable, Sendable {
    /// The method, to the letter: `GET`, `PATCH`.
    public var method: String

    /// The URL, `http` or `https`, in ASCII, with everything percent-encoded that has to be (see ``PercentEncoding``).
    ///
    /// It may hold no user and no password; its path is sent as it is, dots included.
    public var url: String

    /// The header fields, in this order.
    ///
    /// `Content-Length`, `Transfer-Encoding` and `Expect` are the client's own and refused here.
    public var headers: [HTTPHeader]

    /// The body; nil for none. Without one, `POST`, `PUT` and `PATCH` say `Content-Length: 0`.
    public var body: [UInt8]?

    /// How long finding and reaching the server may take; nil for the client's own setting.
    public var connectDeadline: Duration?

    /// How long everything may take, to the last byte of the answer; nil for the client's own setting.
    public var totalDeadline: Duration?

    /// Whether it goes over a new connection, though one that was kept may be there.
    ///
    /// A kept connection may have died unnoticed: what was sent on it is lost without an answer, while a new one that
    /// cannot be made is *never sent*. The new one is kept for other requests in turn, unless ``closesConnection`` says otherwise.
    public var usesFreshConnection: Bool

    /// Whether its connection is closed when the answer is there, instead of being kept for other requests.
    public var closesConnection: Bool

    /// How long a kept connection may have been idle to be used for this request, in whole seconds, at least one; nil for the
    /// client's own, about two minutes.
    ///
    /// libcurl counts whole seconds and, up to its version 8.15, rounds the idle time down: with one second, a connection is used that
    /// has been idle for less than two.
    public var longestIdle: Duration?

    /// The names of the header fields of the answer that are wanted, whatever their case; nil for all.
    public var wantedFields: [String]?

    /// A request.
    public init(
        method: String = "GET", url: String, headers: [HTTPHeader] = [], body: [UInt8]? = nil,
        connectDeadline: Duration? = nil, totalDeadline: Duration? = nil, usesFreshConnection: Bool = false,
        closesConnection: Bool = false, longestIdle: Duration? = nil, wantedFields: [String]? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.connectDeadline = connectDeadline
        self.totalDeadline = totalDeadline
        self.usesFreshConnection = usesFreshConnection
        self.closesConnection = closesConnection
        self.longestIdle = longestIdle
        self.wantedFields = wantedFields
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method and the server, and nothing that could be secret.
    public var description: String {
        let scheme = url.prefix { $0 != ":" }
        let authority = url.dropFirst(scheme.count).drop { ":/".contains($0) }.prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return host.isEmpty ? "\(method) (no URL)" : "\(method) \(scheme)://\(host)/…"
    }

    /// The same as the description.
    public var debugDescription: String {
        description
    }

    /// A mirror without children, so that dumps show no more than the description.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
