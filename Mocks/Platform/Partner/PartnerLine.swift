// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import PlatformDomain

/// The line on which the platform calls partners: real HTTP, each call once, redirections not followed.
final class PartnerLine: Sendable {
    /// An answer, or why there is none.
    typealias Answer = Result<HTTPResponse, HTTPClientError>

    /// What was called, and what became of it.
    let history = PartnerCallHistory()
    private let limits: PartnerLimits
    private let client = HTTPClient(HTTPClientConfiguration(maximumAnswerBytes: 1 << 16, userAgent: "pass Culture"))

    /// Creates a line.
    init(limits: PartnerLimits) {
        self.limits = limits
    }

    /// Makes a call, and notes what `judge` says of its answer.
    ///
    /// - Parameters:
    ///   - message: What is sent.
    ///   - providerID: Who is called.
    ///   - now: When, in the platform's time.
    ///   - judge: What follows from the answer, and the word for it in the history.
    func call<Outcome>(
        _ message: PartnerMessage, to providerID: Identifier<Provider>, at now: Instant,
        judging judge: (Answer) -> (outcome: Outcome, word: String)
    ) async -> Outcome {
        let limit = message.kind == .notification ? limits.notification : limits.tickets
        let started = SystemClock.monotonic()
        let answer: Answer
        do throws(HTTPClientError) {
            answer = .success(try await client.send(message.request(within: limit)))
        } catch {
            answer = .failure(error)
        }
        let (outcome, word) = judge(answer)
        let ending: PartnerCall.Ending =
            switch answer {
            case .success(let response): .answered(response.status)
            case .failure(let error): .failed(error.code.description)
            }
        history.record(
            PartnerCall(
                kind: message.kind, providerID: providerID.number,
                url: String(message.url.prefix { $0 != "?" && $0 != "#" }), at: now,
                elapsed: SystemClock.monotonic() - started, ending: ending, result: word))
        return outcome
    }
}
