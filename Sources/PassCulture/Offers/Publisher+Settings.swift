// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// This provider, as the platform has it (`today §4.1`).
    public func settings() async throws(PassCultureError) -> Lookup<ProviderSettings> {
        try await look(settingsCall)
    }

    /// This provider, as the platform has it, asked on the caller's thread.
    public func settingsBlocking() throws(PassCultureError) -> Lookup<ProviderSettings> {
        try lookBlocking(settingsCall)
    }

    /// Changes the addresses that this provider serves; they must not ask for a log-in.
    public func updateSettings(
        _ change: ServiceURLsChange
    ) async throws(PassCultureError) -> Publishing<ProviderSettings> {
        try await publish(updateCall(change))
    }

    /// Changes the addresses that this provider serves, on the caller's thread.
    public func updateSettingsBlocking(
        _ change: ServiceURLsChange
    ) throws(PassCultureError) -> Publishing<ProviderSettings> {
        try publishBlocking(updateCall(change))
    }

    /// Changes the addresses that are served for one venue, which go before the provider's own.
    public func updateURLs(
        of venue: Int, _ change: ServiceURLsChange
    ) async throws(PassCultureError) -> Publishing<Void> {
        try await publish(updateCall(venue, change))
    }

    /// Changes the addresses that are served for one venue, on the caller's thread.
    public func updateURLsBlocking(
        of venue: Int, _ change: ServiceURLsChange
    ) throws(PassCultureError) -> Publishing<Void> {
        try publishBlocking(updateCall(venue, change))
    }

    private static let path = "/public/providers/v1/provider"

    private var settingsCall: PublishingCall<ProviderSettings> {
        .get(Self.path, read: { reader throws(JSONReadingError) in try ProviderSettings(reader) })
    }

    private func updateCall(_ change: ServiceURLsChange) -> PublishingCall<ProviderSettings> {
        .order(
            "PATCH", Self.path, change.json, refusal: limits { change.check(&$0) },
            read: { reader throws(JSONReadingError) in try ProviderSettings(reader) })
    }

    private func updateCall(_ venue: Int, _ change: ServiceURLsChange) -> PublishingCall<Void> {
        .order(
            "PATCH", "/public/providers/v1/venues/\(venue)", as: "/public/providers/v1/venues/{venue_id}", change.json,
            refusal: limits { change.check(&$0) }, read: PublishingCall<Void>.nothing)
    }
}
