// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// A bookshop (`guide G23`): a book fetched and reimbursed, one that nobody fetched, one put aside, one given up.
    static let booksText = #"""
        {
          "title": {"fr": "Une librairie, un livre mis de côté", "en": "A bookshop, a book put aside"},
          "start": "2018-12-03T08:00:00Z",
          "clock": "frozen",
          "steps": [
            {"name": "bookshop", "request": "POST /users/signup",
             "body": {"email": "caisse@librairie.example", "password": "Azerty123456!@",
               "publicName": "Librairie du Marché", "firstName": "Paule", "lastName": "Dupont", "contact_ok": true,
               "siren": "424242025", "name": "Librairie du Marché", "address": "9 rue de l'Église",
               "postalCode": "93100", "city": "Montreuil"}},
            {"name": "structures", "as": "bookshop", "request": "GET /offerers"},
            {"as": "team", "request": "POST /_control/administrators",
             "body": {"offererId": "${structures.0.id}", "email": "${bookshop.email}"}},
            {"as": "bookshop", "request": "PATCH /offerers/${structures.0.id}",
             "body": {"iban": "FR7630001000640000000200248", "bic": "BDFEFRPP"}},
            {"profile": "documented", "as": "bookshop", "request": "POST /offerers/${structures.0.id}/rib",
             "form": {"rib": "pdf:"}},
            {"as": "team", "request": "POST /_control/bankDetails/accept", "body": {"offererId": "${structures.0.id}"}},
            {"name": "venue", "as": "bookshop", "request": "POST /venues",
             "body": {"managingOffererId": "${structures.0.id}", "name": "Librairie du Marché",
               "siret": "42424202500014", "bookingEmail": "${bookshop.email}", "address": "9 rue de l'Église",
               "postalCode": "93100", "city": "Montreuil", "latitude": "48.8615", "longitude": "2.4413"}},
            {"name": "book", "as": "bookshop", "request": "POST /things",
             "body": {"name": "Le Petit Prince", "type": "ThingType.LIVRE_EDITION", "venueId": "${venue.id}",
               "description": "Édition illustrée."}},
            {"as": "bookshop", "request": "POST /mediations",
             "form": {"offererId": "${structures.0.id}", "offerId": "${book.offers.0.id}",
               "credit": "Photo : Librairie du Marché", "thumb": "png:48x72"}},
            {"name": "copies", "as": "bookshop", "request": "POST /stocks",
             "body": {"offerId": "${book.offers.0.id}", "price": 12.5, "available": 20}},
            {"name": "lea", "request": "POST /users/signup",
             "body": {"email": "lea@jeunes.example", "password": "Azerty123456!@", "publicName": "Léa",
               "firstName": "Léa", "lastName": "Moreau", "postalCode": "93100", "contact_ok": true}},
            {"name": "sami", "request": "POST /users/signup",
             "body": {"email": "sami@jeunes.example", "password": "Azerty123456!@", "publicName": "Sami",
               "firstName": "Sami", "lastName": "Benali", "postalCode": "93100", "contact_ok": true}},
            {"name": "ines", "request": "POST /users/signup",
             "body": {"email": "ines+pass@jeunes.example", "password": "Azerty123456!@", "publicName": "Inès",
               "firstName": "Inès", "lastName": "Petit", "postalCode": "93100", "contact_ok": true}},
            {"name": "fetched", "as": "lea", "at": "2018-12-03T12:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"name": "forgotten", "as": "sami", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"as": "bookshop", "at": "2018-12-05T16:30:00Z", "request": "PATCH /bookings/token/${fetched.token}"},
            {"name": "valid", "as": "lea", "at": "2018-12-15T09:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"name": "pair", "as": "ines", "request": "POST /bookings", "body": {"stockId": "${copies.id}", "quantity": 2}},
            {"name": "cancelled", "as": "sami", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"as": "sami", "at": "2018-12-17T10:00:00Z", "request": "PATCH /bookings/${cancelled.id}",
             "body": {"isCancelled": true}},
            {"at": "2018-12-18T09:00:00Z"}
          ],
          "show": [
            {"id": "partner", "label": {"fr": "La librairie", "en": "The bookshop"}, "person": "bookshop"},
            {"id": "user", "label": {"fr": "Une jeune, Léa", "en": "A young person, Léa"}, "person": "lea"},
            {"id": "valid", "label": {"fr": "un exemplaire mis de côté, jusqu'au 22 décembre", "en": "one copy put aside, until 22 December"}, "value": "${valid.token}"},
            {"id": "valid", "label": {"fr": "deux exemplaires mis de côté", "en": "two copies put aside"}, "value": "${pair.token}"},
            {"id": "already-validated", "label": {"fr": "un exemplaire retiré le 5 décembre, remboursé", "en": "one copy fetched on 5 December, reimbursed"}, "value": "${fetched.token}"},
            {"id": "not-fetched", "label": {"fr": "un exemplaire réservé le 3 décembre, jamais retiré", "en": "one copy booked on 3 December, never fetched"}, "value": "${forgotten.token}"},
            {"id": "cancelled", "label": {"fr": "un exemplaire", "en": "one copy"}, "value": "${cancelled.token}"}
          ]
        }
        """#
}
