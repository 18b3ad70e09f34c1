// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of opening a connection before anybody needs it: ask for something harmless, and be content with any answer.
struct WarmUpMachine: ExchangeMachine {
    /// The one route of the contract that needs nothing and tells nothing (`contract 2018-12 §1.5`).
    static let path = "/health"

    private let request: TransportRequest

    init(to environment: Environment, _ edition: Edition, _ options: Options, deadline: Duration?) {
        request = TransportRequest(
            method: "GET", url: environment.baseURL(of: edition) + Self.path, pathTemplate: Self.path,
            headers: [.init(name: "User-Agent", value: options.userAgent)], body: nil,
            connectDeadline: options.connectDeadline, totalDeadline: deadline ?? options.totalDeadline)
    }

    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Void> {
        switch input {
        case .begin(cancelled: true):
            .done(.failure(PassCultureError(.cancelled, nothingWasSent: true)))
        case .begin(cancelled: false):
            .send(request)
        case .answered:
            .done(.success(()))
        case .failed(let failure):
            .done(
                .failure(
                    PassCultureError(
                        failure.faultOfRead, status: failure.status, detail: failure.description,
                        nothingWasSent: failure.nothingWasSent, retryAfter: failure.retryAfter)))
        case .recorded, .recordFailed:
            preconditionFailure("warming up records nothing")
        }
    }
}
