// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension ExchangeLoop {
    /// Checks without holding a thread.
    func verify(_ call: CountermarkCall) async throws(PassCultureError) -> Verification {
        try await run(VerificationMachine(call, request: call.request(on: letterhead)))
    }

    /// Checks on the caller's thread.
    func verifyBlocking(_ call: CountermarkCall) throws(PassCultureError) -> Verification {
        try runBlocking(VerificationMachine(call, request: call.request(on: letterhead)))
    }

    /// Validates without holding a thread.
    func validate(_ call: CountermarkCall) async throws(PassCultureError) -> Validation {
        try await run(validation(call))
    }

    /// Validates on the caller's thread.
    func validateBlocking(_ call: CountermarkCall) throws(PassCultureError) -> Validation {
        try runBlocking(validation(call))
    }

    private func validation(_ call: CountermarkCall) -> ValidationMachine {
        // What is written down nowhere needs no number, and drawing one is a call to the system.
        ValidationMachine(
            call, request: call.request(on: letterhead), attempt: keepsJournal ? options.draw() : 0)
    }

    /// The same to the host of an edition, with the circuit of that host.
    func on(_ edition: Edition) -> ExchangeLoop {
        ExchangeLoop(
            environment: environment, transport: transport, options: options, circuits: circuits, edition: edition)
    }

    /// The same in a dialect, with the circuit of its host.
    ///
    /// - Parameter journal: Where validations are written down; a desk with an outbox writes them itself, and none of them here.
    func speaking(_ dialect: any Dialect, journal: any ValidationJournal) -> ExchangeLoop {
        var options = options
        options.journal = journal
        circuits.speaks(dialect.edition)
        return ExchangeLoop(
            environment: environment, transport: transport, options: options, circuits: circuits,
            edition: dialect.edition, authorization: dialect.authorization, limit: dialect.limit,
            validationPath: dialect.validationPath)
    }

    /// Tells the observer of something about the outbox of a validation.
    func tell(_ name: Event.Name) {
        options.observe?(Event(name, method: "PATCH", pathTemplate: validationPath))
    }
}
