// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of asking for one page of bookings: have it sent, read the answer. It changes nothing, and may be made again.
struct BookingsMachine: OneRequestMachine {
    typealias Outcome = [BookingDetails]

    /// The paths of what can be wrong with a question for a list (`today §2.1`).
    private static let paths: Set = [
        "offerId", "venueId", "priceCategoryId", "stockId", "status", "beginningDatetime", "limit", "firstIndex",
        "global",
        "offer", "__root__",
    ]

    private let dialect: any Dialect
    let request: TransportRequest

    /// - Parameter question: As the dialect put it.
    init(_ question: DialectQuestion, in dialect: any Dialect, on loop: ExchangeLoop, deadline: Duration?) {
        self.dialect = dialect
        request = loop.letterhead.request(question, deadline: deadline)
    }

    func outcome(of response: TransportResponse) -> Result<[BookingDetails], PassCultureError> {
        Result { () throws(PassCultureError) in try bookings(in: response) }
    }

    func outcome(of failure: TransportFailure) -> Result<[BookingDetails], PassCultureError> {
        .failure(dialect.fault(failure.faultOfRead, from: failure))
    }

    private func bookings(in response: TransportResponse) throws(PassCultureError) -> [BookingDetails] {
        switch response.status {
        case 200: return try BookingReading.page(in: response.body)
        case 429: throw dialect.tooMany(response)
        case 407, 408, 425: break
        case 400..<500:
            let refusal = dialect.refusal(in: response, to: .verify)
            // The platform's sentences stay out of it, and of its keys whatever was not asked by that name.
            let paths = refusal.keyPaths.filter(Self.paths.contains).joined(separator: ", ")
            let detail = refusal.reason.isLogIn ? refusal.reason.code : paths
            throw PassCultureError(.listRefused, status: response.status, detail: detail.isEmpty ? nil : detail)
        default: break
        }
        throw PassCultureError(.unexpectedStatus, status: response.status, retryAfter: response.askedDelay)
    }
}

extension Dialect {
    /// The fault that a 429 is.
    fileprivate func tooMany(_ response: TransportResponse) -> PassCultureError {
        let delay = patience(after: response)
        return PassCultureError(
            delay == nil ? .unexpectedStatus : .tooManyRequests, status: 429,
            retryAfter: delay ?? response.askedDelay)
    }
}
