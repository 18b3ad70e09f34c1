// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The routes of dates (`contract 2018-12 §6.3`).
enum OccurrenceRoutes {
    /// The routes.
    static let routes = [
        Route("POST", "/eventOccurrences", handler: create),
        Route("GET", "/eventOccurrences/{id}", handler: show),
        Route("PATCH", "/eventOccurrences/{id}", handler: update),
        Route("DELETE", "/eventOccurrences/{id}", handler: delete),
    ]

    private static let casts: [String: FieldReader.Cast] = ["beginningDatetime": .date, "endDatetime": .date]

    private static func create(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let body = try call.jsonBody()
        guard let offerNumber = try HumanizedID.decode(body["offerId"] ?? .null) else {
            throw .field("offerId", Sentences.requiredReference)
        }
        let offerID = Identifier<Offer>(offerNumber)
        let kind = call.service.read { state, _ in
            state.offers[offerID].flatMap { state.products[$0.productID] }?.kind
        }
        guard kind == .event else { throw .htmlNotFound }
        var fields = try FieldReader(body, casting: casts)
        guard let venueNumber = try HumanizedID.decode(body["venueId"] ?? .null) else { throw Sales.missingVenue }
        try requireEditor(person, ofVenue: Identifier(venueNumber), call)
        fields.require("beginningDatetime")
        fields.require("endDatetime")
        try fields.errors.throwIfAny()
        guard let begin = fields.date("beginningDatetime"), let end = fields.date("endDatetime") else {
            throw .technical
        }
        let command = Command.createOccurrence(by: .user(person), offerID, begin: begin, end: end)
        let view = try call.perform(command, sentences: Sales.dateWords) { state, events in
            events.lazy.compactMap { event in
                if case .occurrenceCreated(let occurrence) = event { occurrence } else { nil }
            }.first.map { DateView($0, in: state) }
        }
        guard let view else { throw .technical }
        return .json(.object(OccurrenceJSON.object(view)), status: 201)
    }

    /// The service looked at the venue that was sent and at nothing else; the domain looks at the offer's own as well.
    private static func requireEditor(
        _ person: Identifier<User>, ofVenue id: Identifier<Venue>, _ call: Call
    ) throws(WireError) {
        let mayEdit = call.service.read { state, _ in
            state.venues[id].map { state.canEdit(.user(person), $0.offererID) }
        }
        guard let mayEdit else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
    }

    private static func show(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedInOrKey()
        let id = try call.identifier("id", of: Occurrence.self)
        let view = call.service.read { state, _ in state.occurrences[id].map { DateView($0, in: state) } }
        guard let view else { throw .htmlNotFound }
        return .json(.object(OccurrenceJSON.object(view)))
    }

    private static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let id = try call.identifier("id", of: Occurrence.self)
        let body = try call.jsonBody()
        let mayEdit = call.service.read { state, _ in
            state.occurrences[id].flatMap { state.offererID(of: $0.offerID) }.map { state.canEdit(.user(person), $0) }
        }
        guard let mayEdit else { throw .htmlNotFound }
        guard mayEdit else { throw .forbiddenOfferer }
        let fields = try FieldReader(body, casting: casts)
        let command = Command.updateOccurrence(
            by: .user(person), id, begin: fields.date("beginningDatetime"), end: fields.date("endDatetime"))
        let view = try call.perform(command, sentences: Sales.dateWords) { state, _ in
            state.occurrences[id].map { DateView($0, in: state) }
        }
        guard let view else { throw .htmlNotFound }
        return .json(.object(OccurrenceJSON.object(view)))
    }

    private static func delete(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let id = try call.identifier("id", of: Occurrence.self)
        let occurrence = try call.perform(.deleteOccurrence(by: .user(person), id)) { state, _ in
            state.occurrences[id]
        }
        guard let occurrence else { throw .htmlNotFound }
        return .json(.object(OccurrenceJSON.object(occurrence)))
    }
}
