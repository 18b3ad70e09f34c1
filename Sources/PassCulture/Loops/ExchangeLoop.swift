// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Does what a machine says until it is done: once blocking, once async, and nothing else differs.
///
/// A class, since desks hand it on with every call, and it holds much.
final class ExchangeLoop: Sendable {
    let environment: Environment
    let transport: any Transport
    let options: Options
    /// What all its requests begin with.
    let letterhead: Letterhead
    /// What all calls to the host have learned about its being there.
    let circuit: Circuit
    /// The circuits of all hosts.
    let circuits: Circuits
    /// Whether attempts are written down.
    let keepsJournal: Bool
    /// How often may be asked; nil for as often as one likes.
    let limit: RateLimit?
    /// The path of a validation, for what is told of one that has no request yet.
    let validationPath: String

    init(
        environment: Environment, transport: any Transport, options: Options, circuits: Circuits? = nil,
        edition: Edition = .prototype2018, authorization: String? = nil, limit: RateLimit? = nil,
        validationPath: String = Prototype2018.pathTemplate
    ) {
        letterhead = Letterhead(to: environment, in: edition, authorization: authorization, options)
        self.limit = limit
        self.validationPath = validationPath
        self.environment = environment
        self.transport = transport
        self.options = options
        keepsJournal = !(options.journal is NoJournal)
        let circuits = circuits ?? Circuits(options.circuit)
        self.circuits = circuits
        circuit = circuits.of(environment.baseURL(of: edition))
    }

    /// Drives the machine without holding a thread.
    ///
    /// - Throws: The fault with which the machine ended.
    func run<Machine: ExchangeMachine>(_ machine: consuming Machine) async throws(PassCultureError) -> Machine.Outcome {
        let start = options.time.monotonic()
        var input = ExchangeInput.begin(cancelled: Task.isCancelled)
        while true {
            switch machine.next(input) {
            case .persist(let entry):
                if case .begin = input { try refuseIfDown(at: start) }
                do {
                    try await options.journal.record(entry)
                    input = .recorded
                } catch {
                    input = recordFailed(error)
                }
            case .send(let request):
                input = await send(request, start: start)
            case .done(let outcome):
                return try outcome.get()
            }
        }
    }

    /// Drives the machine on the caller's thread.
    ///
    /// - Throws: The fault with which the machine ended.
    func runBlocking<Machine: ExchangeMachine>(_ machine: consuming Machine) throws(PassCultureError) -> Machine.Outcome
    {
        let start = options.time.monotonic()
        var input = ExchangeInput.begin(cancelled: false)
        while true {
            switch machine.next(input) {
            case .persist(let entry):
                if case .begin = input { try refuseIfDown(at: start) }
                do {
                    try options.journal.recordBlocking(entry)
                    input = .recorded
                } catch {
                    input = recordFailed(error)
                }
            case .send(let request):
                input = sendBlocking(request, start: start)
            case .done(let outcome):
                return try outcome.get()
            }
        }
    }

    /// Ends a call that would be refused anyway before it is written down: two entries, each perhaps synced to a disk, would tell
    /// of nothing.
    private func refuseIfDown(at now: Duration) throws(PassCultureError) {
        guard case .refuse(let delay) = circuit.refusal(at: now) else { return }
        options.observe?(
            Event(
                .callRefused, method: "PATCH", pathTemplate: validationPath, reason: .circuitIsOpen,
                wait: delay))
        throw PassCultureError(.serviceDown, detail: "the circuit is open", retryAfter: delay)
    }

    private func recordFailed(_ error: any Error) -> ExchangeInput {
        options.observe?(Event(.journalFailed, method: "PATCH", pathTemplate: validationPath))
        return .recordFailed("\(type(of: error))")
    }
}
