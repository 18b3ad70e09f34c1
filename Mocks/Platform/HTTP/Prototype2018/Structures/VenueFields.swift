// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The fields of a venue (`contract 2018-12 §5.3`).
struct VenueFields {
    /// The body, with what was found wrong.
    var reader: FieldReader

    /// Casts coordinates and identifiers.
    init(_ body: JSONObject) throws(WireError) {
        reader = try FieldReader(
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

    /// Address, contact and number of a new venue; the SIRET must belong to the structure.
    mutating func details(of offerer: Offerer?) -> VenueDetails {
        let siret = siret(of: offerer)
        return details(siret: siret, present: VenueDetails())
    }

    /// Address, contact and number after a change: what the body leaves out stays, and the SIRET in any case.
    mutating func details(changing venue: Venue) -> VenueDetails {
        var present = VenueDetails()
        present.comment = venue.comment
        present.bookingEmail = venue.bookingEmail
        present.address = venue.address
        present.postalCode = venue.postalCode
        present.city = venue.city
        present.latitude = venue.latitude
        present.longitude = venue.longitude
        return details(siret: venue.siret, present: present)
    }

    private mutating func details(siret: String?, present: VenueDetails) -> VenueDetails {
        var details = present
        details.siret = siret
        if reader.contains("comment") { details.comment = reader.string("comment") }
        if reader.contains("bookingEmail") { details.bookingEmail = reader.string("bookingEmail", max: 120) }
        if reader.contains("address") { details.address = reader.string("address", max: 200) }
        if reader.contains("city") { details.city = reader.string("city", max: 50) }
        if reader.contains("postalCode") {
            details.postalCode = reader.string("postalCode", max: 6)
            if let postalCode = details.postalCode, postalCode.unicodeScalars.count != 5 {
                reader.errors.add("postalCode", "Ce code postal est invalide")
            }
        }
        if reader.contains("latitude") { details.latitude = reader.scaled("latitude", digits: 5) }
        if reader.contains("longitude") { details.longitude = reader.scaled("longitude", digits: 5) }
        return details
    }

    private mutating func siret(of offerer: Offerer?) -> String? {
        guard let siret = reader.string("siret", max: 14) else { return nil }
        if siret.unicodeScalars.count != 14 {
            reader.errors.add("siret", "Ce code SIRET est invalide : \(siret)")
        }
        guard let offerer else { return siret }
        guard let siren = offerer.siren else {
            reader.errors.add("siren", Sentences.structureWithoutSIREN)
            return siret
        }
        if !siret.hasPrefix(siren) { reader.errors.add("siret", Sentences.siretOfAnotherStructure) }
        return siret
    }
}
