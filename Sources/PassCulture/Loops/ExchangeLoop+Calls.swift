// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension ExchangeLoop {
    /// Checks without holding a thread.
    func verify(_ call: CountermarkCall) async throws(PassCultureError) -> Verification {
        try await run(VerificationMachine(call, request: call.request(to: environment, options)))
    }

    /// Checks on the caller's thread.
    func verifyBlocking(_ call: CountermarkCall) throws(PassCultureError) -> Verification {
        try runBlocking(VerificationMachine(call, request: call.request(to: environment, options)))
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
        ValidationMachine(
            call, request: call.request(to: environment, options), attempt: options.draw())
    }
}
