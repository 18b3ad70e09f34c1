// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who is put to the test, and what trying them takes beyond an address.
public enum Subject: Sendable {
    /// A pass Culture of December 2018.
    case prototype2018
    /// A pass Culture of today's edition, and a provider's key there, when the person has one.
    case publicV1(apiKey: APIKey?)
    /// A vendor's receiver of notifications.
    case receiver(VendorSetting)
    /// A vendor's ticketing system.
    case ticketing(VendorSetting)
    /// A till, at a local platform.
    case till(GateSetting)
    /// An online platform that digital offers link to, at a local platform.
    case onlinePlatform(GateSetting)
    /// Whoever serves stocks or an agenda.
    case provider(FeedSetting)
}
