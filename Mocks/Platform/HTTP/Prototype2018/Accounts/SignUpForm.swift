// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The body of a sign-up, checked in the order of the contract (`contract 2018-12 §4.2` and `§4.3`).
struct SignUpForm {
    /// The password, strong enough.
    let password: String
    private(set) var reader: FieldReader
    private let body: JSONObject

    /// Checks what comes before all else: e-mail, consent, password, then dates.
    init(_ body: JSONObject) throws(WireError) {
        guard let email = body["email"], !email.isNull else { throw .field("email", "Vous devez renseigner un email.") }
        guard Self.isConsent(body["contact_ok"]) else {
            throw .field("contact_ok", "Vous devez obligatoirement cocher cette case.")
        }
        let password = body["password"] ?? .null
        guard !password.isNull, password != "" else {
            throw .field("password", "Vous devez renseigner un mot de passe.")
        }
        // Something else than a text made the service fail; it is not a strong password in any case.
        self.password = password.stringValue ?? ""
        try PasswordRule.check(self.password, field: "password")
        self.body = body
        reader = try FieldReader(body, casting: ["dateOfBirth": .date])
    }

    /// `true`, or that word in any case.
    private static func isConsent(_ value: JSONValue?) -> Bool {
        switch value {
        case .bool(let value): value
        case .string(let text): text.lowercased() == "true"
        default: false
        }
    }

    /// Whether the body names a structure, which is how the older route tells professionals (`contract 2018-12 §4.1`).
    var namesStructure: Bool { body["siren"] != nil }

    /// The SIREN as it will be kept, if it is a text.
    var siren: String? { body["siren"]?.stringValue?.trimmed }

    /// Reads the person.
    ///
    /// - Parameters:
    ///   - purpose: what the account is for.
    ///   - isTaken: whether another account has an e-mail.
    mutating func person(
        for purpose: SignUp.Purpose, validatedAtOnce: Bool, isTaken: (String) -> Bool
    ) -> SignUp {
        let email = reader.requiredString("email", max: 120)
        if isTaken(email) { reader.errors.add("email", "Un compte lié à cet email existe déjà") }
        ProfileRoutes.checkEmail(email, &reader.errors)
        let publicName = ProfileRoutes.publicName(&reader)
        return SignUp(
            purpose: purpose, email: email, passwordHash: "", publicName: publicName,
            firstName: reader.string("firstName", max: 35), lastName: reader.string("lastName", max: 35),
            postalCode: reader.string("postalCode", max: 5), phoneNumber: reader.string("phoneNumber", max: 20),
            dateOfBirth: reader.date("dateOfBirth"), isValidatedAtOnce: validatedAtOnce)
    }

    /// Reads the structure, of which nothing is checked when the SIREN is known: the person joins that structure then.
    mutating func structure(isKnown: Bool) -> OffererDraft {
        var structureReader = reader
        structureReader.errors = FieldErrors()
        let draft = OffererFields.draft(&structureReader)
        if !isKnown { reader.errors.merge(structureReader.errors) }
        return draft
    }

    /// Throws what was found wrong with the fields.
    func finish() throws(WireError) { try reader.errors.throwIfAny() }
}
