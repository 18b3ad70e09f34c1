// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension BuiltInSeed {
    /// A bookshop, another one, a young person and countermarks in every state, now: what a till is pointed at.
    static let demoText = #"""
        {
          "title": {"fr": "Une librairie et des contremarques dans tous les états", "en": "A bookshop and countermarks in every state"},
          "steps": [
            {"name": "bookshop", "request": "POST /users/signup",
             "body": {"email": "caisse@librairie.example", "password": "Azerty123456!@",
               "publicName": "Librairie du Centre", "firstName": "Paule", "lastName": "Dupont", "contact_ok": true,
               "siren": "732829320", "name": "Librairie du Centre", "address": "1 place du Marché",
               "postalCode": "93100", "city": "Montreuil"}},
            {"name": "other", "request": "POST /users/signup",
             "body": {"email": "caisse@autre-librairie.example", "password": "Azerty123456!@",
               "publicName": "Librairie d'en face", "firstName": "Marc", "lastName": "Leroy", "contact_ok": true,
               "siren": "552100554", "name": "Librairie d'en face", "address": "1 place du Marché",
               "postalCode": "93100", "city": "Montreuil"}},
            {"name": "reader", "request": "POST /users/signup",
             "body": {"email": "jeune+demo@exemple.fr", "password": "Azerty123456!@", "publicName": "Lectrice",
               "firstName": "Lina", "lastName": "Martin", "postalCode": "93100", "contact_ok": true}},
            {"name": "structures", "as": "bookshop", "request": "GET /offerers"},
            {"name": "shop", "as": "bookshop", "request": "POST /venues",
             "body": {"managingOffererId": "${structures.0.id}", "name": "Librairie du Centre",
               "siret": "73282932000074", "bookingEmail": "${bookshop.email}", "address": "1 place du Marché",
               "postalCode": "93100", "city": "Montreuil"}},
            {"name": "book", "as": "bookshop", "request": "POST /things",
             "body": {"name": "Le Petit Prince", "type": "ThingType.LIVRE_EDITION", "venueId": "${shop.id}"}},
            {"name": "copies", "as": "bookshop", "request": "POST /stocks",
             "body": {"offerId": "${book.offers.0.id}", "price": 6.9, "available": 100}},
            {"name": "subscription", "as": "bookshop", "request": "POST /things",
             "body": {"name": "Abonnement à la médiathèque", "type": "ThingType.AUDIOVISUEL",
               "venueId": "${structures.0.managedVenues.0.id}",
               "url": "https://mediatheque.example/?e={email}&o={offerId}&c={token}"}},
            {"name": "months", "as": "bookshop", "request": "POST /stocks",
             "body": {"offerId": "${subscription.offers.0.id}", "price": 15, "available": 100}},
            {"name": "others", "as": "other", "request": "GET /offerers"},
            {"name": "other-shop", "as": "other", "request": "POST /venues",
             "body": {"managingOffererId": "${others.0.id}", "name": "Librairie d'en face", "siret": "55210055400074",
               "bookingEmail": "${other.email}", "address": "1 place du Marché", "postalCode": "93100",
               "city": "Montreuil"}},
            {"name": "novel", "as": "other", "request": "POST /things",
             "body": {"name": "Vol de nuit", "type": "ThingType.LIVRE_EDITION", "venueId": "${other-shop.id}"}},
            {"name": "novels", "as": "other", "request": "POST /stocks",
             "body": {"offerId": "${novel.offers.0.id}", "price": 7.2, "available": 100}},
            {"name": "first", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"name": "second", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"name": "third", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"name": "used", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"as": "bookshop", "request": "PATCH /bookings/token/${used.token}"},
            {"name": "cancelled", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${copies.id}", "quantity": 1}},
            {"as": "reader", "request": "PATCH /bookings/${cancelled.id}", "body": {"isCancelled": true}},
            {"name": "digital", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${months.id}", "quantity": 1}},
            {"name": "elsewhere", "as": "reader", "request": "POST /bookings",
             "body": {"stockId": "${novels.id}", "quantity": 1}}
          ],
          "show": [
            {"id": "partner", "label": {"fr": "La librairie", "en": "The bookshop"}, "person": "bookshop"},
            {"id": "user", "label": {"fr": "La jeune", "en": "The young person"}, "person": "reader"},
            {"id": "valid", "label": {"fr": "un livre", "en": "a book"}, "value": "${first.token}"},
            {"id": "valid", "label": {"fr": "un livre", "en": "a book"}, "value": "${second.token}"},
            {"id": "valid", "label": {"fr": "un livre", "en": "a book"}, "value": "${third.token}"},
            {"id": "already-validated", "label": {"fr": "un livre", "en": "a book"}, "value": "${used.token}"},
            {"id": "cancelled", "label": {"fr": "un livre", "en": "a book"}, "value": "${cancelled.token}"},
            {"id": "digital", "label": {"fr": "une offre numérique", "en": "a digital offer"}, "value": "${digital.token}"},
            {"id": "offer", "label": {"fr": "l'identifiant de l'offre numérique", "en": "the digital offer's id"}, "value": "${subscription.offers.0.id}"},
            {"id": "not-yours", "label": {"fr": "d'une autre librairie", "en": "of another bookshop"}, "value": "${elsewhere.token}"}
          ]
        }
        """#
}
