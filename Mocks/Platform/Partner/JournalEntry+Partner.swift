// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import PlatformDomain

extension JournalEntry {
    /// The record of a call that the platform made.
    init(
        _ request: HTTPRequest, _ kind: PartnerCall.Kind, to providerID: Identifier<Provider>,
        _ answer: PartnerLine.Answer, result: String, at: Instant, elapsed: Span
    ) {
        let address = PartnerAddress(request.url)
        let (response, failure): (HTTPResponse?, String?) =
            switch answer {
            case .success(let response): (response, nil)
            case .failure(let error): (nil, error.code.description)
            }
        self.init(
            at: at, elapsed: elapsed, method: request.method, path: address.path, query: address.query,
            requestHeaders: request.headers.map { ($0.name, $0.value) }, requestBody: Body(request.body ?? []),
            status: response?.status ?? 0, answerHeaders: response?.headers.map { ($0.name, $0.value) } ?? [],
            answerBody: Body(response?.body ?? []),
            call: PartnerCall(
                kind: kind, providerID: providerID, origin: address.origin, failure: failure, result: result))
    }
}
