// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// The transport of the SDK: libcurl, with TLS verified, no redirection followed, and no request ever sent twice.
///
/// It keeps connections open for the next call, so keep one ``PassCulture`` for as long as the till runs. A check takes any that is
/// kept: should it be dead, the check is made again. A validation takes only one that was in use a second or so ago, as at
/// a gate where checks and validations follow each other, and else a new one: a connection that was left alone while the
/// good was handed over may have died unnoticed (web servers keep an idle one for as little as two seconds, boxes in between
/// forget it without a word), and what is sent on a dead one is *unknown*, where a new one that cannot be made is *never
/// sent* and may be tried again.
public struct CurlTransport: Transport {
    /// The most that an answer may have: 2500 dates with identifiers and labels of the longest come to more than a megabyte, and so do fifty
    /// events with descriptions of ten thousand characters (`today §3.3`, `§3.6`).
    private static let mostAnswerBytes = 16 << 20

    /// How long a connection may have been idle that a validation takes. A test whose machine is busy waits longer between two calls than
    /// a till does.
    package var longestIdleOfAWrite = Duration.seconds(1)

    private let client: HTTPClient
    private let headers = CurlHeaders()

    /// Creates a transport; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - proxy: The proxy to go through; the one that the environment names, if it names one, unless given.
    ///   - authorities: The path of a file of certificates (PEM) to trust instead of the system's.
    public init(proxy: Proxy = .environment, authorities: String? = nil) {
        var configuration = HTTPClientConfiguration(maximumAnswerBytes: Self.mostAnswerBytes)
        configuration.userAgent = nil
        configuration.caFile = authorities
        configuration.proxy =
            switch proxy {
            case .environment: .environment
            case .none: .none
            case .url(let url): .url(url)
            }
        client = HTTPClient(configuration)
    }

    /// Sends a request without holding a thread.
    ///
    /// - Throws: ``TransportFailure``.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        do throws(HTTPClientError) {
            return TransportResponse(try await client.send(outgoing(request)))
        } catch {
            throw TransportFailure(error)
        }
    }

    /// Sends a request on the caller's thread.
    ///
    /// - Throws: ``TransportFailure``.
    public func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        do throws(HTTPClientError) {
            return TransportResponse(try client.sendBlocking(outgoing(request)))
        } catch {
            throw TransportFailure(error)
        }
    }

    /// What may not be sent twice goes over a connection that was used just now, or a new one.
    private func outgoing(_ request: TransportRequest) -> HTTPRequest {
        HTTPRequest(
            method: request.method, url: request.url, headers: headers.fields(of: request),
            body: request.body, connectDeadline: request.connectDeadline, totalDeadline: request.totalDeadline,
            longestIdle: request.method == "GET" ? nil : longestIdleOfAWrite, wantedFields: Self.wantedFields)
    }

    private static let wantedFields = ["Content-Type", "Retry-After"]
}

extension TransportResponse {
    fileprivate init(_ response: HTTPResponse) {
        self.init(
            status: response.status, contentType: response.header("Content-Type"),
            retryAfter: response.header("Retry-After").flatMap(RetryAfter.init), body: response.body)
    }
}

extension TransportFailure {
    fileprivate init(_ error: HTTPClientError) {
        let code: Code =
            if error.code == .cancelled {
                .cancelled
            } else if error.wasNeverSent {
                .neverSent
            } else if error.code == .answerCutShort {
                .answerCutShort
            } else if error.code == .answerTooLarge {
                .answerTooLarge
            } else if error.code == .answerMalformed {
                .answerMalformed
            } else {
                .noAnswer
            }
        self.init(code, nothingWasSent: error.wasNeverSent, status: error.status, detail: error.description)
    }
}
