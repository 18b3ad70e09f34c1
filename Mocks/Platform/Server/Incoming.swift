// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HummingbirdCore

/// The head of a request, taken apart once.
struct Incoming {
    /// The method, in capitals.
    let method: String
    /// The path as sent.
    let path: String
    /// The query as sent.
    let query: String
    /// The headers in the order sent.
    private(set) var headers: [(name: String, value: String)]
    /// `Origin`.
    private(set) var origin: String?
    /// The values of `Cookie`.
    private(set) var cookies: [String] = []
    /// `Authorization`.
    private(set) var authorization: String?
    /// `Host`.
    let host: String?
    /// Whether the body is a form with files, which may be longer.
    private(set) var isMultipart = false
    /// `Content-Length`, if it is a number.
    private(set) var contentLength: Int?
    /// Whether the length of a body is not known beforehand.
    private(set) var isChunked = false
    /// Whether the client waits for a word before it sends the body.
    private(set) var asksFirst = false
    /// `Access-Control-Request-Headers`.
    private(set) var requestedHeaders: String?

    /// Takes a request apart.
    init(_ request: Request) {
        method = request.method.rawValue
        host = request.head.authority
        let target = request.head.path ?? "/"
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = mark.map { target[..<$0] } ?? target[...]
        self.path = Self.withoutHost(path)
        query = mark.map { String(target[target.utf8.index(after: $0)...]) } ?? ""
        headers = []
        headers.reserveCapacity(request.headers.count + 1)
        if let host { headers.append(("Host", host)) }
        for field in request.headers {
            let value = field.value
            headers.append((field.name.rawName, value))
            switch field.name {
            case .origin: origin = origin ?? value
            case .cookie: cookies.append(value)
            case .authorization: authorization = authorization ?? value
            case .contentType: isMultipart = value.lowercased().hasPrefix("multipart/")
            case .contentLength: contentLength = Int(value)
            case .transferEncoding: isChunked = true
            case .expect: asksFirst = value.lowercased() == "100-continue"
            case .accessControlRequestHeaders: requestedHeaders = value
            default: break
            }
        }
    }

    /// The path of a target in absolute form, as proxies write it.
    private static func withoutHost(_ path: Substring) -> String {
        guard path.utf8.first != UInt8(ascii: "/"), path.hasPrefix("http://") || path.hasPrefix("https://") else {
            return String(path)
        }
        let rest = path.drop { $0 != ":" }.dropFirst(3)
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    /// Whether a body follows.
    var hasBody: Bool { isChunked || contentLength ?? 0 > 0 }

    /// Whether the request asks for the control of the platform.
    var isControl: Bool { path == "/_control" || path.hasPrefix("/_control/") }
}
