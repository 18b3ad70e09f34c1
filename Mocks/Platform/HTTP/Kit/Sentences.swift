// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The contract's sentences about fields, to the letter (`contract 2018-12 §1.2` and `§1.3`).
enum Sentences {
    /// A required column that is null.
    static let required = "Cette information est obligatoire"
    /// A required foreign key that is null.
    static let requiredReference = "Ce champ est obligatoire"
    /// Something else in a column of text.
    static let string = "doit être une chaîne de caractères"
    /// Something else in a column of integers.
    static let integer = "doit être un entier"
    /// Something else in a column of truth values: the service had no sentence for it.
    static let boolean = "doit être un booléen"
    /// Something else where a list belongs: the service had no sentence for it.
    static let list = "doit être une liste"
    /// A text that is no date.
    static let dateForm = "Format de date invalide"
    /// A text that is no number.
    static let numberForm = "Saisissez un nombre valide"
    /// A value that must be unique and is not.
    static let taken = "Une entrée avec cet identifiant existe déjà dans notre base de données"
    /// A reference to nothing.
    static let unknownReference = "Aucun objet ne correspond à cet identifiant dans notre base de données"

    /// A SIRET that does not start with the structure's SIREN.
    static let siretOfAnotherStructure =
        "Le code SIRET doit correspondre à un établissement de votre structure"
    /// A SIRET for a structure without SIREN; the missing blank was the service's (`contract 2018-12 §5.3`).
    static let structureWithoutSIREN =
        "Ce lieu ne peut enregistrer de SIRET car la structure associée n'a pas deSIREN renseigné"

    /// A text longer than its column.
    static func longest(_ limit: Int) -> String { "Vous devez saisir moins de \(limit) caractères" }
}
