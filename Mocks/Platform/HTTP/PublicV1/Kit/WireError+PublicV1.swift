// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// The errors of today's edition: an object whose values are texts in some places and lists of texts in others, which the sheet says for
// each (`today §1.5`).
extension WireError {
    /// One key, whose value is a text.
    static func said(_ key: String, _ sentence: String, status: Int) -> WireError {
        WireError(.json([key: .string(sentence)], status: status))
    }

    /// 401: no key, or an unknown one.
    static let noKey = said("auth", "API key required", status: 401)
    /// 403: the provider was switched off.
    static let inactiveProvider = field("auth", "Inactive provider", status: 403)
    /// 429: more calls in a minute than a key may make (`today §1.3`).
    static let tooManyCalls = global(
        "Nombre de tentatives de connexion dépassé, veuillez réessayer dans une minute", status: 429)
    /// 404: no such route, or no whole number where there must be one.
    static let nothingHere = WireError(.json([:], status: 404))
    /// 405: another method.
    static let otherMethod = global("La méthode que vous utilisez n'existe pas sur notre serveur", status: 405)
    /// 500: what the rules of today's edition have no words for.
    static let serverFault = global(
        "Il semble que nous ayons des problèmes techniques :( On répare ça au plus vite.", status: 500)
    /// 404: no such venue, or none that the provider may see.
    static let noVenue = said("global", "Venue cannot be found", status: 404)
}
