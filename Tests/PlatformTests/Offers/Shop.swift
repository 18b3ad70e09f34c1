// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// A structure with a venue, ready to sell, and what it sells: all made through the routes.
struct Shop {
    let service: DomainService
    let pro: Actor
    let offererID: String
    let venue: String
    let virtual: String

    init(
        _ profile: Profile, _ service: DomainService? = nil, email: String = "pro@example.com",
        siren: String = "349974931"
    )
        async
    {
        self.service = service ?? DomainService(profile)
        pro = .user(await self.service.professional(email, siren: siren))
        let id = self.service.offererID(siren: siren)
        offererID = HumanizedID.encode(id)
        virtual = HumanizedID.encode(self.service.state.venues(of: id)[0].id)
        let made = await self.service.send(
            "POST", "/venues", by: pro,
            json: [
                "name": "Grande salle", "siret": .string(siren + "00011"), "managingOffererId": .string(offererID),
                "address": "1 place Y", "postalCode": "93100", "city": "Montreuil", "bookingEmail": "lieu@example.com",
                "latitude": "48.86", "longitude": "2.44",
            ])
        venue = made.json["id"]?.stringValue ?? "no venue: \(made.line)"
    }

    /// Sends a request as the structure's editor.
    func send(_ method: String, _ target: String, json: JSONValue? = nil) async -> Answer {
        await service.send(method, target, by: pro, json: json)
    }

    /// Makes something with a `POST`, and gives its identifier.
    func make(_ route: String, _ json: JSONValue, at location: SourceLocation = #_sourceLocation) async -> String {
        let answer = await send("POST", route, json: json)
        #expect(answer.status == 201, "\(answer.line)", sourceLocation: location)
        return answer.json["id"]?.stringValue ?? ""
    }

    /// Offers a thing; gives the offer.
    func thing(_ name: String = "Le Petit Prince", type: String = "ThingType.LIVRE_EDITION", venue: String? = nil)
        async -> String
    {
        let body: JSONValue = ["name": .string(name), "type": .string(type), "venueId": .string(venue ?? self.venue)]
        return await offer("/things", body)
    }

    /// Offers something digital; gives the offer.
    func digital(
        url: String = "https://presse.example/acces?email={email}&offre={offerId}&jeton={token}"
    ) async -> String {
        await offer(
            "/things",
            [
                "name": "Abonnement numérique", "type": "ThingType.PRESSE_ABO", "venueId": .string(virtual),
                "url": .string(url),
            ])
    }

    /// Offers an event; gives the offer.
    func event(_ name: String = "Grand concert", type: String = "EventType.MUSIQUE") async -> String {
        await offer(
            "/events",
            ["name": .string(name), "type": .string(type), "venueId": .string(venue), "durationMinutes": 90])
    }

    private func offer(_ route: String, _ body: JSONValue) async -> String {
        let answer = await send("POST", route, json: body)
        #expect(answer.status == 201, "\(answer.line)")
        return answer.json["offers"]?[0]?["id"]?.stringValue ?? ""
    }

    /// Adds a date, so long from now and two hours long.
    func date(_ offer: String, in span: Span = .days(20)) async -> String {
        let begin = service.now() + span
        return await make(
            "/eventOccurrences",
            [
                "offerId": .string(offer), "venueId": .string(venue), "beginningDatetime": .string(begin.iso8601),
                "endDatetime": .string((begin + .hours(2)).iso8601),
            ])
    }

    /// Adds a stock of an offer.
    func stock(_ offer: String, price: JSONValue = 10, _ more: JSONObject = ["available": 50]) async -> String {
        var body: JSONObject = ["offerId": .string(offer), "price": price]
        for (key, value) in more { body[key] = value }
        return await make("/stocks", .object(body))
    }

    /// Adds seats of a date.
    func seats(_ date: String, price: JSONValue = 20, _ more: JSONObject = ["available": 50]) async -> String {
        var body: JSONObject = ["eventOccurrenceId": .string(date), "price": price]
        for (key, value) in more { body[key] = value }
        return await make("/stocks", .object(body))
    }

    /// Adds a teaser with an image.
    func teaser(_ offer: String) async -> String {
        let answer = await service.post(form: ["offererId": offererID, "offerId": offer], image: Pictures.png, by: pro)
        #expect(answer.status == 201, "\(answer.line)")
        return answer.json["id"]?.stringValue ?? ""
    }

    /// Books, and gives the booking's identifier and countermark.
    func book(_ person: Actor, _ stock: String, quantity: Int64 = 1) async -> (id: String, token: String) {
        let answer = await service.send(
            "POST", "/bookings", by: person,
            json: ["stockId": .string(stock), "quantity": .number(JSONNumber(quantity))])
        #expect(answer.status == 201, "\(answer.line)")
        return (answer.json["id"]?.stringValue ?? "", answer.json["token"]?.stringValue ?? "")
    }
}

extension DomainService {
    /// Sends the form of a teaser.
    func post(
        form: [String: String], image: [UInt8]? = nil, filename: String = "affiche.png", by actor: Actor
    ) async -> Answer {
        var body = ""
        for (name, value) in form.sorted(by: { $0.key < $1.key }) {
            body += "--limite\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        var bytes = Array(body.utf8)
        if let image {
            bytes += "--limite\r\nContent-Disposition: form-data; name=\"thumb\"; filename=\"\(filename)\"\r\n".utf8
            bytes += "Content-Type: image/png\r\n\r\n".utf8
            bytes += image + Array("\r\n".utf8)
        }
        bytes += "--limite--\r\n".utf8
        return await send(
            "POST", "/mediations", by: actor, raw: bytes,
            headers: [("Content-Type", "multipart/form-data; boundary=limite")])
    }
}

/// What is asserted of an answer: its status and body in one line.
func expect(
    _ answer: Answer, _ line: String, _ what: String = "", at location: SourceLocation = #_sourceLocation
) {
    let told = answer.body.isEmpty ? "\(answer.status)" : answer.line
    #expect(told == line, "\(what)", sourceLocation: location)
}

/// Sentences that many tables of the contract end in.
enum Said {
    static let badID = #"404 {"global":["La page que vous recherchez n'existe pas"]}"#
    static let noRights = #"403 {"global":["Cette structure n'est pas enregistrée chez cet utilisateur."]}"#
    static let notSignedIn = #"401 {"global":["Authentification nécessaire"]}"#
    static let keyOrLogIn = "403 API key or login required"
    static let technical = field(
        "global",
        "Une erreur technique s'est produite. Elle a été notée, et nous allons investiguer au plus vite.")
    static let page = "404 (page)"
    static let badPage = "400 (page)"

    static func field(_ field: String, _ sentence: String, status: Int = 400) -> String {
        "\(status) " + (JSONValue.object([field: [.string(sentence)]])).text
    }
}
