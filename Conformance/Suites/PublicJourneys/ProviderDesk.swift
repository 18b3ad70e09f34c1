// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Whoever stands at the partner's desk in a journey of today's edition: raw requests, or a product under test.
public protocol ProviderDesk: Sendable {
    /// Checks a countermark (*vérifier*): changes nothing.
    func check(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer
    /// Validates a countermark (*valider*).
    func validate(_ request: ProviderDeskRequest) async -> ProviderDeskAnswer
    /// Takes a validation back, which that person has confirmed.
    func undo(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer
    /// Cancels a booking, which that person has confirmed.
    func cancel(_ request: ProviderDeskRequest, confirmedBy person: String) async -> ProviderDeskAnswer
}
