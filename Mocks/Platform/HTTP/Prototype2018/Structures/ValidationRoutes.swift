// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The links in the mails to the pass Culture team (`contract 2018-12 §5.4`).
enum ValidationRoutes {
    private static let missingToken = WireError.field("token", "Vous devez fournir un jeton de validation")

    /// `GET /validate?modelNames=A,B&token=T`.
    static func structures(_ call: Call) throws(WireError) -> Answer {
        guard let token = call.query("token"), !token.isEmpty else { throw missingToken }
        guard let names = call.query("modelNames"), !names.isEmpty else {
            throw .field("modelNames", "Vous devez fournir des noms de classes")
        }
        // A name that is none made the service fail: here it matches nothing.
        let kinds = Set(names.split(separator: ",").compactMap { ValidatedKind(rawValue: $0.trimmed) })
        let nothing = WireError(
            .text(
                "Aucun(e) objet ne correspond à ce code de validation ou l'objet est déjà validé", status: 404)
        ).hinting(.usedLink)
        guard !kinds.isEmpty else { throw nothing }
        try call.perform(.validateStructures(kinds: kinds, token: token)) { $0 == .unknownLink ? nothing : nil }
        return .text("Validation effectuée", status: 202)
    }

    /// `GET /validate/venue/?token=T`.
    static func venue(_ call: Call) throws(WireError) -> Answer {
        guard let token = call.query("token"), !token.isEmpty else { throw missingToken }
        try call.perform(.validateVenue(token: token)) { refusal in
            refusal == .unknownLink ? .field("token", "Jeton inconnu", status: 404).hinting(.usedLink) : nil
        }
        return .text("Validation effectuée", status: 202)
    }
}
