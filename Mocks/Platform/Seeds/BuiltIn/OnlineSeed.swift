// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A digital offer that leads to somebody's own online platform, booked by three young people, one of them with a `+` in the e-mail address.
package enum OnlineSeed {
    /// The seed whose digital offer leads to an address with placeholders.
    ///
    /// - Throws: ``SeedError`` when the address cannot stand in a seed, as it holds `${`.
    package static func seed(leadingTo address: String) throws(SeedError) -> Seed {
        let bookings = people.map { name, email, firstName in
            """
            {"name": "\(name)-user", "request": "POST /users/signup",
             "body": {"email": "\(email)", "password": "Azerty123456!@", "publicName": "\(firstName)",
               "firstName": "\(firstName)", "lastName": "Martin", "postalCode": "93100", "contact_ok": true}},
            {"name": "\(name)", "as": "\(name)-user", "request": "POST /bookings",
             "body": {"stockId": "${months.id}", "quantity": 1}}
            """
        }
        let shown = people.map { name, _, _ in
            """
            {"id": "\(name)", "label": {"fr": "réservation", "en": "booking"}, "value": "${\(name).token}"},
            {"id": "\(name)-email", "label": {"fr": "e-mail", "en": "e-mail"}, "value": "${\(name)-user.email}"},
            {"id": "\(name)-link", "label": {"fr": "lien", "en": "link"}, "value": "${\(name).completedUrl}"}
            """
        }
        let text = """
            {
              "title": {"fr": "Une plateforme en ligne", "en": "An online platform"},
              "steps": [
                {"name": "platform", "request": "POST /users/signup",
                 "body": {"email": "partenaires@plateforme.example", "password": "Azerty123456!@",
                   "publicName": "Ciné en ligne", "firstName": "Paule", "lastName": "Dupont", "contact_ok": true,
                   "siren": "424242058", "name": "Ciné en ligne", "address": "30 rue du Réseau",
                   "postalCode": "93100", "city": "Montreuil"}},
                {"name": "structures", "as": "platform", "request": "GET /offerers"},
                {"name": "subscription", "as": "platform", "request": "POST /things",
                 "body": {"name": "Un mois de films", "type": "ThingType.AUDIOVISUEL",
                   "venueId": "${structures.0.managedVenues.0.id}", "url": \(JSONValue.string(address).text)}},
                {"name": "months", "as": "platform", "request": "POST /stocks",
                 "body": {"offerId": "${subscription.offers.0.id}", "price": 9.99}},
                \(bookings.joined(separator: ",\n"))
              ],
              "show": [
                {"id": "offer", "label": {"fr": "l'offre", "en": "the offer"}, "value": "${subscription.offers.0.id}"},
                \(shown.joined(separator: ",\n"))
              ]
            }
            """
        return try Seed(parsing: text.utf8)
    }

    /// The seed of today's edition: a vendor with a key, a venue that is linked to it, and one booking, `booked`. An offer's address stands in no
    /// answer to a key, so that links are filled in by whoever follows them.
    ///
    /// - Throws: never, as it is shipped.
    package static func seedOfToday() throws(SeedError) -> Seed {
        let text = """
            {
              "title": {"fr": "Une plateforme en ligne d'aujourd'hui", "en": "An online platform of today"},
              "edition": "publicV1",
              "steps": [
                {"name": "provider", "as": "team", "request": "POST /_control/providers",
                 "body": {"name": "Ciné en ligne", "apiKey": "\(key)"}},
                {"name": "venue", "as": "team", "request": "POST /_control/venues",
                 "body": {"providerId": "${provider.id}", "name": "Ciné en ligne"}},
                {"name": "booked", "as": "team", "request": "POST /_control/bookings",
                 "body": {"state": "confirmedProduct", "providerId": "${provider.id}", "venueId": "${venue.id}"}}
              ],
              "show": [
                {"id": "api-key", "label": {"fr": "clé", "en": "key"}, "value": "${provider.apiKey}"},
                {"id": "venue", "label": {"fr": "venueId du lieu", "en": "the venue's venueId"}, "value": "${venue.id}"},
                {"id": "offer", "label": {"fr": "l'offre", "en": "the offer"}, "value": "${booked.offerId}"},
                {"id": "booked", "label": {"fr": "réservation", "en": "booking"}, "value": "${booked.token}"},
                {"id": "booked-email", "label": {"fr": "e-mail", "en": "e-mail"}, "value": "${booked.email}"}
              ]
            }
            """
        return try Seed(parsing: text.utf8)
    }

    /// The vendor's key: the same each time, so that an online platform is told it once.
    private static let key = "local_enligne_plateforme_en_ligne_mise_a_l_essai"

    /// What the bookings of 2018 are called: each tells a countermark, an e-mail address (`-email`) and a link (`-link`).
    package static let bookings = people.map(\.name)

    private static let people: [(name: String, email: String, firstName: String)] = [
        ("booked", "camille.martin@exemple.fr", "Camille"), ("plus", "email+test@exemple.fr", "Inès"),
        ("other", "sacha.leroy@exemple.fr", "Sacha"),
    ]
}
