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
        let person = try call.signedIn()
        let venue = try editable(call, by: person)
        return .json(
            .object(call.service.read { state, _ in VenueJSON.object(state.venues[venue.id] ?? venue, in: state) }))
    }

    /// `POST /venues`.
    static func create(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        try Coordinates.check(body)
        let reader = try VenueFields.reader(body)
        guard let offererID = reader.identifier("managingOffererId", of: Offerer.self) else {
            // The field checks come first; what is missing is noticed when the row is written.
            var fields = VenueFields(reader)
            _ = fields.details(present: nil, offerer: nil)
            _ = fields.name()
            _ = BankFields.read(&fields.reader)
            try fields.reader.errors.throwIfAny()
            throw .field("managingOffererId", Sentences.requiredReference)
        }
        let draft = try call.service.read { state, _ throws(WireError) in
            guard let offerer = state.offerers[offererID] else {
                throw .field("managingOffererId", Sentences.unknownReference)
            }
            guard state.rights(of: person, on: offererID) != nil else { throw .forbiddenOfferer }
            var fields = VenueFields(reader)
            let details = fields.details(present: nil, offerer: offerer)
            let name = fields.name()
            let bankDetails = BankFields.read(&fields.reader)
            let isVirtual = fields.reader.bool("isVirtual") ?? false
            let hasVirtual = state.venues(of: offererID).contains(where: \.isVirtual)
            if isVirtual, hasVirtual {
                fields.reader.errors.add(
                    "isVirtual", "Un lieu pour les offres numériques existe déjà pour cette structure")
            }
            try fields.reader.errors.throwIfAny()
            return VenueDraft(
                offererID: offererID, name: name, isVirtual: isVirtual, details: details, bankDetails: bankDetails)
        }
        let object: JSONObject? = try call.perform(.createVenue(by: call.caller.actor, draft)) { state, events in
            events.lazy.compactMap { if case .venueCreated(let venue) = $0 { venue.id } else { nil } }.first
                .flatMap { state.venues[$0] }.map { VenueJSON.object($0, in: state) }
        }
        guard let object else { throw .technical }
        return .json(.object(object), status: 201)
    }

    /// `PATCH /venues/{id}`.
    static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        let venue = try editable(call, by: person)
        if VenueFields.isTruthy(body["managingOffererId"]) {
            throw .field("managingOffererId", "Vous ne pouvez pas changer la structure d'un lieu")
        }
        if VenueFields.isTruthy(body["siret"]) {
            throw .field("siret", "Vous ne pouvez pas modifier le siret d'un lieu")
        }
        try Coordinates.check(body)
        var fields = VenueFields(try VenueFields.reader(body))
        var changes = VenueChanges()
        if fields.reader.contains("name") { changes.name = fields.name() }
        changes.details = fields.details(present: venue, offerer: nil)
        changes.bankDetails = BankFields.change(&fields.reader, present: venue.bankDetails)
        try fields.reader.errors.throwIfAny()
        let object: JSONObject? = try call.perform(.updateVenue(by: call.caller.actor, venue.id, changes)) { state, _ in
            state.venues[venue.id].map { VenueJSON.object($0, in: state) }
        }
        guard let object else { throw .htmlNotFound }
        return .json(.object(object))
    }

    /// The venue that the path names, for somebody with rights on its structure.
    private static func editable(_ call: Call, by person: Identifier<User>) throws(WireError) -> Venue {
        let id = try call.identifier("id", of: Venue.self)
        return try call.service.read { state, _ throws(WireError) in
            guard let venue = state.venues[id] else { throw .htmlNotFound }
            guard state.rights(of: person, on: venue.offererID) != nil else { throw .forbiddenOfferer }
            return venue
        }
    }
}
