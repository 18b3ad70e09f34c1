// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// The line on which the platform calls partners: real HTTP, each call once, redirections not followed.
final class PartnerLine: Sendable {
    /// An answer, or why there is none.
    typealias Answer = Result<HTTPResponse, HTTPClientError>

    private let limits: PartnerLimits
    private let client = HTTPClient(HTTPClientConfiguration(maximumAnswerBytes: 1 << 16, userAgent: "pass Culture"))

    /// Creates a line.
    init(limits: PartnerLimits) {
        self.limits = limits
    }

    /// The request that makes a call.
    func request(_ message: PartnerMessage) -> HTTPRequest {
        message.request(within: message.kind == .notification ? limits.notification : limits.tickets)
    }

    /// Sends a request.
    func send(_ request: HTTPRequest) async -> Answer {
        do throws(HTTPClientError) {
            return .success(try await client.send(request))
        } catch {
            return .failure(error)
        }
    }
}

extension PartnerLine.Answer {
    /// Whether it is some 2xx.
    var isSuccess: Bool {
        if case .success(let response) = self { (200..<300).contains(response.status) } else { false }
    }
}
