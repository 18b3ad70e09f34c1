// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Structures (`contract 2018-12 §5.1`).
enum OffererRoutes {
    private static let changeable: Set = ["iban", "bic", "isActive"]

    /// `GET /offerers/{id}`; rights are judged before existence, so that only the team learns what does not exist.
    static func show(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Offerer.self)
        let view = try call.service.read { state, _ throws(WireError) in
            guard state.rights(of: person, on: id) != nil else { throw .forbiddenOfferer }
            guard let offerer = state.offerers[id] else { throw .htmlNotFound }
            return OffererView(offerer, in: state)
        }
        return .json(OffererJSON.object(view))
    }

    /// `POST /offerers`.
    static func create(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedInOrKey()
        var reader = try FieldReader(call.jsonBody())
        let draft = OffererFields.draft(&reader)
        try reader.errors.throwIfAny()
        let view: OffererView? = try call.perform(.createOfferer(by: call.caller.actor, draft)) { state, events in
            events.lazy.compactMap { if case .offererCreated(let offerer) = $0 { offerer.id } else { nil } }.first
                .flatMap { state.offerers[$0] }.map { OffererView($0, in: state) }
        }
        guard let view else { throw .technical }
        return .json(OffererJSON.object(view), status: 201)
    }

    /// `PATCH /offerers/{id}`: bank details and activity, by the administrator.
    static func update(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedInOrKey()
        let body = try call.jsonBody()
        let id = try call.identifier("id", of: Offerer.self)
        let present = try call.service.read { state, _ throws(WireError) in
            guard state.rights(of: person, on: id) == .admin else {
                let isEditor = state.rights(of: person, on: id) != nil
                throw WireError.forbiddenOfferer.hinting(isEditor ? .administratorOnly : .noRights)
            }
            guard let offerer = state.offerers[id] else { throw .htmlNotFound }
            return offerer.bankDetails
        }
        let changes = try changes(body, present: present)
        let view: OffererView? = try call.perform(.updateOfferer(by: call.caller.actor, id, changes)) { state, _ in
            state.offerers[id].map { OffererView($0, in: state) }
        }
        guard let view else { throw .htmlNotFound }
        return .json(OffererJSON.object(view))
    }

    private static func changes(_ body: JSONObject, present: BankDetails?) throws(WireError) -> OffererChanges {
        var errors = FieldErrors()
        for key in body.keys where !changeable.contains(key) {
            errors.add(key, "Vous ne pouvez pas modifier ce champ")
        }
        try errors.throwIfAny()
        var reader = try FieldReader(body)
        var changes = OffererChanges()
        changes.bankDetails = BankFields.change(&reader, present: present)
        changes.isActive = reader.bool("isActive")
        try reader.errors.throwIfAny()
        return changes
    }
}
