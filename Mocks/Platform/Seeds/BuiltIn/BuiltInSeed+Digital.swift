// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// An online platform (`guide G26`): an eligible subscription reimbursed, users who have followed their link and one who has not.
    static let digitalText = #"""
        {
          "title": {"fr": "Une plateforme en ligne et ses abonnements", "en": "An online platform and its subscriptions"},
          "start": "2018-12-03T08:00:00Z",
          "clock": "frozen",
          "steps": [
            {"name": "platform", "request": "POST /users/signup",
             "body": {"email": "partenaires@plateforme.example", "password": "Azerty123456!@",
               "publicName": "Ciné en ligne", "firstName": "Paule", "lastName": "Dupont", "contact_ok": true,
               "siren": "424242058", "name": "Ciné en ligne", "address": "30 rue du Réseau", "postalCode": "93100",
               "city": "Montreuil"}},
            {"name": "structures", "as": "platform", "request": "GET /offerers"},
            {"as": "team", "request": "POST /_control/administrators",
             "body": {"offererId": "${structures.0.id}", "email": "${platform.email}"}},
            {"as": "platform", "request": "PATCH /offerers/${structures.0.id}",
             "body": {"iban": "FR7630001000640000000500560", "bic": "BDFEFRPP"}},
            {"profile": "documented", "as": "platform", "request": "POST /offerers/${structures.0.id}/rib",
             "form": {"rib": "pdf:"}},
            {"as": "team", "request": "POST /_control/bankDetails/accept", "body": {"offererId": "${structures.0.id}"}},
            {"name": "subscription", "as": "platform", "request": "POST /things",
             "body": {"name": "Un mois de films", "type": "ThingType.AUDIOVISUEL",
               "venueId": "${structures.0.managedVenues.0.id}",
               "url": "https://plateforme.example/bienvenue?email={email}&offerId={offerId}&token={token}"}},
            {"as": "platform", "request": "POST /mediations",
             "form": {"offererId": "${structures.0.id}", "offerId": "${subscription.offers.0.id}",
               "credit": "Photo : Ciné en ligne", "thumb": "png:48x72"}},
            {"as": "team", "request": "POST /_control/offers/eligible",
             "body": {"offerId": "${subscription.offers.0.id}", "eligible": true}},
            {"name": "months", "as": "platform", "request": "POST /stocks",
             "body": {"offerId": "${subscription.offers.0.id}", "price": 9.99}},
            {"name": "game", "as": "platform", "request": "POST /things",
             "body": {"name": "Un jeu, hors remboursement", "type": "ThingType.JEUX_VIDEO",
               "venueId": "${structures.0.managedVenues.0.id}",
               "url": "https://plateforme.example/jeu?email={email}&offerId={offerId}&token={token}"}},
            {"name": "keys", "as": "platform", "request": "POST /stocks",
             "body": {"offerId": "${game.offers.0.id}", "price": 20, "available": 50}},
            {"name": "lea", "request": "POST /users/signup",
             "body": {"email": "lea@jeunes.example", "password": "Azerty123456!@", "publicName": "Léa",
               "firstName": "Léa", "lastName": "Moreau", "postalCode": "93100", "contact_ok": true}},
            {"name": "sami", "request": "POST /users/signup",
             "body": {"email": "sami@jeunes.example", "password": "Azerty123456!@", "publicName": "Sami",
               "firstName": "Sami", "lastName": "Benali", "postalCode": "93100", "contact_ok": true}},
            {"name": "ines", "request": "POST /users/signup",
             "body": {"email": "ines+pass@jeunes.example", "password": "Azerty123456!@", "publicName": "Inès",
               "firstName": "Inès", "lastName": "Petit", "postalCode": "93100", "contact_ok": true}},
            {"name": "followed", "as": "lea", "at": "2018-12-04T17:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${months.id}", "quantity": 1}},
            {"request": "PATCH /bookings/token/${followed.token}?email=${lea.email}&offer_id=${subscription.offers.0.id}"},
            {"name": "played", "as": "lea", "at": "2018-12-05T17:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${keys.id}", "quantity": 1}},
            {"as": "platform", "request": "PATCH /bookings/token/${played.token}"},
            {"name": "valid", "as": "ines", "at": "2018-12-15T09:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${months.id}", "quantity": 1}},
            {"name": "cancelled", "as": "sami", "request": "POST /bookings",
             "body": {"stockId": "${months.id}", "quantity": 1}},
            {"as": "sami", "request": "PATCH /bookings/${cancelled.id}", "body": {"isCancelled": true}},
            {"at": "2018-12-18T09:00:00Z"}
          ],
          "show": [
            {"id": "partner", "label": {"fr": "La plateforme", "en": "The platform"}, "person": "platform"},
            {"id": "user", "label": {"fr": "Une jeune, Inès", "en": "A young person, Inès"}, "person": "ines"},
            {"id": "valid", "label": {"fr": "un mois de films, lien pas encore suivi", "en": "a month of films, link not followed yet"}, "value": "${valid.token}"},
            {"id": "already-validated", "label": {"fr": "un mois de films, éligible", "en": "a month of films, eligible"}, "value": "${followed.token}"},
            {"id": "already-validated", "label": {"fr": "un jeu, non éligible", "en": "a game, not eligible"}, "value": "${played.token}"},
            {"id": "cancelled", "label": {"fr": "un mois de films", "en": "a month of films"}, "value": "${cancelled.token}"},
            {"id": "link", "label": {"fr": "le lien d'Inès", "en": "the link of Inès"}, "value": "${valid.completedUrl}"},
            {"id": "offer", "label": {"fr": "l'offre du mois de films", "en": "the offer of the month of films"}, "value": "${subscription.offers.0.id}"}
          ]
        }
        """#
}
