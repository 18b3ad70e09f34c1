// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a password must be (`contract 2018-12 §4.2`).
enum PasswordRule {
    /// What people are told when it is not.
    static let sentence =
        "Le mot de passe doit faire au moins 12 caractères et contenir à minima 1 majuscule, 1 minuscule, 1 chiffre "
        + "et 1 caractère spécial parmi _-&?~#|^@=+.$,<>%*!:;"

    private static let special = Set("#~|=;:,+><?!@$%^&*_.-".unicodeScalars)

    /// Whether a password is strong enough: twelve characters, and of four kinds at least one each. Letters with accents count
    /// towards the length only.
    static func accepts(_ password: String) -> Bool {
        let scalars = password.unicodeScalars
        return scalars.count >= 12
            && scalars.contains { ("A"..."Z").contains($0) }
            && scalars.contains { ("a"..."z").contains($0) }
            && scalars.contains { ("0"..."9").contains($0) }
            && scalars.contains { special.contains($0) }
    }

    /// Refuses a weak password, as the value of a field.
    static func check(_ password: String, field: String) throws(WireError) {
        guard accepts(password) else { throw .field(field, sentence) }
    }
}
