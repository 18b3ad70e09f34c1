// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// A countermark of the seed: what it is called, the state of its booking, and what it is good for.
    private struct Row {
        let name: String
        let state: String
        let french: String
        let english: String

        /// The step that makes the booking.
        var step: String {
            #"""
                {"name": "\#(name)", "as": "team", "request": "POST /_control/bookings",
                 "body": {"state": "\#(state)", "providerId": "${provider.id}", "venueId": "${venue.id}"}}
            """#
        }

        /// What is shown of it.
        var show: String {
            #"    {"id": "\#(name)", "label": {"fr": "\#(french)", "en": "\#(english)"}, "value": "${\#(name).token}"}"#
        }
    }

    private static let rows = [
        Row(
            name: "confirmed-product", state: "confirmedProduct",
            french: "un produit réservé (GET 200, use 204, keep 403, cancel 204)",
            english: "a product (GET 200, use 204, keep 403, cancel 204)"),
        Row(
            name: "event-too-early", state: "eventWindowOpen",
            french: "un concert dans une semaine, encore annulable (GET 403, use 403, keep 403, cancel 204)",
            english: "a concert in a week, still cancellable (GET 403, use 403, keep 403, cancel 204)"),
        Row(
            name: "event", state: "eventWindowClosed",
            french: "un concert demain soir, plus annulable (GET 200, use 204, keep 403, cancel 403)",
            english: "a concert tomorrow night, no longer cancellable (GET 200, use 204, keep 403, cancel 403)"),
        Row(
            name: "used", state: "used",
            french: "un produit remis (GET 410, use 410, keep 204, cancel 410)",
            english: "a product handed over (GET 410, use 410, keep 204, cancel 410)"),
        Row(
            name: "cancelled", state: "cancelled",
            french: "un produit (GET 410, use 410, keep 410, cancel 410)",
            english: "a product (GET 410, use 410, keep 410, cancel 410)"),
        Row(
            name: "reimbursed", state: "reimbursed",
            french: "un produit remis et payé (GET 403, use 403, keep 403, cancel 403)",
            english: "a product handed over and paid for (GET 403, use 403, keep 403, cancel 403)"),
        Row(
            name: "closed", state: "closedOfferer",
            french: "un produit d'une autre structure (GET 403, use 403, keep 403, cancel 204)",
            english: "a product of another structure (GET 403, use 403, keep 403, cancel 204)"),
        Row(
            name: "activation-code", state: "activationCodeUsed",
            french: "un livre numérique avec son code d'activation (GET 410, use 410, keep 403, cancel 410)",
            english: "a digital book with its activation code (GET 410, use 410, keep 403, cancel 410)"),
        Row(
            name: "inactive-link", state: "inactiveLink",
            french: "un lieu dont le lien a été coupé (GET 404, use 404, keep 404, cancel 404)",
            english: "a venue whose link was cut (GET 404, use 404, keep 404, cancel 404)"),
        Row(
            name: "foreign", state: "foreign",
            french: "un lieu sans lien (GET 404, use 404, keep 404, cancel 404)",
            english: "a venue without a link (GET 404, use 404, keep 404, cancel 404)"),
    ]

    /// A bookshop of today's edition, ready for a till (`today §2.3`): a provider with its key, its venue, and ten countermarks, each in
    /// another row of the sheet's table.
    static let tillText = #"""
        {
          "title": {"fr": "Une librairie d'aujourd'hui, prête pour une caisse", "en": "A bookshop of today, ready for a till"},
          "edition": "publicV1",
          "steps": [
            {"name": "provider", "as": "team", "request": "POST /_control/providers", "body": {"name": "Caisse d'essai"}},
            {"name": "venue", "as": "team", "request": "POST /_control/venues",
             "body": {"providerId": "${provider.id}", "name": "Librairie de la Place"}},
        \#(rows.map(\.step).joined(separator: ",\n"))
          ],
          "show": [
            {"id": "api-key", "label": {"fr": "clé : Authorization: Bearer …", "en": "key: Authorization: Bearer …"}, "value": "${provider.apiKey}"},
            {"id": "hmac-key", "label": {"fr": "clé de signature des appels au partenaire", "en": "what calls to the partner are signed with"}, "value": "${provider.hmacKey}"},
            {"id": "venue", "label": {"fr": "venueId du lieu", "en": "the venue's venueId"}, "value": "${venue.id}"},
            {"id": "siret", "label": {"fr": "son SIRET", "en": "its SIRET"}, "value": "${venue.siret}"},
        \#(rows.map(\.show).joined(separator: ",\n"))
          ]
        }
        """#
}
