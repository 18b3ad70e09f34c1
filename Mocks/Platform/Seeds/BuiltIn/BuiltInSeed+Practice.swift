// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// A workshop (`guide G25`): the first session has just begun, and countermarks are being checked.
    static let practiceText = #"""
        {
          "title": {"fr": "Un atelier, à sa première séance", "en": "A workshop, at its first session"},
          "start": "2018-12-03T08:00:00Z",
          "clock": "frozen",
          "steps": [
            {"name": "workshop", "request": "POST /users/signup",
             "body": {"email": "accueil@atelier.example", "password": "Azerty123456!@",
               "publicName": "Atelier de gravure", "firstName": "Paule", "lastName": "Dupont", "contact_ok": true,
               "siren": "424242041", "name": "Atelier de gravure", "address": "17 rue des Arts", "postalCode": "93100",
               "city": "Montreuil"}},
            {"name": "structures", "as": "workshop", "request": "GET /offerers"},
            {"as": "team", "request": "POST /_control/administrators",
             "body": {"offererId": "${structures.0.id}", "email": "${workshop.email}"}},
            {"as": "workshop", "request": "PATCH /offerers/${structures.0.id}",
             "body": {"iban": "FR7630001000640000000400456", "bic": "BDFEFRPP"}},
            {"profile": "documented", "as": "workshop", "request": "POST /offerers/${structures.0.id}/rib",
             "form": {"rib": "pdf:"}},
            {"as": "team", "request": "POST /_control/bankDetails/accept", "body": {"offererId": "${structures.0.id}"}},
            {"name": "venue", "as": "workshop", "request": "POST /venues",
             "body": {"managingOffererId": "${structures.0.id}", "name": "Atelier de gravure", "siret": "42424204100010",
               "bookingEmail": "${workshop.email}", "address": "17 rue des Arts", "postalCode": "93100",
               "city": "Montreuil", "latitude": "48.8615", "longitude": "2.4413"}},
            {"name": "course", "as": "workshop", "request": "POST /events",
             "body": {"name": "Initiation à la gravure", "type": "EventType.PRATIQUE_ARTISTIQUE",
               "venueId": "${venue.id}", "durationMinutes": 180,
               "description": "Quatre séances, les mercredis 12, 19 et 26 décembre et 2 janvier, de 14 h à 17 h."}},
            {"as": "workshop", "request": "POST /mediations",
             "form": {"offererId": "${structures.0.id}", "offerId": "${course.offers.0.id}",
               "credit": "Photo : Atelier de gravure", "thumb": "png:48x72"}},
            {"name": "session-date", "as": "workshop", "request": "POST /eventOccurrences",
             "body": {"offerId": "${course.offers.0.id}", "venueId": "${venue.id}",
               "beginningDatetime": "2018-12-12T13:00:00Z", "endDatetime": "2018-12-12T16:00:00Z"}},
            {"name": "session", "as": "workshop", "request": "POST /stocks",
             "body": {"eventOccurrenceId": "${session-date.id}", "price": 60, "available": 8,
               "bookingLimitDatetime": "2018-12-10T22:59:00Z"}},
            {"name": "lea", "request": "POST /users/signup",
             "body": {"email": "lea@jeunes.example", "password": "Azerty123456!@", "publicName": "Léa",
               "firstName": "Léa", "lastName": "Moreau", "postalCode": "93100", "contact_ok": true}},
            {"name": "sami", "request": "POST /users/signup",
             "body": {"email": "sami@jeunes.example", "password": "Azerty123456!@", "publicName": "Sami",
               "firstName": "Sami", "lastName": "Benali", "postalCode": "93100", "contact_ok": true}},
            {"name": "ines", "request": "POST /users/signup",
             "body": {"email": "ines+pass@jeunes.example", "password": "Azerty123456!@", "publicName": "Inès",
               "firstName": "Inès", "lastName": "Petit", "postalCode": "93100", "contact_ok": true}},
            {"name": "checked", "as": "lea", "at": "2018-12-04T17:00:00Z", "request": "POST /bookings",
             "body": {"stockId": "${session.id}", "quantity": 1}},
            {"name": "valid", "as": "ines", "request": "POST /bookings",
             "body": {"stockId": "${session.id}", "quantity": 1}},
            {"name": "cancelled", "as": "sami", "request": "POST /bookings",
             "body": {"stockId": "${session.id}", "quantity": 1}},
            {"as": "sami", "at": "2018-12-06T10:00:00Z", "request": "PATCH /bookings/${cancelled.id}",
             "body": {"isCancelled": true}},
            {"as": "workshop", "at": "2018-12-12T12:55:00Z", "request": "PATCH /bookings/token/${checked.token}"},
            {"at": "2018-12-12T13:05:00Z"}
          ],
          "show": [
            {"id": "partner", "label": {"fr": "L'atelier", "en": "The workshop"}, "person": "workshop"},
            {"id": "user", "label": {"fr": "Une jeune, Inès", "en": "A young person, Inès"}, "person": "ines"},
            {"id": "valid", "label": {"fr": "première séance, en train d'arriver", "en": "first session, just arriving"}, "value": "${valid.token}"},
            {"id": "already-validated", "label": {"fr": "première séance, vérifiée à l'entrée", "en": "first session, checked at the door"}, "value": "${checked.token}"},
            {"id": "cancelled", "label": {"fr": "à temps, plus de 72 heures avant", "en": "in time, more than 72 hours before"}, "value": "${cancelled.token}"}
          ]
        }
        """#
}
