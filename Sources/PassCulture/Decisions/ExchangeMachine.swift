// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of one exchange, without any input or output: told what happened, it says what to do next.
///
/// Two small loops drive it, one blocking and one async (``ExchangeLoop``), so that both decide alike. Reading a
/// countermark back after a lost answer, and waiting between two readings, will be two more actions.
protocol ExchangeMachine: Sendable {
    /// What the exchange is for.
    associatedtype Outcome: Sendable

    /// Takes what happened and says what to do next. The first input is always `.begin`, and nothing may be asked of a
    /// machine that has said `.done`.
    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Outcome>
}
