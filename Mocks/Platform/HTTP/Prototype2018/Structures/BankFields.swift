// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The fields `iban` and `bic` of a structure or a venue (`contract 2018-12 §5.2`).
enum BankFields {
    /// Reads both, what is there standing for what the body leaves out.
    ///
    /// - Parameters:
    ///   - reader: the body; what is wrong is added to its errors.
    ///   - present: the bank details before the change, if any.
    /// - Returns: the bank details as they are to be, nothing for none.
    static func read(_ reader: inout FieldReader, present: BankDetails? = nil) -> BankDetailsDraft? {
        let iban = reader.contains("iban") ? reader.string("iban", max: 27) : present?.iban
        let bic = reader.contains("bic") ? reader.string("bic", max: 11) : present?.bic
        switch (iban.flatMap { $0.isEmpty ? nil : $0 }, bic.flatMap { $0.isEmpty ? nil : $0 }) {
        case (nil, nil): return nil
        case (let iban?, nil):
            check(iban: iban, &reader.errors)
            reader.errors.add("bic", "Le BIC es manquant")
            return nil
        case (nil, let bic?):
            check(bic: bic, &reader.errors)
            reader.errors.add("iban", "L'IBAN es manquant")
            return nil
        case (let iban?, let bic?):
            check(iban: iban, &reader.errors)
            check(bic: bic, &reader.errors)
            return BankDetailsDraft(iban: iban, bic: bic)
        }
    }

    /// Reads a change of bank details: nothing when the body names the same account, however it is spelt, so that what the team has
    /// accepted stays accepted, as it saw it.
    static func change(_ reader: inout FieldReader, present: BankDetails?) -> BankDetailsDraft?? {
        guard reader.contains("iban") || reader.contains("bic") else { return .none }
        let draft = read(&reader, present: present)
        return draft?.account == present?.account ? .none : .some(draft)
    }

    private static func check(iban: String, _ errors: inout FieldErrors) {
        if !IBAN.isValid(iban) { errors.add("iban", "L'IBAN saisi est invalide") }
    }

    private static func check(bic: String, _ errors: inout FieldErrors) {
        if !BIC.isValid(bic) {
            errors.add("bic", "Le BIC saisi est invalide")
        } else if !BIC.isKnown(bic) {
            errors.add("bic", "Le BIC saisi est inconnu")
        }
    }
}
