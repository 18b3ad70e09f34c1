// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// A request found fit to be sent, with what the client's configuration adds to it.
struct CheckedRequest: Sendable {
    let request: HTTPRequest
    let connectDeadline: Duration
    let totalDeadline: Duration
    /// Whether the server is on this machine: then no proxy of the environment is asked.
    let isLocal: Bool

    /// Checks a request, without touching the network.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest``.
    init(_ request: HTTPRequest, _ configuration: HTTPClientConfiguration) throws(HTTPClientError) {
        try Self.checkMethod(of: request)
        for header in request.headers { try Self.check(header) }
        self.request = request
        isLocal = Self.isLocal(try Self.checkedHost(of: request.url))
        connectDeadline = request.connectDeadline ?? configuration.connectDeadline
        totalDeadline = request.totalDeadline ?? configuration.totalDeadline
    }

    private static func checkMethod(of request: HTTPRequest) throws(HTTPClientError) {
        guard isToken(request.method) else { throw invalid("the method is no token") }
        guard request.method != "CONNECT" else { throw invalid("CONNECT is not for this client") }
        if request.method == "HEAD", request.body != nil { throw invalid("HEAD has no body") }
    }

    private static func check(_ header: HTTPHeader) throws(HTTPClientError) {
        guard isToken(header.name) else { throw invalid("a header's name is no token") }
        let isClean = header.value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == UInt8(ascii: "\t") }
        guard isClean else { throw invalid("the header \(header.name) holds a control character") }
        for own in ["Content-Length", "Transfer-Encoding", "Expect"] where header.isNamed(own) {
            throw invalid("the header \(own) is the client's own")
        }
    }

    /// The host of a URL, as libcurl understands it.
    private static func checkedHost(of url: String) throws(HTTPClientError) -> String {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw invalid("the URL holds a character that must be percent-encoded")
        }
        // libcurl guesses a scheme and forgives missing or surplus slashes; nothing is guessed here.
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else { throw invalid("the URL is neither http nor https") }
        let rest = url.dropFirst(scheme.count)
        guard rest.hasPrefix("://"), !rest.hasPrefix(":///") else { throw invalid("the URL has no host") }
        guard let parts = curl_url() else { throw HTTPClientError(.neverSent(.preparation)) }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK, let host = part(CURLUPART_HOST, of: parts) else {
            throw invalid("the URL is malformed")
        }
        guard part(CURLUPART_USER, of: parts) == nil, part(CURLUPART_PASSWORD, of: parts) == nil else {
            throw invalid("the URL holds a user or a password")
        }
        return host
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    private static func isLocal(_ host: String) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
            || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }

    /// Whether a text is a token of RFC 9110: a method or a header's name.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func invalid(_ detail: String) -> HTTPClientError {
        HTTPClientError(.invalidRequest, detail: detail)
    }
}
