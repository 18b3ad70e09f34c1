// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
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
            {"name": "confirmed-product", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "confirmedProduct", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "event-too-early", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "eventWindowOpen", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "event", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "eventWindowClosed", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "used", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "used", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "cancelled", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "cancelled", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "reimbursed", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "reimbursed", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "closed", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "closedOfferer", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "activation-code", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "activationCodeUsed", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "inactive-link", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "inactiveLink", "providerId": "${provider.id}", "venueId": "${venue.id}"}},
            {"name": "foreign", "as": "team", "request": "POST /_control/bookings",
             "body": {"state": "foreign", "providerId": "${provider.id}", "venueId": "${venue.id}"}}
          ],
          "show": [
            {"id": "api-key", "label": {"fr": "clé : Authorization: Bearer …", "en": "key: Authorization: Bearer …"}, "value": "${provider.apiKey}"},
            {"id": "venue", "label": {"fr": "venueId du lieu", "en": "the venue's venueId"}, "value": "${venue.id}"},
            {"id": "siret", "label": {"fr": "son SIRET", "en": "its SIRET"}, "value": "${venue.siret}"},
            {"id": "confirmed-product", "label": {"fr": "un produit réservé (GET 200, use 204, keep 403, cancel 204)", "en": "a product (GET 200, use 204, keep 403, cancel 204)"}, "value": "${confirmed-product.token}"},
            {"id": "event-too-early", "label": {"fr": "un concert dans une semaine, encore annulable (GET 403, use 403, keep 403, cancel 204)", "en": "a concert in a week, still cancellable (GET 403, use 403, keep 403, cancel 204)"}, "value": "${event-too-early.token}"},
            {"id": "event", "label": {"fr": "un concert demain soir, plus annulable (GET 200, use 204, keep 403, cancel 403)", "en": "a concert tomorrow night, no longer cancellable (GET 200, use 204, keep 403, cancel 403)"}, "value": "${event.token}"},
            {"id": "used", "label": {"fr": "un produit remis (GET 410, use 410, keep 204, cancel 410)", "en": "a product handed over (GET 410, use 410, keep 204, cancel 410)"}, "value": "${used.token}"},
            {"id": "cancelled", "label": {"fr": "un produit (GET 410, use 410, keep 410, cancel 410)", "en": "a product (GET 410, use 410, keep 410, cancel 410)"}, "value": "${cancelled.token}"},
            {"id": "reimbursed", "label": {"fr": "un produit remis et payé (GET 403, use 403, keep 403, cancel 403)", "en": "a product handed over and paid for (GET 403, use 403, keep 403, cancel 403)"}, "value": "${reimbursed.token}"},
            {"id": "closed", "label": {"fr": "un produit d'une autre structure (GET 403, use 403, keep 403, cancel 204)", "en": "a product of another structure (GET 403, use 403, keep 403, cancel 204)"}, "value": "${closed.token}"},
            {"id": "activation-code", "label": {"fr": "un livre numérique avec son code d'activation (GET 410, use 410, keep 403, cancel 410)", "en": "a digital book with its activation code (GET 410, use 410, keep 403, cancel 410)"}, "value": "${activation-code.token}"},
            {"id": "inactive-link", "label": {"fr": "un lieu dont le lien a été coupé (GET 404, use 404, keep 404, cancel 404)", "en": "a venue whose link was cut (GET 404, use 404, keep 404, cancel 404)"}, "value": "${inactive-link.token}"},
            {"id": "foreign", "label": {"fr": "un lieu sans lien (GET 404, use 404, keep 404, cancel 404)", "en": "a venue without a link (GET 404, use 404, keep 404, cancel 404)"}, "value": "${foreign.token}"}
          ]
        }
        """#
}
