// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// A theatre (`guide G24`): past the delay in which a seat can be cancelled, with a performance behind it.
    static let showText = #"""
        {
          "title": {"fr": "Un théâtre, à moins de 72 heures d'une représentation", "en": "A theatre, less than 72 hours before a performance"},
          "start": "2018-12-03T08:00:00Z",
          "clock": "frozen",
          "steps": [
            {"name": "theatre", "request": "POST /users/signup",
             "body": {"email": "billetterie@theatre.example", "password": "Azerty123456!@",
               "publicName": "Théâtre des Halles", "contact_ok": true, "siren": "424242033",
               "name": "Théâtre des Halles", "address": "2 rue du Théâtre", "postalCode": "93100", "city": "Montreuil"}},
            {"name": "structures", "as": "theatre", "request": "GET /offerers"},
            {"as": "team", "request": "POST /_control/administrators",
             "body": {"offererId": "${structures.0.id}", "email": "${theatre.email}"}},
            {"as": "theatre", "request": "PATCH /offerers/${structures.0.id}",
             "body": {"iban": "FR7630001000640000000300352", "bic": "BDFEFRPP"}},
            {"as": "team", "request": "POST /_control/bankDetails/accept", "body": {"offererId": "${structures.0.id}"}},
            {"name": "venue", "as": "theatre", "request": "POST /venues",
             "body": {"managingOffererId": "${structures.0.id}", "name": "Théâtre des Halles", "siret": "42424203300017",
               "bookingEmail": "${theatre.email}", "address": "2 rue du Théâtre", "postalCode": "93100",
               "city": "Montreuil", "latitude": "48.8615", "longitude": "2.4413"}},
            {"name": "play", "as": "theatre", "request": "POST /events",
             "body": {"name": "Le Tartuffe", "type": "EventType.SPECTACLE_VIVANT", "venueId": "${venue.id}",
               "durationMinutes": 130, "description": "Tarif pass Culture."}},
            {"as": "theatre", "request": "POST /mediations",
             "form": {"offererId": "${structures.0.id}", "offerId": "${play.offers.0.id}",
               "credit": "Photo : Théâtre des Halles", "thumb": "png:48x72"}},
            {"name": "first-date", "as": "theatre", "request": "POST /eventOccurrences",
             "body": {"offerId": "${play.offers.0.id}", "venueId": "${venue.id}",
               "beginningDatetime": "2018-12-08T19:00:00Z", "endDatetime": "2018-12-08T21:10:00Z"}},
            {"name": "first", "as": "theatre", "request": "POST /stocks",
             "body": {"eventOccurrenceId": "${first-date.id}", "price": 18, "available": 40,
               "bookingLimitDatetime": "2018-12-08T12:00:00Z"}},
            {"name": "next-date", "as": "theatre", "request": "POST /eventOccurrences",
             "body": {"offerId": "${play.offers.0.id}", "venueId": "${venue.id}",
               "beginningDatetime": "2018-12-20T19:00:00Z", "endDatetime": "2018-12-20T21:10:00Z"}},
            {"name": "next", "as": "theatre", "request": "POST /stocks",
             "body": {"eventOccurrenceId": "${next-date.id}", "price": 18, "available": 40,
               "bookingLimitDatetime": "2018-12-20T12:00:00Z"}},
            {"name": "lea", "request": "POST /users/signup",
             "body": {"email": "lea@jeunes.example", "password": "Azerty123456!@", "publicName": "Léa",
               "firstName": "Léa", "lastName": "Moreau", "postalCode": "93100", "contact_ok": true}},
            {"name": "sami", "request": "POST /users/signup",
             "body": {"email": "sami@jeunes.example", "password": "Azerty123456!@", "publicName": "Sami",
               "firstName": "Sami", "lastName": "Benali", "postalCode": "93100", "contact_ok": true}},
            {"name": "ines", "request": "POST /users/signup",
             "body": {"email": "ines+pass@jeunes.example", "password": "Azerty123456!@", "publicName": "Inès",
               "firstName": "Inès", "lastName": "Petit", "postalCode": "93100", "contact_ok": true}},
            {"name": "seen", "as": "lea", "at": "2018-12-04T17:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${first.id}", "quantity": 1}},
            {"as": "theatre", "at": "2018-12-08T18:45:00Z", "request": "PATCH /bookings/token/${seen.token}"},
            {"name": "valid", "as": "ines", "at": "2018-12-15T09:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${next.id}", "quantity": 1}},
            {"name": "pair", "as": "lea", "request": "POST /bookings", "body": {"stockId": "${next.id}", "quantity": 2}},
            {"name": "cancelled", "as": "sami", "request": "POST /bookings",
             "body": {"stockId": "${next.id}", "quantity": 1}},
            {"name": "refused", "as": "sami", "request": "POST /bookings", "body": {"stockId": "${next.id}", "quantity": 1}},
            {"as": "sami", "at": "2018-12-16T10:00:00Z", "request": "PATCH /bookings/${cancelled.id}",
             "body": {"isCancelled": true}},
            {"as": "theatre", "request": "PATCH /bookings/${refused.id}", "body": {"isCancelled": true}},
            {"at": "2018-12-18T09:00:00Z"}
          ],
          "show": [
            {"id": "partner", "label": {"fr": "Le théâtre", "en": "The theatre"}, "person": "theatre"},
            {"id": "user", "label": {"fr": "Une jeune, Léa", "en": "A young person, Léa"}, "person": "lea"},
            {"id": "valid", "label": {"fr": "le 20 décembre, 1 place", "en": "on 20 December, 1 seat"}, "value": "${valid.token}"},
            {"id": "valid", "label": {"fr": "le 20 décembre, 2 places", "en": "on 20 December, 2 seats"}, "value": "${pair.token}"},
            {"id": "already-validated", "label": {"fr": "le 8 décembre, remboursée", "en": "on 8 December, reimbursed"}, "value": "${seen.token}"},
            {"id": "cancelled", "label": {"fr": "le 20 décembre, par le jeune", "en": "on 20 December, by the young person"}, "value": "${cancelled.token}"},
            {"id": "cancelled", "label": {"fr": "le 20 décembre, par le théâtre", "en": "on 20 December, by the theatre"}, "value": "${refused.token}"}
          ]
        }
        """#
}
