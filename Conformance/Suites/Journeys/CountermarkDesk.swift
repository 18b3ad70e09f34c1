// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Whoever checks and validates countermarks for the partner in a journey: raw requests, or a product under test.
public protocol CountermarkDesk: Sendable {
    /// Checks a countermark (*vérifier*): changes nothing.
    func check(_ request: DeskRequest) async -> DeskAnswer
    /// Validates a countermark (*valider*): what is handed over is paid.
    func validate(_ request: DeskRequest) async -> DeskAnswer
}
