// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// The server that a URL names, found fit to be sent to.
struct Server: Hashable, Sendable {
    /// The URL up to its path: scheme and authority, as written.
    private let prefix: String
    /// Whether it is on this machine: then no proxy of the environment is asked.
    let isLocal: Bool

    /// Checks a URL.
    ///
    /// - Parameter known: One that was checked before: if the URL names the same, only the rest of the URL is looked through.
    /// - Throws: ``HTTPClientError/Code/invalidRequest``.
    init(of url: String, known: Server?) throws(HTTPClientError) {
        guard Self.isWritten(url) else {
            throw HTTPClientError(invalid: "the URL holds a character that must be percent-encoded")
        }
        if let known, known.isNamed(by: url) {
            self = known
            return
        }
        let (prefix, host) = try Self.parts(of: url)
        self.prefix = prefix
        isLocal = Self.isLocal(host)
    }

    /// Whether a URL is written in those characters alone that a URL may hold.
    private static func isWritten(_ url: String) -> Bool {
        let bytes = url.utf8.span
        for index in bytes.indices where bytes[index] <= 0x20 || bytes[index] >= 0x7F { return false }
        return true
    }

    /// Whether a URL begins with this very server, and its authority ends there (RFC 3986, section 3.2).
    private func isNamed(by url: String) -> Bool {
        guard url.hasPrefix(prefix) else { return false }
        return url.utf8.dropFirst(prefix.utf8.count).first.map(Self.endsAuthority) ?? true
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// The URL up to its path, and its host as libcurl understands it.
    private static func parts(of url: String) throws(HTTPClientError) -> (prefix: String, host: String) {
        // libcurl guesses a scheme and forgives missing or surplus slashes; nothing is guessed here.
        let scheme = url.prefix { $0 != ":" }
        guard ["http", "https"].contains(scheme.lowercased()) else {
            throw HTTPClientError(invalid: "the URL is neither http nor https")
        }
        let rest = url.dropFirst(scheme.count)
        guard rest.hasPrefix("://"), !rest.hasPrefix(":///") else {
            throw HTTPClientError(invalid: "the URL has no host")
        }
        guard let parts = curl_url() else { throw HTTPClientError(.neverSent(.preparation)) }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK, let host = part(CURLUPART_HOST, of: parts) else {
            throw HTTPClientError(invalid: "the URL is malformed")
        }
        guard part(CURLUPART_USER, of: parts) == nil, part(CURLUPART_PASSWORD, of: parts) == nil else {
            throw HTTPClientError(invalid: "the URL holds a user or a password")
        }
        let authority = rest.dropFirst(3).utf8.prefix { !endsAuthority($0) }
        return (String(scheme) + "://" + String(Substring(authority)), host)
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
}
