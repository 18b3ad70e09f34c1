// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what holds on every route: origin, identification, ids, dates, errors, hostile input.
enum ConventionRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-CV-001 | MUST | platform | contract 2018-12 §1.4 | {"global":["Header non autorisé"]} | - | -
        PC-CV-002 | MUST | platform | contract 2018-12 §1.4 | {"global":["Authentification nécessaire"]} | - | -
        PC-CV-003 | SHOULD | platform | contract 2018-12 §1.4 | plain text `API key or login required` | - | -
        PC-CV-004 | MUST | platform | contract 2018-12 §1.1 | {"global":["La page que vous recherchez n'existe pas"]} | - | -
        PC-CV-005 | MUST | platform | contract 2018-12 §1.4 | well-formed but unknown id via `load_or_404`/`first_or_404` | - | -
        PC-CV-006 | MUST | platform | contract 2018-12 §1.4 | HTML `405 Method Not Allowed` [L] | - | -
        PC-CV-007 | MUST | platform | contract 2018-12 §1.4 | malformed JSON with `Content-Type: application/json` | - | -
        PC-CV-008 | SHOULD | platform | contract 2018-12 §1.4 | plain text `JSON data expected` (text/html) [L] | - | -
        PC-CV-009 | MUST | platform | contract 2018-12 appendix | no 500 (a clean 4xx in the contract's form) | wrong types in a body | -
        PC-CV-010 | MUST | platform | contract 2018-12 appendix | no 500 (a clean 4xx in the contract's form) | bodies of 10 MB | -
        PC-CV-011 | MUST | platform | contract 2018-12 appendix | no 500 (a clean 4xx in the contract's form) | broken UTF-8 in a path, a query or a body | -
        PC-CV-012 | MUST | platform | contract 2018-12 appendix | no 500 (a clean 4xx in the contract's form) | hostile headers | -
        PC-CV-013 | MUST | platform | contract 2018-12 §1.2 | Format de date invalide | - | -
        PC-CV-014 | MUST | platform | contract 2018-12 §1.2 | ISO-8601 `isoformat()+"Z"`: microseconds printed only when non-zero | - | -
        PC-CV-015 | MUST | platform | contract 2018-12 §1.2 | JSON numbers with 2 decimals | - | -
        PC-CV-016 | MUST | platform | contract 2018-12 §1.1 | Resulting output alphabet (32 symbols) | - | -
        PC-CV-017 | SHOULD | platform | contract 2018-12 §1.1 | all 1 (unused trailing bits ignored → **aliases**) | - | -
        PC-CV-018 | MUST | platform | contract 2018-12 appendix | no security hole of items 20-21 | no account makes itself an administrator | -
        PC-CV-019 | MUST | platform | contract 2018-12 appendix | no security hole of items 20-21 | nobody reads another person's booking | -
        PC-CV-020 | MUST | platform | contract 2018-12 appendix | no security hole of items 20-21 | no rights on somebody else's structure, venue or offer | -
        PC-CV-021 | SHOULD | platform | contract 2018-12 §1.7 | `session` (signed, `Secure; HttpOnly; Path=/`) | - | -
        PC-CV-022 | SHOULD | platform | contract 2018-12 §1.6 | Any origin is echoed in `Access-Control-Allow-Origin` | - | -
        PC-CV-023 | MUST | platform | contract 2018-12 §1.2 | silently ignored; `id` in body ignored | - | -
        PC-CV-024 | SHOULD | platform | contract 2018-12 §1.2 | stripped of surrounding blanks on input | - | -
        PC-CV-025 | MUST | platform | contract 2018-12 §1.2 | `application/json` (no charset) | - | -
        """#
}
