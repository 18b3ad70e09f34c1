// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Venues (`contract 2018-12 §5.3`).
///
/// Whoever makes or changes one needs rights on its structure, which the service forgot to ask of whoever made one.
enum VenueRoutes {
    /// `GET /venues/{id}`.
    static func show(_ call: Call) throws(WireError) -> Answer {
        .json(VenueJSON.object(try editable(call, by: call.signedIn())))
    }

    /// `POST /venues`.
    static func create(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        try Coordinates.check(body)
        let draft = try draft(VenueFields(body), by: person, call)
        let view: VenueView? = try call.perform(.createVenue(by: call.caller.actor, draft)) { state, events in
            events.lazy.compactMap { if case .venueCreated(let venue) = $0 { venue.id } else { nil } }.first
                .flatMap { VenueView($0, in: state) }
        }
        guard let view else { throw .technical }
        return .json(VenueJSON.object(view), status: 201)
    }

    private static func draft(
        _ fields: VenueFields, by person: Identifier<User>, _ call: Call
    ) throws(WireError) -> VenueDraft {
        var fields = fields
        let offererID = fields.reader.identifier("managingOffererId", of: Offerer.self)
        var owner: (offerer: Offerer, hasVirtualVenue: Bool)?
        if let offererID {
            owner = try call.service.read { state, _ throws(WireError) in
                guard let offerer = state.offerers[offererID] else {
                    throw .field("managingOffererId", Sentences.unknownReference)
                }
                guard state.rights(of: person, on: offererID) != nil else { throw .forbiddenOfferer }
                return (offerer, state.venues(of: offererID).contains(where: \.isVirtual))
            }
        }
        let details = fields.details(of: owner?.offerer)
        let name = fields.name()
        let bankDetails = BankFields.read(&fields.reader)
        let isVirtual = fields.reader.bool("isVirtual") ?? false
        if isVirtual, owner?.hasVirtualVenue == true {
            fields.reader.errors.add(
                "isVirtual", "Un lieu pour les offres numériques existe déjà pour cette structure")
        }
        try fields.reader.errors.throwIfAny()
        // Only the row itself could not do without a structure: the fields are judged before.
        guard let offererID else { throw .field("managingOffererId", Sentences.requiredReference) }
        return VenueDraft(
            offererID: offererID, name: name, isVirtual: isVirtual, details: details, bankDetails: bankDetails)
    }

    /// `PATCH /venues/{id}`.
    static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        let venue = try editable(call, by: person).venue
        if VenueFields.isTruthy(body["managingOffererId"]) {
            throw .field("managingOffererId", "Vous ne pouvez pas changer la structure d'un lieu")
        }
        if VenueFields.isTruthy(body["siret"]) {
            throw .field("siret", "Vous ne pouvez pas modifier le siret d'un lieu")
        }
        try Coordinates.check(body)
        var fields = try VenueFields(body)
        var changes = VenueChanges()
        if fields.reader.contains("name") { changes.name = fields.name() }
        changes.details = fields.details(changing: venue)
        changes.bankDetails = BankFields.change(&fields.reader, present: venue.bankDetails)
        try fields.reader.errors.throwIfAny()
        let view: VenueView? = try call.perform(.updateVenue(by: call.caller.actor, venue.id, changes)) { state, _ in
            VenueView(venue.id, in: state)
        }
        guard let view else { throw .htmlNotFound }
        return .json(VenueJSON.object(view))
    }

    /// The venue that the path names, for somebody with rights on its structure.
    private static func editable(_ call: Call, by person: Identifier<User>) throws(WireError) -> VenueView {
        let id = try call.identifier("id", of: Venue.self)
        return try call.service.read { state, _ throws(WireError) in
            guard let view = VenueView(id, in: state) else { throw .htmlNotFound }
            guard state.rights(of: person, on: view.offerer.id) != nil else { throw .forbiddenOfferer }
            return view
        }
    }
}
