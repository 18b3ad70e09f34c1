// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The body of a sign-up, checked in the order of the contract (`contract 2018-12 §4.2` and `§4.3`).
struct SignUpForm {
    /// What the platform knows already of what the body names.
    struct Known: Sendable {
        /// Whether another account has the e-mail.
        var isEmailTaken: Bool
        /// Whether a structure has the SIREN: the person joins it then, and nothing is checked of its data.
        var isStructureKnown: Bool
        /// Whether only a named administrator may enter bank details, which somebody who signs up is not.
        var hasOneAdministrator: Bool
        /// Whether every field of the portal's sign-up must be filled in.
        var needsAllFields: Bool
    }

    /// The password, strong enough.
    let password: String
    private let body: JSONObject
    private var reader: FieldReader

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

    /// Looks up what the body names.
    func known(in state: PlatformState) -> Known {
        let email = body["email"]?.stringValue?.trimmed
        let siren = body["siren"]?.stringValue?.trimmed
        return Known(
            isEmailTaken: email.flatMap { state.user(email: $0) } != nil,
            isStructureKnown: siren.flatMap { state.offerer(siren: $0) } != nil,
            hasOneAdministrator: state.rules.oneAdministrator, needsAllFields: state.rules.signUpFieldsAreMandatory)
    }

    /// Reads the account.
    ///
    /// - Throws: 400 with all that is wrong with the fields of person and structure.
    mutating func account(
        isProfessional: Bool, isValidatedAtOnce: Bool, known: Known
    ) throws(WireError) -> SignUp {
        let email = reader.requiredString("email", max: 120)
        if known.isEmailTaken { reader.errors.add("email", "Un compte lié à cet email existe déjà") }
        ProfileRoutes.checkEmail(email, &reader.errors)
        if isProfessional, !isValidatedAtOnce, known.needsAllFields { requireAllFields() }
        let account = SignUp(
            purpose: .young, email: email, passwordHash: "", publicName: ProfileRoutes.publicName(&reader),
            firstName: reader.string("firstName", max: 35), lastName: reader.string("lastName", max: 35),
            postalCode: reader.string("postalCode", max: 5), phoneNumber: reader.string("phoneNumber", max: 20),
            dateOfBirth: reader.date("dateOfBirth"), isValidatedAtOnce: isValidatedAtOnce)
        var professional = account
        if isProfessional { professional.purpose = .professional(structure(known)) }
        try reader.errors.throwIfAny()
        return professional
    }

    /// All fields of the portal's form are mandatory (`guide G7`); the older route is not the portal's.
    private mutating func requireAllFields() {
        if body["email"]?.stringValue?.trimmed.isEmpty == true {
            reader.errors.add("email", "Vous devez renseigner un email.")
        }
        for key in ["lastName", "firstName"] {
            let name = body[key] ?? .null
            if name.isNull || name.stringValue?.trimmed.isEmpty == true { reader.errors.add(key, Sentences.required) }
        }
    }

    private mutating func structure(_ known: Known) -> OffererDraft {
        let ofPerson = reader.errors
        reader.errors = FieldErrors()
        var draft = OffererFields.draft(&reader)
        let ofStructure = reader.errors
        reader.errors = ofPerson
        if !known.isStructureKnown { reader.errors.merge(ofStructure) }
        // `guide G29`: the administrator enters them once named.
        if known.hasOneAdministrator { draft.bankDetails = nil }
        return draft
    }
}
