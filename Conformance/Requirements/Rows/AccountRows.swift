// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about accounts: sign-up, mail link, sign-in, profile.
enum AccountRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-AC-001 | MUST | platform | guide (text), account | La création de votre compte est gratuite et sans engagement, et ne nécessite qu'un numéro de SIREN. | - | -
        PC-AC-002 | MUST | platform | contract 2018-12 §1.3 | Cette information est obligatoire | a mandatory field is missing | -
        PC-AC-003 | MUST | platform | contract 2018-12 §4.2 | Vous devez obligatoirement cocher cette case. | - | -
        PC-AC-004 | MUST | platform | contract 2018-12 §4.2 | Le mot de passe doit faire au moins 12 caractères et contenir à minima 1 majuscule, 1 minuscule, 1 chiffre et 1 caractère spécial parmi _-&?~#|^@=+.$,<>%*!:; | - | -
        PC-AC-005 | MUST | platform | contract 2018-12 §4.3 | Un compte lié à cet email existe déjà | - | -
        PC-AC-006 | MUST | platform | contract 2018-12 §4.3 | **`Le-mail doit contenir un @.`** | - | -
        PC-AC-007 | MUST | platform | contract 2018-12 §5.1 | Ce code SIREN est invalide | - | -
        PC-AC-008 | MUST | platform | contract 2018-12 §4.5 | {"identifier":["Ce compte n'est pas validé."]} | before the link of the mail was followed | -
        PC-AC-009 | MUST | platform | contract 2018-12 §4.1 | unknown/used token: 404 `{"global":["Ce lien est invalide"]}` | - | -
        PC-AC-010 | MUST | platform | integration document (24) | Les comptes "jeune" sont automatiquement crédités de 499€. | 499.99 in the observed service | -
        PC-AC-011 | MUST | platform | contract 2018-12 §4.6 | "expenses":{"all":{"max":500,"actual":N},"physical":{"max":100,"actual":N},"digital":{"max":200,"actual":N}} | - | -
        PC-AC-012 | MUST | platform | contract 2018-12 §4.5 | {"identifier":["Identifiant incorrect"]} | - | -
        PC-AC-013 | MUST | platform | contract 2018-12 §1.7 | deletes it → replayed cookie = 401 | - | -
        PC-AC-014 | MUST | platform | contract 2018-12 §1.7 | `Authorization: Basic email:password` | - | -
        PC-AC-015 | MUST | platform | contract 2018-12 §4.1 | any other → 400 `{"<key>":["Vous ne pouvez pas changer cette information"]}` | - | -
        PC-AC-016 | MUST | platform | guide (text), account | Vous pourrez vous y connecter avec vos identifiants pass Culture Pro, une fois votre compte pass Culture Pro validé. | - | -
        PC-AC-017 | SHOULD | platform | contract 2018-12 §4.1 | 201 + session cookie (immediately logged in, account already validated) | - | -
        PC-AC-018 | MUST | platform | contract 2018-12 §4.6 | never `password`, `validationToken`, `resetPasswordToken*` | - | -
        PC-AC-019 | SHOULD | platform | contract 2018-12 §4.7 | Votre ancien mot de passe est incorrect | - | -
        PC-AC-020 | SHOULD | platform | contract 2018-12 §4.1 | 204 whether or not known | - | -
        PC-AC-021 | MUST | platform | contract 2018-12 §4.1 | 201 user JSON, **no cookie** | - | -
        PC-AC-022 | MUST | platform | guide (text), account | * Champs obligatoires | last name and first name at the portal's sign-up; optional in the observed service | -
        """#
}
