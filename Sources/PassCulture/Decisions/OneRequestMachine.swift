// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of an exchange that is one request and what comes of it, with nothing recorded on the way.
protocol OneRequestMachine: ExchangeMachine {
    /// What is sent.
    var request: TransportRequest { get }

    /// What an answer comes to.
    func outcome(of response: TransportResponse) -> Result<Outcome, PassCultureError>

    /// What it comes to without one.
    func outcome(of failure: TransportFailure) -> Result<Outcome, PassCultureError>
}

extension OneRequestMachine {
    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Outcome> {
        switch input {
        case .begin(cancelled: true): .done(.failure(PassCultureError(.cancelled, nothingWasSent: true)))
        case .begin(cancelled: false): .send(request)
        case .answered(let response): .done(outcome(of: response))
        case .failed(let failure): .done(outcome(of: failure))
        case .recorded, .recordFailed: preconditionFailure("nothing is recorded on the way")
        }
    }
}
