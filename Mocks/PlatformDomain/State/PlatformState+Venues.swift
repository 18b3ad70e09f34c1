// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func createVenue(
        _ actor: Actor, _ draft: VenueDraft, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard let offerer = offerers[draft.offererID] else { throw .unknown(.offerer) }
        try requireEditor(actor, offerer.id)
        let details = cleaned(draft.details)
        if draft.isVirtual, venues(of: offerer.id).contains(where: \.isVirtual) { throw .virtualVenueExists }
        if let siret = details.siret {
            guard let siren = offerer.siren else { throw .structureWithoutSiren }
            guard siret.hasPrefix(siren) else { throw .siretOfAnotherStructure }
            guard venue(siret: siret) == nil else { throw .siretTaken }
        }
        guard isComplete(details, isVirtual: draft.isVirtual) else { throw .incompleteVenue }
        if draft.bankDetails != nil, rules.venueBankDetailsAreTheAdministrators {
            try requireAdministrator(actor, offerer.id)
        }
        let needsValidation = !draft.isVirtual && details.siret == nil
        let venue = Venue(
            id: venues.nextID, offererID: offerer.id, name: draft.name, isVirtual: draft.isVirtual,
            siret: details.siret, comment: details.comment, bookingEmail: details.bookingEmail,
            address: details.address, postalCode: details.postalCode, city: details.city,
            departementCode: departement(ofPostalCode: details.postalCode), latitude: details.latitude,
            longitude: details.longitude, validationToken: needsValidation ? Drawing.link(from: &drawing) : nil,
            bankDetails: draft.bankDetails.map { entered($0, replacing: nil) }, dateCreated: instant)
        return [.venueCreated(venue)]
    }

    func updateVenue(_ actor: Actor, _ id: Identifier<Venue>, _ changes: VenueChanges) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard var venue = venues[id] else { throw .unknown(.venue) }
        try requireEditor(actor, venue.offererID)
        if let name = changes.name { venue.name = name }
        if let details = changes.details.map({ cleaned($0) }) {
            guard details.siret == venue.siret else { throw .siretIsFixed }
            guard isComplete(details, isVirtual: venue.isVirtual) else { throw .incompleteVenue }
            venue.comment = details.comment
            venue.bookingEmail = details.bookingEmail
            venue.address = details.address
            venue.postalCode = details.postalCode
            venue.city = details.city
            venue.departementCode = departement(ofPostalCode: details.postalCode)
            venue.latitude = details.latitude
            venue.longitude = details.longitude
        }
        if let bankDetails = changes.bankDetails {
            if rules.venueBankDetailsAreTheAdministrators { try requireAdministrator(actor, venue.offererID) }
            if isOther(bankDetails, than: venue.bankDetails) { venue.rib = nil }
            venue.bankDetails = bankDetails.map { entered($0, replacing: venue.bankDetails) }
        }
        return [.venueUpdated(venue)]
    }

    func validateVenue(_ token: String) throws(Refusal) -> [Event] {
        guard case .venue(let id)? = indexes.links[token] else { throw .unknownLink }
        return [.venueValidated(id)]
    }

    /// An empty SIRET or comment is none.
    private func cleaned(_ details: VenueDetails) -> VenueDetails {
        var details = details
        if details.siret?.isEmpty == true { details.siret = nil }
        if details.comment?.isEmpty == true { details.comment = nil }
        return details
    }

    /// Exactly one of SIRET and comment, and where it is (`guide G13`, `contract 2018-12 §5.3`); neither for the virtual venue.
    private func isComplete(_ details: VenueDetails, isVirtual: Bool) -> Bool {
        if isVirtual { return details.siret == nil && details.comment == nil }
        return (details.siret == nil) != (details.comment == nil) && details.address?.isEmpty == false
            && details.postalCode?.isEmpty == false && details.city?.isEmpty == false
    }

    /// The postal code without its last three characters: `75`, `2A`, `97`.
    private func departement(ofPostalCode code: String?) -> String? {
        code.map { String($0.dropLast(3)) }
    }
}
