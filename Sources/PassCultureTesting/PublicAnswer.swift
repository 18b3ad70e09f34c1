// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture

/// An answer of the countermark routes of today's edition, to the letter (`today §2.3`), to try out what a partner's software makes of it.
///
/// ```swift
/// let transport = FakeTransport([.answer(PublicAnswer.alreadyValidated.response)])
/// ```
public struct PublicAnswer: Hashable, Sendable, CustomStringConvertible {
    /// What the answer is about, in words.
    public let name: String

    /// The answer.
    public let response: TransportResponse

    /// Creates an answer with a body of text.
    public init(_ name: String, status: Int, body: String = "") {
        self.name = name
        response = TransportResponse(
            status: status, contentType: body.isEmpty ? "text/html; charset=utf-8" : "application/json", text: body)
    }

    /// The name.
    public var description: String { name }
}

extension PublicAnswer {
    /// Done: what a validation, a taking back and a cancellation are answered with.
    public static let done = PublicAnswer("done", status: 204)

    /// A: no booking has it, or none of a venue that gave this vendor access.
    public static let notFound = PublicAnswer(
        "A", status: 404, body: #"{"global": "This countermark cannot be found"}"#)

    /// B: paid, when it is checked or to be validated.
    public static let alreadyReimbursed = PublicAnswer(
        "B", status: 403, body: #"{"payment": "This booking has already been reimbursed"}"#)

    /// C: validated before.
    public static let alreadyValidated = PublicAnswer(
        "C", status: 410, body: #"{"booking": "This booking has already been validated"}"#)

    /// D: cancelled.
    public static let cancelled = PublicAnswer(
        "D", status: 410, body: #"{"booking": "This booking has been cancelled"}"#)

    /// E: the window of cancellation of an event is open until a time on the clocks of the département.
    ///
    /// - Parameters:
    ///   - date: The day, as `03/12/2026`.
    ///   - time: The time, as `07:15`.
    public static func tooEarly(_ date: String, _ time: String) -> PublicAnswer {
        PublicAnswer(
            "E", status: 403,
            body: "{\"booking\": \"Vous pourrez valider cette contremarque à partir du \(date) à \(time), "
                + "une fois le délai d’annulation passé.\"}")
    }

    /// F: it was not validated.
    public static let notUsed = PublicAnswer("F", status: 403, body: #"{"booking": "This booking has not been used"}"#)

    /// G: paid, when its validation is to be taken back or its booking to be cancelled.
    public static let reimbursed = PublicAnswer(
        "G", status: 403, body: #"{"payment": "This booking has been reimbursed"}"#)

    /// H: the window of cancellation is over.
    public static let tooLateToCancel = PublicAnswer(
        "H", status: 403, body: #"{"booking": "This booking cannot be cancelled anymore"}"#)

    /// I: cancelled before.
    public static let alreadyCancelled = PublicAnswer(
        "I", status: 410, body: #"{"booking": "This booking has already been cancelled"}"#)

    /// J: validated, when it is to be cancelled.
    public static let validated = PublicAnswer(
        "J", status: 410, body: #"{"booking": "This booking has been validated"}"#)

    /// K: the structure is closed; a list.
    public static let structureClosed = PublicAnswer(
        "K", status: 403,
        body: #"{"booking": ["Vous ne pouvez plus valider de contremarque sur une structure fermée"]}"#)

    /// L: an activation code was given.
    public static let activationCode = PublicAnswer(
        "L", status: 403,
        body: #"{"booking": "This booking has validation codes, and cannot be marked as unused"}"#)

    /// No key, or an unknown one.
    public static let keyRefused = PublicAnswer("no key", status: 401, body: #"{"auth": "API key required"}"#)

    /// The provider is switched off; a list.
    public static let providerInactive = PublicAnswer(
        "inactive provider", status: 403, body: #"{"auth": ["Inactive provider"]}"#)

    /// More than 200 calls in a minute.
    public static let tooManyRequests = PublicAnswer(
        "too many requests", status: 429,
        body: #"{"global": ["Nombre de tentatives de connexion dépassé, veuillez réessayer dans une minute"]}"#)

    /// A route that is none, and a countermark that was left out.
    public static let noRoute = PublicAnswer("no route", status: 404, body: "{}")

    /// A check's answer: the booking.
    public static func booking(
        id: Int = 1, venue: Int = 1, status: BookingStatus = .confirmed, confirmed: String? = nil
    ) -> PublicAnswer {
        PublicAnswer(
            "booking", status: 200, body: bookingJSON(id: id, venue: venue, status: status, confirmed: confirmed))
    }

    /// A page of a list.
    ///
    /// - Parameters:
    ///   - ids: The numbers of the bookings.
    ///   - venue: The venue of them all.
    ///   - status: The status of them all.
    public static func page(_ ids: [Int], venue: Int = 1, status: BookingStatus = .used) -> PublicAnswer {
        let bookings = ids.map { bookingJSON(id: $0, venue: venue, status: status, confirmed: nil) }
        return PublicAnswer("page", status: 200, body: #"{"bookings":["# + bookings.joined(separator: ",") + "]}")
    }

    private static func bookingJSON(id: Int, venue: Int, status: BookingStatus, confirmed: String?) -> String {
        let category = confirmed == nil ? "null" : #""Carré or""#
        return #"""
            {"id":\#(id),"quantity":2,"creationDate":"2026-11-20T10:00:00.250000Z","confirmationDate":\#(confirmed.map { "\"\($0)\"" } ?? "null"),"price":1250,"status":"\#(status.rawValue)","offerId":7,"stockId":8,"venueId":\#(venue),"priceCategoryId":\#(confirmed == nil ? "null" : "9"),"priceCategoryLabel":\#(category),"offerName":"Grand livre","venueName":"Librairie","offerEan":\#(confirmed == nil ? #""9782895761792""# : "null"),"offerAddress":"1 rue du Livre 93100 Montreuil","offerDepartmentCode":"93","userEmail":"jeune@example.com","userFirstName":"Camille","userLastName":"Exemple","userPhoneNumber":"+33612345678","userPostalCode":"93100","userBirthDate":"2008-05-17"}
            """#
    }
}
