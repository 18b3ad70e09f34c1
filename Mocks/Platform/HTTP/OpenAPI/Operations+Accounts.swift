// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §4`.
extension Operations {
    private static let signUp: [Reply] = [
        .json(201, .ref("User"), "The account; a mail validates its address."), wrongFields,
    ]

    /// Accounts.
    static let accounts: [Operation] = [
        Operation(
            "POST", "/users/signup/webapp", "Signs a young person up · Inscrit un jeune", tag: "Accounts",
            access: .open, body: .json(.ref("NewAccount")), signUp),
        Operation(
            "POST", "/users/signup/pro", "Signs a professional up, with a structure · Inscrit un professionnel",
            tag: "Accounts", access: .open, body: .json(.ref("NewProfessional")), signUp),
        Operation(
            "POST", "/users/signup", "The older sign-up: valid and signed in at once · L'ancienne inscription",
            tag: "Accounts", access: .open, body: .json(.ref("NewAccount")),
            [.json(201, .ref("User"), "The account, signed in.").with("Set-Cookie"), wrongFields]),
        Operation(
            "GET", "/validate/user/{token}", "Validates an e-mail address · Valide une adresse", tag: "Accounts",
            access: .open, [.json(202, .exactly([])), .errors(404, "Unknown or used: `Ce lien est invalide`.")]),
        Operation(
            "POST", "/users/signin", "Signs in · Connexion", tag: "Accounts", access: .open,
            body: .json(
                .object([("identifier", .string), ("password", .string)], required: ["identifier", "password"])),
            [
                .json(200, .ref("SignedInUser"), "Signed in.").with("Set-Cookie"),
                .errors(401, "Unknown, not validated, or not the password."),
            ]),
        Operation(
            "GET", "/users/signout", "Signs out · Déconnexion", tag: "Accounts",
            [.json(200, .exactly([("global", .only("Deconnecté"))]), "Done: a text, not a list.")]),
        Operation(
            "GET", "/users/current", "Who is signed in · Qui est connecté", tag: "Accounts",
            [.json(200, .ref("SignedInUser"))]),
        Operation(
            "PATCH", "/users/current", "Changes one's own account · Modifie son compte", tag: "Accounts",
            access: .signedInOrKey,
            body: .json(
                .object([
                    ("email", .string), ("publicName", .string), ("postalCode", .string.orNull),
                    ("phoneNumber", .string.orNull), ("departementCode", .string.orNull),
                ]).closed),
            [.json(200, .ref("SignedInUser")), wrongFields]),
        Operation(
            "POST", "/users/current/change-password", "Changes one's password · Change son mot de passe",
            tag: "Accounts",
            body: .json(
                .object(
                    [("oldPassword", .string), ("newPassword", .string)], required: ["oldPassword", "newPassword"])),
            [.empty(), wrongFields]),
        Operation(
            "POST", "/users/reset-password", "Mails a link for a forgotten password · Mot de passe oublié",
            tag: "Accounts", access: .open, body: .json(.object([("email", .string)], required: ["email"])),
            [.empty(204, "Done, whether the address is known or not."), wrongFields]),
        Operation(
            "POST", "/users/new-password", "Replaces a forgotten password · Remplace le mot de passe",
            tag: "Accounts", access: .open,
            body: .json(.object([("token", .string), ("newPassword", .string)], required: ["token", "newPassword"])),
            [.empty(), wrongFields]),
    ]
}
