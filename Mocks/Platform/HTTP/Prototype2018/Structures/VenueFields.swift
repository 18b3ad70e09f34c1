// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The fields of a venue (`contract 2018-12 §5.3`).
struct VenueFields {
    /// The body, with what was found wrong.
    var reader: FieldReader

    /// Starts from a reader made by ``reader(_:)``.
    init(_ reader: FieldReader) {
        self.reader = reader
    }

    /// A reader of a venue's body.
    static func reader(_ body: JSONObject) throws(WireError) -> FieldReader {
        try FieldReader(
            body, casting: ["latitude": .decimal, "longitude": .decimal], references: ["managingOffererId"])
    }

    /// Whether Python took a value for true: the service looked at some fields only then.
    static func isTruthy(_ value: JSONValue?) -> Bool {
        switch value {
        case nil, .null: false
        case .bool(let value): value
        case .number(let number): number.scaled(18, rounding: .towardZero) != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let object): !object.isEmpty
        }
    }

    /// The name.
    mutating func name() -> String {
        reader.requiredString("name", max: 140)
    }

    /// Address, contact and number.
    ///
    /// - Parameters:
    ///   - present: the venue before the change: what the body leaves out stays, and the SIRET stays in any case.
    ///   - offerer: the structure that the SIRET must belong to, for a new venue.
    mutating func details(present: Venue?, offerer: Offerer?) -> VenueDetails {
        var details = VenueDetails()
        details.siret = present.map(\.siret) ?? siret(of: offerer)
        details.comment = text("comment", present: present?.comment)
        details.bookingEmail = text("bookingEmail", max: 120, present: present?.bookingEmail)
        details.address = text("address", max: 200, present: present?.address)
        details.postalCode = text("postalCode", max: 6, present: present?.postalCode)
        if let postalCode = details.postalCode, postalCode.unicodeScalars.count != 5 {
            reader.errors.add("postalCode", "Ce code postal est invalide")
        }
        details.city = text("city", max: 50, present: present?.city)
        details.latitude = reader.contains("latitude") ? reader.scaled("latitude", digits: 5) : present?.latitude
        details.longitude = reader.contains("longitude") ? reader.scaled("longitude", digits: 5) : present?.longitude
        return details
    }

    private mutating func text(_ key: String, max: Int? = nil, present: String?) -> String? {
        reader.contains(key) ? reader.string(key, max: max) : present
    }

    private mutating func siret(of offerer: Offerer?) -> String? {
        guard let siret = reader.string("siret", max: 14) else { return nil }
        if siret.unicodeScalars.count != 14 {
            reader.errors.add("siret", "Ce code SIRET est invalide : \(siret)")
        }
        guard let offerer else { return siret }
        guard let siren = offerer.siren else {
            reader.errors.add(
                "siren",
                "Ce lieu ne peut enregistrer de SIRET car la structure associée n'a pas deSIREN renseigné")
            return siret
        }
        if !siret.hasPrefix(siren) {
            reader.errors.add("siret", "Le code SIRET doit correspondre à un établissement de votre structure")
        }
        return siret
    }
}
