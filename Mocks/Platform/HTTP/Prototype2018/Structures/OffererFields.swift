// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The fields of a new structure (`contract 2018-12 §5.1`).
enum OffererFields {
    /// Reads them; what is wrong is added to the reader's errors.
    static func draft(_ reader: inout FieldReader) -> OffererDraft {
        let siren = reader.string("siren", max: 9)
        if siren?.unicodeScalars.count != 9 { reader.errors.add("siren", "Ce code SIREN est invalide") }
        let postalCode = reader.requiredString("postalCode", max: 6)
        if !isPostalCode(postalCode) { reader.errors.add("postalCode", "Ce code postal est invalide") }
        return OffererDraft(
            name: reader.requiredString("name", max: 140), siren: siren, address: reader.string("address", max: 200),
            postalCode: postalCode, city: reader.requiredString("city", max: 50), bankDetails: BankFields.read(&reader))
    }

    /// A digit, then a digit or the letter of a Corsican department, then three or four digits.
    private static func isPostalCode(_ text: String) -> Bool {
        let characters = Array(text)
        return (5...6).contains(characters.count) && characters[0].isASCIIDigit
            && (characters[1].isASCIIDigit || characters[1] == "A" || characters[1] == "B")
            && characters[2...].allSatisfy(\.isASCIIDigit)
    }
}
