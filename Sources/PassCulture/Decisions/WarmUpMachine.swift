// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of opening a connection before anybody needs it: ask for something harmless, and be content with any answer.
struct WarmUpMachine: OneRequestMachine {
    typealias Outcome = Void

    /// The one route of the contract that needs nothing and tells nothing (`contract 2018-12 §1.5`).
    static let path = "/health"

    let request: TransportRequest

    init(to environment: Environment, _ edition: Edition, _ options: Options, deadline: Duration?) {
        request = TransportRequest(
            method: "GET", url: environment.baseURL(of: edition) + Self.path, pathTemplate: Self.path,
            headers: [.init(name: "User-Agent", value: options.userAgent)], body: nil,
            connectDeadline: options.connectDeadline, totalDeadline: deadline ?? options.totalDeadline)
    }

    func outcome(of response: TransportResponse) -> Result<Void, PassCultureError> { .success(()) }

    func outcome(of failure: TransportFailure) -> Result<Void, PassCultureError> {
        .failure(
            PassCultureError(
                failure.faultOfRead, status: failure.status, detail: failure.description,
                nothingWasSent: failure.nothingWasSent, retryAfter: failure.retryAfter))
    }
}
