// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who has to meet a requirement.
public enum RequirementActor: String, Sendable, CaseIterable {
    /// A pass Culture: the real one, the local one or somebody else's.
    case platform
    /// The till of a partner (*logiciel de caisse*).
    case till
    /// A site that sells digital offers.
    case onlinePlatform = "online platform"
    /// Whoever publishes offers by the API of today's edition.
    case publisher
    /// A vendor's system that gets notifications (today §4.4).
    case webhookReceiver = "webhook receiver"
    /// A vendor's ticketing system (today §4.5).
    case ticketingPartner = "ticketing partner"
    /// Whoever serves stocks or an agenda to the pass Culture.
    case provider
}
