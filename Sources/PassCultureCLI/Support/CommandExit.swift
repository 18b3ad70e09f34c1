// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a command ended; the numbers are documented in `passculture --help` and the README, and never change meaning.
struct CommandExit: Error {
    /// The process's exit code.
    let code: Int32
    /// What to tell the user on the standard error, if anything is left to tell.
    let message: String?

    /// All that was asked is done and right.
    static let success = CommandExit(code: 0, message: nil)

    /// A judgement went against the target, a countermark was refused, a data file or an outbox is damaged, or a validation is not in that
    /// state.
    static func failed(_ message: String? = nil) -> CommandExit { CommandExit(code: 1, message: message) }
    /// The target could not be reached, or is no pass Culture: nothing was judged; or a file, an input or the output cannot be used.
    static func unreachable(_ message: String) -> CommandExit { CommandExit(code: 2, message: message) }
    /// The command was not understood, selects nothing, or is refused for safety.
    static func usage(_ message: String) -> CommandExit { CommandExit(code: 3, message: message) }
    /// Something stays open: required things were not judged, a validation's answer was lost, or one is still to be sent or is another
    /// venue's.
    static func open(_ message: String? = nil) -> CommandExit { CommandExit(code: 4, message: message) }
}
