// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// `GET /eventOccurrences/{id}/attendees`: names, first names, mails and countermarks of a date, to print in the last 72 hours
/// before it (`guide G22`), and as long as countermarks are left to validate after it.
enum AttendeeRoutes {
    /// The route.
    static let routes = [Route("GET", "/eventOccurrences/{id}/attendees", handler: list)]

    private struct Sheet: Sendable {
        let product: Product
        let venue: Venue
        let occurrence: Occurrence
        let attendance: Attendance
        let people: [(booking: Booking, user: User)]

        var zone: Zone { .ofDepartment(venue.departementCode) }
    }

    private static func list(_ call: Call) throws(WireError) -> Answer {
        guard call.service.read({ state, _ in state.rules.printsAttendees }) else { throw .htmlNotFound }
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Occurrence.self)
        let format = try TableFormat(call)
        let sheet = try call.service.read { state, now throws(WireError) in
            try gathered(id, for: person, at: now, in: state)
        }
        switch sheet.attendance {
        case .notBefore(let opening):
            let date = FrenchDate.long(opening, in: sheet.zone)
            throw .global("La liste des inscrits peut être imprimée à partir du \(date)")
        case .over:
            throw .global(
                "La liste des inscrits n'est plus disponible : toutes les réservations sont validées ou remboursées",
                status: 410)
        case .expected: break
        }
        return format == .json ? .json(json(sheet)) : .table(table(sheet), as: format, named: "inscrits")
    }

    private static func gathered(
        _ id: Identifier<Occurrence>, for person: Identifier<User>, at now: Instant, in state: PlatformState
    ) throws(WireError) -> Sheet {
        guard let occurrence = state.occurrences[id], !occurrence.isDeleted,
            let offer = state.offers[occurrence.offerID], let product = state.products[offer.productID],
            let venue = state.venues[offer.venueID]
        else { throw .htmlNotFound }
        guard state.canEdit(.user(person), venue.offererID) else { throw .forbiddenOfferer }
        let attendance = state.attendance(of: occurrence, at: now)
        var people: [(booking: Booking, user: User)] = []
        if case .expected(let bookings) = attendance {
            people = bookings.compactMap { booking in state.users[booking.userID].map { (booking, $0) } }
        }
        return Sheet(
            product: product, venue: venue, occurrence: occurrence, attendance: attendance, people: sorted(people))
    }

    /// By last name, then first name, as people look for each other at a door: accents and capitals decide only between equals.
    private static func sorted(_ people: [(booking: Booking, user: User)]) -> [(booking: Booking, user: User)] {
        let keyed = people.map { person in
            let (last, first) = (person.user.lastName ?? person.user.publicName, person.user.firstName ?? "")
            return (key: (FrenchText.plain(last), FrenchText.plain(first), last, first), person: person)
        }
        return keyed.sorted { left, right in
            left.key == right.key ? left.person.booking.id < right.person.booking.id : left.key < right.key
        }.map(\.person)
    }

    private static func json(_ sheet: Sheet) -> JSONValue {
        [
            "eventOccurrenceId": WireJSON.id(sheet.occurrence.id), "offerName": .string(sheet.product.name),
            "venueName": .string(sheet.venue.name), "beginningDatetime": WireJSON.date(sheet.occurrence.begin),
            "attendees": .array(
                sheet.people.map { booking, user in
                    [
                        "bookingId": WireJSON.id(booking.id), "lastName": WireJSON.text(user.lastName),
                        "firstName": WireJSON.text(user.firstName), "publicName": .string(user.publicName),
                        "email": .string(user.email), "token": .string(booking.token),
                        "quantity": WireJSON.integer(Int64(booking.quantity)), "isUsed": .bool(booking.isUsed),
                    ]
                }),
        ]
    }

    /// Who gave no name is listed by the name shown to others.
    private static func table(_ sheet: Sheet) -> TextTable {
        let seats = sheet.people.reduce(0) { $0 + $1.booking.quantity }
        return TextTable(
            title: "\(sheet.product.name) : liste des inscrits",
            notes: [
                "\(FrenchDate.long(sheet.occurrence.begin, in: sheet.zone)), \(sheet.venue.name)",
                "\(sheet.people.count) réservation(s), \(seats) place(s)",
            ],
            header: ["Nom", "Prénom", "Mail", "Contremarque", "Places", "Validée"],
            rows: sheet.people.map { booking, user in
                [
                    user.lastName ?? user.publicName, user.firstName ?? "", user.email, booking.token,
                    String(booking.quantity), booking.isUsed ? "oui" : "non",
                ]
            })
    }
}
