// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Making venues, offers, dates, stocks and teasers.
extension Wire {
    /// What the platform's clock shows; the machine's when there is no control API.
    func now() async throws -> Instant {
        world.hasControl ? try await Control(wire: self).now() : SystemClock.now()
    }

    /// The body of a venue with a SIRET of the structure.
    func venueBody(of partner: Partner, name: String = "Grande salle") -> JSONObject {
        [
            "name": .string(name), "siret": .string(world.names.siret(of: partner.siren)),
            "managingOffererId": .string(partner.offererId), "address": "1 place du Marché", "postalCode": "93100",
            "city": "Montreuil", "bookingEmail": .string(world.names.email("lieu")), "latitude": "48.86",
            "longitude": "2.44",
        ]
    }

    /// A venue with a SIRET: validated at once.
    func newVenue(of partner: Partner, name: String = "Grande salle") async throws -> String {
        try await by(partner.account).post("/venues", .object(venueBody(of: partner, name: name))).expect(201)
            .string("id")
    }

    /// An offer of a category; digital ones belong to the venue for digital offers.
    func newOffer(
        _ category: Category, of partner: Partner, venue: String, title: String? = nil, url: String? = nil
    ) async throws -> Offer {
        let name = title ?? world.names.title("Offre")
        var body: JSONObject = [
            "name": .string(name), "type": .string(category.wireType), "venueId": .string(venue),
            "description": "Une offre de démonstration.",
        ]
        if category.isEvent { body["durationMinutes"] = 90 }
        if let url { body["url"] = .string(url) }
        let path = category.isEvent ? "/events" : "/things"
        let exchange = try await by(partner.account).post(path, .object(body)).expect(201)
        guard let offer = exchange.json?["offers"]?[0]?["id"]?.stringValue else {
            throw exchange.failure("one offer in \"offers\"")
        }
        return Offer(
            id: offer, subjectId: try exchange.string("id"), name: name, offererId: partner.offererId, venueId: venue)
    }

    /// A date of an event.
    func newOccurrence(_ offer: Offer, of partner: Partner, at beginning: Instant) async throws -> String {
        try await by(partner.account).post(
            "/eventOccurrences",
            [
                "offerId": .string(offer.id), "venueId": .string(offer.venueId),
                "beginningDatetime": .string(beginning.iso8601),
                "endDatetime": .string((beginning + .minutes(90)).iso8601),
            ]
        ).expect(201).string("id")
    }

    /// A stock: of a date when a beginning is given, of the offer itself otherwise.
    func newStock(
        _ offer: Offer, of partner: Partner, cents: Int64, available: Int? = nil, beginning: Instant? = nil,
        limit: Instant? = nil
    ) async throws -> Stock {
        var body: JSONObject = ["price": .euros(cents)]
        var occurrence: String?
        if let beginning {
            let id = try await newOccurrence(offer, of: partner, at: beginning)
            occurrence = id
            body["eventOccurrenceId"] = .string(id)
        } else {
            body["offerId"] = .string(offer.id)
        }
        if let available { body["available"] = .number(JSONNumber(available)) }
        if let limit = limit ?? beginning.map({ $0 - .hours(1) }) {
            body["bookingLimitDatetime"] = .string(limit.iso8601)
        }
        let exchange = try await by(partner.account).post("/stocks", .object(body)).expect(201)
        return Stock(id: try exchange.string("id"), occurrenceId: occurrence, cents: cents, beginning: beginning)
    }

    /// A teaser image, uploaded.
    @discardableResult
    func addTeaser(_ offer: Offer, of partner: Partner) async throws -> Exchange {
        var form = MultipartForm()
        form.add("offererId", offer.offererId)
        form.add("offerId", offer.id)
        form.add("credit", "Photo © Conformance")
        form.add("thumb", fileName: "accroche.png", type: "image/png", bytes: TeaserImage.png)
        return try await by(partner.account).raw(
            "POST", "/mediations", headers: [("Content-Type", form.contentType)], body: form.body
        ).expect(201)
    }

    /// A book at a price, with its stock, on a new venue of the partner.
    func newBook(
        of partner: Partner, venue: String? = nil, cents: Int64 = 0, available: Int? = nil, limit: Instant? = nil
    ) async throws -> (offer: Offer, stock: Stock) {
        let place: String
        if let venue { place = venue } else { place = try await newVenue(of: partner) }
        let offer = try await newOffer(.books, of: partner, venue: place)
        return (offer, try await newStock(offer, of: partner, cents: cents, available: available, limit: limit))
    }

    /// A digital offer at a price, with its stock, whose link carries e-mail, offer and countermark.
    func newDigital(of partner: Partner, cents: Int64 = 0) async throws -> (offer: Offer, stock: Stock) {
        let offer = try await newOffer(
            .digital, of: partner, venue: partner.virtualVenueId,
            url: "https://plateforme.exemple.fr/bienvenue?email={email}&offerId={offerId}&token={token}")
        return (offer, try await newStock(offer, of: partner, cents: cents))
    }

    /// A show in so much time, with its stock, on a new venue of the partner; bookable until an hour before.
    func newShow(
        of partner: Partner, venue: String? = nil, in span: Span = .days(10), cents: Int64 = 0, available: Int? = nil,
        category: Category = .show
    ) async throws -> (offer: Offer, stock: Stock) {
        let place: String
        if let venue { place = venue } else { place = try await newVenue(of: partner) }
        let offer = try await newOffer(category, of: partner, venue: place)
        let whole = try await now().microseconds / 1_000_000 * 1_000_000
        let beginning = Instant(microseconds: whole) + span
        let stock = try await newStock(offer, of: partner, cents: cents, available: available, beginning: beginning)
        return (offer, stock)
    }
}
