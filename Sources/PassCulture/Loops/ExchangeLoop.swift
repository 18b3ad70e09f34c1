// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Does what a machine says until it is done: once blocking, once async, and nothing else differs.
struct ExchangeLoop: Sendable {
    let environment: Environment
    let transport: any Transport
    let options: Options

    /// Drives the machine without holding a thread.
    ///
    /// - Throws: The fault with which the machine ended.
    func run<Machine: ExchangeMachine>(_ start: Machine) async throws(PassCultureError) -> Machine.Outcome {
        var machine = start
        var input = ExchangeInput.begin(cancelled: Task.isCancelled)
        while true {
            switch machine.next(input) {
            case .persist(let entry):
                do {
                    try await options.journal.record(entry)
                    input = .recorded
                } catch {
                    input = recordFailed(error)
                }
            case .send(let request):
                let start = SystemClock.monotonic()
                do throws(TransportFailure) {
                    input = .answered(try await transport.send(request))
                } catch {
                    input = .failed(error)
                }
                tell(request, input, since: start)
            case .done(let outcome):
                return try outcome.get()
            }
        }
    }

    /// Drives the machine on the caller's thread.
    ///
    /// - Throws: The fault with which the machine ended.
    func runBlocking<Machine: ExchangeMachine>(_ start: Machine) throws(PassCultureError) -> Machine.Outcome {
        var machine = start
        var input = ExchangeInput.begin(cancelled: false)
        while true {
            switch machine.next(input) {
            case .persist(let entry):
                do {
                    try options.journal.recordBlocking(entry)
                    input = .recorded
                } catch {
                    input = recordFailed(error)
                }
            case .send(let request):
                let start = SystemClock.monotonic()
                do throws(TransportFailure) {
                    input = .answered(try transport.sendBlocking(request))
                } catch {
                    input = .failed(error)
                }
                tell(request, input, since: start)
            case .done(let outcome):
                return try outcome.get()
            }
        }
    }

    private func recordFailed(_ error: any Error) -> ExchangeInput {
        options.observe?(Event(.journalFailed, method: "PATCH", pathTemplate: CountermarkCall.pathTemplate))
        return .recordFailed("\(type(of: error))")
    }

    private func tell(_ request: TransportRequest, _ input: ExchangeInput, since start: Span) {
        guard let observe = options.observe else { return }
        var status: Int?
        var failure: TransportFailure.Code?
        switch input {
        case .answered(let response): status = response.status
        case .failed(let reason): (status, failure) = (reason.status, reason.code)
        default: break
        }
        observe(
            Event(
                .requestFinished, method: request.method, pathTemplate: request.pathTemplate, status: status,
                failure: failure, elapsed: .microseconds((SystemClock.monotonic() - start).microseconds)))
    }
}
