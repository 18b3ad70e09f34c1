// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Every operation that the platform answers, area by area.
///
/// Whoever adds a route adds its operation here: a test compares both lists in both directions.
enum Operations {
    /// All of them.
    static let all = service + accounts + structures + offers + bookings + exports + guide + publicV1 + control

    /// What a route answers to somebody without rights on the structure.
    static let noRights = Reply.errors(403, "No rights on the structure.")

    /// What is wrong with the body, field by field.
    static let wrongFields = Reply.errors(400, "Something is wrong with the fields, or was refused; by field.")

    /// An identifier in the body or the query that spells no number.
    static let wrongID = Reply.errors(404, "An identifier spells no number.")

    // The routes about the service itself.
    private static let service: [Operation] = [
        Operation(
            "GET", "/health", "Says that it answers · Dit qu'il répond", tag: "Service", access: .open,
            needsOrigin: false, [.json(200, .string)]),
        Operation(
            "GET", "/openapi.json", "This document · Ce document", tag: "Service", access: .open, needsOrigin: false,
            [.json(200, Schema(["type": "object"]))]),
        Operation(
            "GET", "/providers", "Lists the providers: none · Liste les fournisseurs : aucun", tag: "Service",
            access: .open, [.json(200, .list(.any))]),
        Operation(
            "GET", "/venueProviders", "Lists a venue's providers: none · Fournisseurs d'un lieu : aucun",
            tag: "Service", access: .signedInOrKey,
            query: [.query("venueId", .sentID, required: true, "The venue.")],
            [.json(200, .list(.any)), wrongFields, wrongID]),
        Operation(
            "POST", "/venueProviders", "Refuses to plug in a provider · Refuse d'activer un fournisseur",
            tag: "Service", access: .signedInOrKey, body: .json(.object([])),
            [.errors(401, "The provider is not active.")]),
    ]
}
