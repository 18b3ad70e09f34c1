// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// An answer that ends a route's work early: thrown by handlers and answered as it is.
package struct WireError: Error, Sendable {
    /// The answer.
    package let answer: Answer

    /// Creates an error from its answer.
    package init(_ answer: Answer) {
        self.answer = answer
    }

    /// The contract's usual form, `{"field": ["sentence"]}`.
    package static func fields(_ pairs: [(field: String, message: String)], status: Int = 400) -> WireError {
        var object = JSONObject()
        for (field, message) in pairs where object[field] == nil { object[field] = .array([.string(message)]) }
        return WireError(.json(.object(object), status: status))
    }

    /// The contract's usual form for one field.
    package static func field(_ field: String, _ message: String, status: Int = 400) -> WireError {
        fields([(field, message)], status: status)
    }

    /// A sentence about no field in particular.
    package static func global(_ message: String, status: Int = 400) -> WireError {
        field("global", message, status: status)
    }
}

// MARK: - The sentences of many routes (`contract 2018-12 §1.3` and `§1.4`)

extension WireError {
    /// 400: what the service said when its database refused a row for a reason without a sentence of its own.
    package static let technical = global(
        "Une erreur technique s'est produite. Elle a été notée, et nous allons investiguer au plus vite.")

    /// 401: nobody is signed in.
    package static let notSignedIn = global("Authentification nécessaire", status: 401).hinting(.nobody)

    /// 403, in plain text: nobody is signed in, on a route meant for API keys too.
    package static let keyOrLogInRequired = WireError(.text("API key or login required", status: 403)).hinting(.nobody)

    /// 403: no rights on the structure.
    package static let forbiddenOfferer = global(
        "Cette structure n'est pas enregistrée chez cet utilisateur.", status: 403
    ).hinting(.noRights)

    /// 404, in JSON: an identifier that spells no number.
    package static let badID = global("La page que vous recherchez n'existe pas", status: 404)
        .hinting(.noIdentifier)

    /// 404, as a page: a well-formed identifier of nothing, or no such route.
    package static let htmlNotFound = WireError(.html(404)).hinting(.unknownRecord)

    /// 400, as a page: malformed JSON, or a missing form field.
    package static let badRequestPage = WireError(.html(400)).hinting(.noObject)

    /// 400, in plain text: a body that is not announced as JSON.
    package static let jsonExpected = WireError(.text("JSON data expected", status: 400)).hinting(.noContentType)

    /// 400: a missing or foreign `Origin` (`contract 2018-12 §1.5`).
    package static let originRefused = global("Header non autorisé").hinting(.foreignOrigin)
}
