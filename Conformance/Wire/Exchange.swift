// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import JSON

/// One request that was sent and the answer that came, byte for byte.
public struct Exchange: Sendable {
    /// The method.
    public let method: String
    /// The whole URL.
    public let url: String
    /// The headers that we set, in order.
    public let requestHeaders: [(name: String, value: String)]
    /// The body that was sent, if any.
    public let requestBody: [UInt8]?
    /// The status of the answer.
    public let status: Int
    /// The headers of the answer, in order.
    public let headers: [(name: String, value: String)]
    /// The body of the answer.
    public let body: [UInt8]

    /// The body as JSON; nil when it is none.
    public var json: JSONValue? {
        try? JSONValue(parsing: body)
    }

    /// The body as text, whatever it is.
    public var text: String {
        String(decoding: body, as: UTF8.self)
    }

    /// The path and query, without scheme and host.
    public var target: String {
        guard let host = url.firstRange(of: "://"), let slash = url[host.upperBound...].firstIndex(of: "/") else {
            return "/"
        }
        return String(url[slash...])
    }

    /// The first header of that name, whatever the case of its letters.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// The answer in a line: its status and the beginning of its body, control characters written out.
    public var summary: String {
        guard !body.isEmpty else { return "\(status), empty" }
        let text = Visible.text(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        return text.count > 400 ? "\(status) \(text.prefix(400))…" : "\(status) \(text)"
    }

    /// A command line that sends the same request, with a variable for each credential.
    public var curl: String {
        CurlLine.text(method: method, url: url, headers: requestHeaders, body: requestBody)
    }
}
