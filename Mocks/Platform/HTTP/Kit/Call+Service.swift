// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

extension Call {
    /// Performs a command, its refusals put into the contract's words.
    ///
    /// - Parameters:
    ///   - command: what to do.
    ///   - sentences: the words of this route, asked first; nothing leaves a refusal to ``WireError/init(_:)``.
    ///   - projection: what to return of the state right after the events; runs under the lock.
    /// - Throws: the refusal, as the answer that says it.
    package func perform<Value: Sendable>(
        _ command: Command, sentences: (Refusal) -> WireError? = { _ in nil },
        then projection: (PlatformState, [Event]) -> Value
    ) throws(WireError) -> Value {
        do throws(Refusal) {
            return try service.perform(command, then: projection)
        } catch {
            throw sentences(error) ?? WireError(error)
        }
    }

    /// Asks the partner whose tickets a command is about, if it is about any, and returns the command to perform then.
    package func askingTicketOffice(
        for command: Command, sentences: (Refusal) -> WireError? = { _ in nil }
    ) async throws(WireError) -> Command {
        do throws(Refusal) {
            return try await service.askingTicketOffice(for: command)
        } catch {
            throw sentences(error) ?? WireError(error)
        }
    }

    /// Performs a command of which nothing is returned.
    package func perform(
        _ command: Command, sentences: (Refusal) -> WireError? = { _ in nil }
    ) throws(WireError) {
        try perform(command, sentences: sentences) { _, _ in () }
    }
}
