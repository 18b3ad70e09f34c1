// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The RIB of a structure or of a venue, filed and read by the administrator (`guide G30`). The service had none of these routes:
/// under `observed` they are not there.
enum RIBRoutes {
    /// The routes.
    static let routes = [
        Route("POST", "/offerers/{id}/rib") { call async throws(WireError) in try await file(call, offerer) },
        Route("GET", "/offerers/{id}/rib") { call throws(WireError) in try show(call, offerer) },
        Route("POST", "/venues/{id}/rib") { call async throws(WireError) in try await file(call, venue) },
        Route("GET", "/venues/{id}/rib") { call throws(WireError) in try show(call, venue) },
    ]

    private typealias Reading = @Sendable (Call) throws(WireError) -> Payee

    private static let offerer: Reading = { call throws(WireError) in
        .offerer(try call.identifier("id", of: Offerer.self))
    }

    private static let venue: Reading = { call throws(WireError) in .venue(try call.identifier("id", of: Venue.self)) }

    private static func file(_ call: Call, _ payee: Reading) async throws(WireError) -> Answer {
        let payee = try administered(call, payee)
        let file = try RIBForm(call)
        let digest = await WorkPool.run { Digest.sha256(file.bytes) }
        let rib = RIB(form: file.form, byteCount: file.bytes.count, digest: digest, filedAt: call.service.now())
        let isAccepted = try call.perform(
            .fileRIB(by: call.caller.actor, payee, rib),
            sentences: { $0 == .noBankDetails ? .field("rib", "Saisissez d'abord l'IBAN et le BIC") : nil },
            then: { state, _ in state.bankDetails(of: payee)?.isAccepted ?? false })
        call.service.storeRIB(file.bytes, digest: digest, of: payee)
        return .json(.object(json(rib, of: payee).adding(["isAccepted": .bool(isAccepted)])), status: 201)
    }

    private static func show(_ call: Call, _ payee: Reading) throws(WireError) -> Answer {
        try answer(call.service.ribFile(of: administered(call, payee)))
    }

    /// The file as a browser shows it, or the page that says that there is none.
    static func answer(_ file: (bytes: [UInt8], type: String)?) throws(WireError) -> Answer {
        guard let file else { throw .htmlNotFound }
        var answer = Answer.image(file.bytes, type: file.type)
        answer.headers = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        return answer
    }

    /// What is told of a RIB.
    static func json(_ rib: RIB, of payee: Payee) -> JSONObject {
        [
            key(of: payee): id(of: payee), "type": .string(rib.form.rawValue),
            "byteCount": WireJSON.integer(Int64(rib.byteCount)), "sha256": .string(rib.digest),
            "filedAt": WireJSON.date(rib.filedAt),
        ]
    }

    /// The key that says whose it is.
    static func key(of payee: Payee) -> String {
        switch payee {
        case .offerer: "offererId"
        case .venue: "venueId"
        }
    }

    /// Whose it is.
    static func id(of payee: Payee) -> JSONValue {
        switch payee {
        case .offerer(let id): WireJSON.id(id)
        case .venue(let id): WireJSON.id(id)
        }
    }

    /// The account that the path names, for the administrator of its structure; rights before existence, as with the structure.
    private static func administered(_ call: Call, _ payee: Reading) throws(WireError) -> Payee {
        guard call.service.read({ state, _ in state.rules.hasRIB }) else { throw .htmlNotFound }
        let person = try call.signedIn()
        let payee = try payee(call)
        try call.service.read { state, _ throws(WireError) in
            guard let offererID = state.offererID(of: payee) else { throw .htmlNotFound }
            guard state.rights(of: person, on: offererID) == .admin else { throw .forbiddenOfferer }
            guard state.offerers[offererID] != nil else { throw .htmlNotFound }
        }
        return payee
    }
}
