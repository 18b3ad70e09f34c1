// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about the countermark routes: reading (GET) and validating (PATCH).
enum CountermarkRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-CM-001 | MUST | platform | countermark document (23) | + Response 204 (application/json) pour une contremarque valide | - | -
        PC-CM-002 | MUST | platform | countermark document (23) | Vous devez préciser l\'email de l\'utilisateur quand vous n\'êtes pas connecté(e) | the caller is not signed in | -
        PC-CM-003 | MUST | platform | countermark document (23) | Ce coupon n'a pas été trouvé | the observed service says "Cette contremarque n'a pas été trouvée" | -
        PC-CM-004 | MUST | platform | contract 2018-12 §2 | e-mail **exact, case-sensitive, not trimmed** | - | -
        PC-CM-005 | MUST | platform | contract 2018-12 §2.1 | no booking for (token [, email] [, offer_id]) | - | -
        PC-CM-006 | MUST | platform | contract 2018-12 §2.1 | `offer_id` not decodable | - | -
        PC-CM-007 | SHOULD | platform | contract 2018-12 §2 | (exact names; `offerId` is ignored [L]) | - | -
        PC-CM-008 | MUST | platform | countermark document (23) | url-encodé (email+test@exemple.fr devient email%2Btest%40exemple.fr) | - | -
        PC-CM-009 | MUST | platform | contract 2018-12 §2.1 | 200 body (bookings.py:167-187): `bookingId` (humanized), `date` (ISO or `null` for things), `email` | the caller is signed in with rights on the structure | -
        PC-CM-010 | MUST | platform | contract 2018-12 §2.1 | anonymous, or logged in without rights | - | -
        PC-CM-011 | MUST | platform | countermark document (23) | Cette réservation a déjà été validée | - | -
        PC-CM-012 | MUST | platform | contract 2018-12 §2.1 | {"booking":["Cette réservation a été annulée"]} | - | -
        PC-CM-013 | SHOULD | platform | contract 2018-12 §2.3 | used is tested first | - | -
        PC-CM-014 | MUST | platform | countermark document (23) | + Response 204 (application/json) pour une validation réussie | - | -
        PC-CM-015 | MUST | platform | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | - | -
        PC-CM-016 | MUST | platform | countermark document (23) | L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>] | the caller is not signed in; key global (documented) or email (observed) | -
        PC-CM-017 | MUST | platform | countermark document (23) | L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>] | the caller is not signed in; key global (documented) or offer_id (observed) | -
        PC-CM-018 | MUST | platform | countermark document (23) | Cette contremarque n'a pas été trouvée | - | -
        PC-CM-019 | MUST | platform | countermark document (23) | Cette réservation a été annulée | - | -
        PC-CM-020 | MUST | platform | contract 2018-12 §2.2 | Logged-in pro needs neither e-mail nor offer_id; if he supplies them they must match (404). | - | -
        PC-CM-021 | MUST | platform | contract 2018-12 §2.2 | Cette structure n'est pas enregistrée chez cet utilisateur. | the caller is signed in without rights on the structure | -
        PC-CM-022 | SHOULD | platform | contract 2018-12 §2.2 | **checked before missing-parameter errors and before authentication** | - | -
        PC-CM-023 | MUST | platform | contract 2018-12 §2.1 | {"password":["Mot de passe incorrect"]} | Basic authentication is used | -
        PC-CM-024 | MUST | platform | contract 2018-12 §2 | token **exact, case-sensitive** | - | -
        PC-CM-025 | MUST | platform | guide (text), bookings | créé en temps réel afin d'être lié à une offre unique et un utilisateur unique | - | -
        PC-CM-026 | MUST | platform | guide (text), bookings | un code à 6 chiffres et lettres | - | -
        PC-CM-027 | SHOULD | platform | contract 2018-12 §3 | `^(?:(?!AA)[A-HJ-NP-Z2-9][AE9MQUY4]){3}$` | - | -
        PC-CM-028 | MUST | platform | contract 2018-12 §2 | No body needed, no `Origin` needed. | - | -
        PC-CM-029 | SHOULD | platform | contract 2018-12 §2.2 | The body is never parsed (garbage with a JSON content type still 204 [L]). | - | -
        PC-CM-030 | MUST | platform | contract 2018-12 §2.2 | validation is possible before, during and after the event | needs a clock that can be moved | -
        PC-CM-031 | MAY | platform | contract 2018-12 §2 | Repeated parameter: first wins [L]. | - | -
        PC-CM-032 | SHOULD | platform | contract 2018-12 §2 | id aliases accepted (`A5` for `A4` [L]) | - | -
        PC-CM-033 | SHOULD | platform | contract 2018-12 §2 | so `offer_id=` and `offer_id=AA` mean "absent" [L] | - | -
        PC-CM-034 | SHOULD | platform | contract 2018-12 §1.7 | routes match with or without (app.py:41) [L] | - | -
        """#
}
