// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A request found fit to be sent, with what the client's configuration adds to it.
struct CheckedRequest: Sendable {
    /// What was found fit in a request and is likely to be the same in the next; nothing of it is looked through twice.
    final class Known: Sendable {
        fileprivate let method: String
        fileprivate let server: Server
        fileprivate let headers: [HTTPHeader]

        fileprivate init(_ request: HTTPRequest, _ server: Server) {
            method = request.method
            self.server = server
            headers = request.headers
        }
    }

    let request: HTTPRequest
    let connectDeadline: Duration
    let totalDeadline: Duration
    /// What the next request need not be looked through for.
    let known: Known
    /// Whether a body goes with it, even if an empty one.
    let hasBody: Bool
    /// Whether the server is on this machine: no proxy of the environment is asked.
    var isLocal: Bool { known.server.isLocal }

    /// Checks a request, without touching the network.
    ///
    /// - Parameter known: What was found fit before.
    /// - Throws: ``HTTPClientError/Code/invalidRequest``.
    init(
        _ request: HTTPRequest, _ configuration: HTTPClientConfiguration, known: Known? = nil
    ) throws(HTTPClientError) {
        let isKnownMethod = known?.method == request.method
        let areKnownHeaders = known?.headers == request.headers
        try Self.checkMethod(of: request, isToken: isKnownMethod)
        if !areKnownHeaders {
            for header in request.headers { try Self.check(header) }
        }
        let server = try Server(of: request.url, known: known?.server)
        if let known, isKnownMethod, areKnownHeaders, server == known.server {
            self.known = known
        } else {
            self.known = Known(request, server)
        }
        self.request = request
        hasBody = request.body != nil || ["POST", "PUT", "PATCH"].contains(request.method)
        connectDeadline = request.connectDeadline ?? configuration.connectDeadline
        totalDeadline = request.totalDeadline ?? configuration.totalDeadline
    }

    private static func checkMethod(of request: HTTPRequest, isToken: Bool) throws(HTTPClientError) {
        guard isToken || Self.isToken(request.method) else { throw HTTPClientError(invalid: "the method is no token") }
        guard request.method != "CONNECT" else { throw HTTPClientError(invalid: "CONNECT is not for this client") }
        if request.method == "HEAD", request.body != nil { throw HTTPClientError(invalid: "HEAD has no body") }
    }

    private static func check(_ header: HTTPHeader) throws(HTTPClientError) {
        guard isToken(header.name) else { throw HTTPClientError(invalid: "a header's name is no token") }
        let isClean = header.value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == UInt8(ascii: "\t") }
        guard isClean else { throw HTTPClientError(invalid: "the header \(header.name) holds a control character") }
        for own in ["Content-Length", "Transfer-Encoding", "Expect"] where header.isNamed(own) {
            throw HTTPClientError(invalid: "the header \(own) is the client's own")
        }
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
}
