// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// The order in which people look for a name.
@Suite("The guide, names in order")
struct AttendeeOrderTests {
    @Test("G22: the list of a date has names in the order of a directory: accents decide only between equals")
    func attendees() async {
        let shop = await Shop(.documented)
        let date = await shop.date(await shop.event(type: "EventType.CINEMA"), in: .days(2))
        let seats = await shop.seats(date, price: 1)
        // Évrard is typed with an accent of its own, as macOS writes it.
        for (first, last) in [
            ("Ana", "Zola"), ("Bea", "E\u{301}vrard"), ("Cid", "Eluard"), ("Dan", "Œillet"), ("Eva", "Odon"),
            ("Fay", "Ofra"), ("Guy", "Éluard"), ("Ida", "çelik"), ("Job", "Ñunez"), ("Kim", "Nuno"),
        ] { _ = await shop.book(await shop.youngPerson(first, last), seats) }
        let path = "/eventOccurrences/\(date)/attendees"
        let list = await shop.send("GET", path).json["attendees"]?.arrayValue ?? []
        let names = ["Ida", "Cid", "Guy", "Bea", "Job", "Kim", "Eva", "Dan", "Fay", "Ana"]
        #expect(list.map { $0["firstName"]?.stringValue } == names)
        let csv = await shop.send("GET", path + "?format=csv").text.split(separator: "\r\n").dropFirst()
        #expect(csv.map { String($0.split(separator: ";")[1]) } == names)
    }

    @Test(
        "G25: who comes to a course is listed at its first session, whichever date was booked; to a show, at the date booked",
        arguments: [("EventType.PRATIQUE_ARTISTIQUE", ["Ana", "Zoé"]), ("EventType.SPECTACLE_VIVANT", ["Ana"])])
    func course(type: String, names: [String]) async {
        let shop = await Shop(.documented)
        let offer = await shop.event(type: type)
        let first = await shop.date(offer, in: .days(5))
        let last = await shop.date(offer, in: .days(19))
        _ = await shop.book(await shop.youngPerson("Ana", "Petit"), await shop.seats(first))
        _ = await shop.book(await shop.youngPerson("Zoé", "Simon"), await shop.seats(last))
        func listed(_ date: String) async -> [String?] {
            let list = await shop.send("GET", "/eventOccurrences/\(date)/attendees").json["attendees"]?.arrayValue ?? []
            return list.map { $0["firstName"]?.stringValue }
        }
        shop.service.advance(by: .days(3))
        #expect(await listed(first) == names)
        shop.service.advance(by: .days(14))
        #expect(await listed(last) == ["Zoé"])
    }

    @Test("the structures that a professional is attached to are in that order too")
    func structures() async {
        let shop = await Shop(.documented)
        for (name, siren) in [("Zénith", "552081317"), ("Étoile", "552100554"), ("éden", "542051180")] {
            let answer = await shop.send(
                "POST", "/offerers",
                json: [
                    "name": .string(name), "siren": .string(siren), "address": "1 rue X", "postalCode": "75001",
                    "city": "Paris",
                ])
            #expect(answer.status == 201, "\(answer.line)")
        }
        let waiting = await shop.send("GET", "/offerers?validated=false").json.arrayValue ?? []
        let known = await shop.send("GET", "/offerers").json.arrayValue ?? []
        let names = (known.count > 1 ? known : waiting).map { $0["name"]?.stringValue ?? "" }
        #expect(names.filter { $0 != "Crédit Coopératif" } == ["éden", "Étoile", "Zénith"])
    }
}
