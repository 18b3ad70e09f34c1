// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func createProvider(_ draft: ProviderDraft, at instant: Instant) throws(PublicV1Refusal) -> [Event] {
        guard provider(keyDigest: draft.keyDigest) == nil else { throw .keyTaken }
        guard !draft.urls.isHalfTicketing else { throw .halfTicketing }
        return [
            .publicV1(
                .providerCreated(
                    Provider(
                        id: providers.nextID, name: draft.name, isActive: draft.isActive, keyDigest: draft.keyDigest,
                        hmacKey: draft.hmacKey, urls: draft.urls, logoURL: draft.logoURL, dateCreated: instant)))
        ]
    }

    func updateProvider(
        _ id: Identifier<Provider>, _ changes: PartnerChanges, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard var provider = providers[id] else { throw .unknownProvider }
        let urls = changes.applied(to: provider.urls)
        guard !urls.isHalfTicketing else { throw .halfTicketing }
        if provider.urls.hasTicketing, !urls.hasTicketing {
            // A venue that has its own goes on without the provider's; one that is no longer linked is none of the provider's.
            let venues = venueLinks(of: id).filter { $0.isActive && !$0.urls.hasTicketing }.map(\.venueID)
            try checkNoTickets(at: venues, of: id, at: instant)
        }
        provider.urls = urls
        if let isActive = changes.isActive { provider.isActive = isActive }
        return provider == providers[id] ? [] : [.publicV1(.providerUpdated(provider))]
    }

    func linkVenue(
        _ providerID: Identifier<Provider>, _ venueID: Identifier<Venue>, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard providers[providerID] != nil else { throw .unknownProvider }
        guard venues[venueID] != nil else { throw .unknownVenue }
        guard var link = venueLink(of: providerID, to: venueID) else {
            return [
                .publicV1(
                    .venueLinked(
                        VenueLink(
                            id: venueLinks.nextID, providerID: providerID, venueID: venueID, isActive: true,
                            urls: PartnerURLs(), dateCreated: instant)))
            ]
        }
        guard !link.isActive else { return [] }
        link.isActive = true
        return [.publicV1(.venueLinkUpdated(link))]
    }

    func updateLink(
        _ providerID: Identifier<Provider>, _ venueID: Identifier<Venue>, _ changes: PartnerChanges,
        at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard let provider = providers[providerID] else { throw .unknownProvider }
        guard var link = venueLink(of: providerID, to: venueID) else { throw .unknownVenue }
        let urls = changes.applied(to: link.urls)
        guard !urls.isHalfTicketing else { throw .halfTicketing }
        if link.urls.hasTicketing, !urls.hasTicketing, !provider.urls.hasTicketing {
            try checkNoTickets(at: [venueID], of: providerID, at: instant)
        }
        link.urls = urls
        if let isActive = changes.isActive { link.isActive = isActive }
        return link == venueLinks[link.id] ? [] : [.publicV1(.venueLinkUpdated(link))]
    }

    /// Refuses if events of the provider at these venues are still to sell tickets (`today §4.1`).
    private func checkNoTickets(
        at venueIDs: [Identifier<Venue>], of providerID: Identifier<Provider>, at instant: Instant
    ) throws(PublicV1Refusal) {
        let events = venueIDs.flatMap { indexes.offersOfVenue.list($0) }.sorted().filter { id in
            guard let published = published(id), published.hasTicket, published.providerID == providerID else {
                return false
            }
            return stocks(of: id).contains { stock in
                !stock.isDeleted && stock.occurrenceID.flatMap { occurrences[$0] }.map { $0.begin > instant } ?? false
            }
        }
        guard events.isEmpty else { throw .ticketingInUse(events) }
    }

    /// A beneficiary of today's edition: validated and credited at once.
    func createBeneficiary(_ draft: BeneficiaryDraft, at instant: Instant) throws(Refusal) -> [Event] {
        guard user(email: draft.email) == nil else { throw .emailTaken }
        guard draft.credit >= .zero else { throw .invalidAmount }
        let name = [draft.firstName, draft.lastName].compactMap { $0 }.joined(separator: " ")
        return [
            .userCreated(
                User(
                    id: users.nextID, email: draft.email, passwordHash: draft.passwordHash,
                    publicName: name.isEmpty ? draft.email : name, firstName: draft.firstName,
                    lastName: draft.lastName, postalCode: draft.postalCode, phoneNumber: draft.phoneNumber,
                    dateOfBirth: draft.dateOfBirth, departementCode: "00", dateCreated: instant,
                    canBookFreeOffers: true, isAdmin: false, validationToken: nil, passwordReset: nil,
                    credit: draft.credit, spent: .zero, spentOnPhysical: .zero, spentOnDigital: .zero))
        ]
    }
}
