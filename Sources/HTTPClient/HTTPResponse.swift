// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An answer that came in whole, whatever its status.
public struct HTTPResponse: Hashable, Sendable {
    /// The status, 200 to 999.
    public var status: Int

    /// The header fields, in the order received; neither those of interim answers (1xx) nor trailers. If the request wants only
    /// some (``HTTPRequest/wantedFields``), those alone, in the order wanted.
    public var headers: [HTTPHeader]

    /// The body, as received.
    public var body: [UInt8]

    /// How long the exchange took, from its start to the last byte.
    public var elapsed: Duration

    /// An answer; made by the client, and by those who stand in for it.
    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = [], elapsed: Duration = .zero) {
        self.status = status
        self.headers = headers
        self.body = body
        self.elapsed = elapsed
    }

    /// The value of the first field of that name, whatever its case; nil when there is none.
    public func header(_ name: String) -> String? {
        headers.first { $0.isNamed(name) }?.value
    }

    /// The values of all fields of that name, whatever its case, in the order received.
    public func headers(named name: String) -> [String] {
        headers.filter { $0.isNamed(name) }.map(\.value)
    }
}

extension HTTPResponse: CustomStringConvertible, CustomReflectable {
    /// The status and the length of the body, and nothing about people.
    public var description: String {
        "\(status), \(body.count) bytes"
    }

    /// A mirror without children, so that dumps show no more than the description.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
