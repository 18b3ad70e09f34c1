// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import Synchronization

/// The line on which the platform calls partners: real HTTP, each call once, redirections not followed.
final class PartnerLine: Sendable {
    /// An answer, or why there is none.
    typealias Answer = Result<HTTPResponse, HTTPClientError>

    private let limits: PartnerLimits
    /// Made with the first call: most platforms make none, and its library takes some memory.
    private let client = Mutex<HTTPClient?>(nil)

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
            return .success(try await opened().send(request))
        } catch {
            return .failure(error)
        }
    }

    private func opened() -> HTTPClient {
        client.withLock { client in
            if let client { return client }
            let made = HTTPClient(HTTPClientConfiguration(maximumAnswerBytes: 1 << 16, userAgent: "pass Culture"))
            client = made
            return made
        }
    }
}

extension PartnerLine.Answer {
    /// Whether it is some 2xx.
    var isSuccess: Bool {
        if case .success(let response) = self { (200..<300).contains(response.status) } else { false }
    }
}
