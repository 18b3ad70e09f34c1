// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The routes of bookings (`contract 2018-12 §7`), but for the structure's list and for countermarks.
enum BookingRoutes {
    /// The routes.
    static let routes =
        [
            Route("POST", "/bookings", handler: create),
            Route("GET", "/bookings", handler: list),
            Route("GET", "/bookings/{id}", handler: show),
            Route("PATCH", "/bookings/{id}", handler: cancel),
            Route("GET", "/offerers/{id}/bookings", handler: ReceivedBookings.list),
        ] + AttendeeRoutes.routes

    /// A quantity above this was more than the service's column, or its sums, could hold.
    private static let largestQuantity = 100_000_000

    // MARK: Booking

    private static func create(_ call: Call) async throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        guard let stockSent = body["stockId"], !stockSent.isNull else { throw BookingSentences.missingStock }
        guard let quantity = body["quantity"]?.intValue, quantity > 0 else { throw BookingSentences.missingQuantity }
        let stockID = Identifier<Stock>(try HumanizedID.decode(stockSent) ?? 0)
        guard quantity <= largestQuantity else { throw WireError.technical.hinting(.amountOutOfRange) }
        let recommendationID = try recommendation(call, body, person, stockID, quantity)
        let command = try await call.askingTicketOffice(
            for: .book(by: person, stock: stockID, quantity: quantity, recommendation: recommendationID),
            sentences: BookingSentences.booking)
        let view = try call.perform(command, sentences: BookingSentences.booking) { state, events in
            events.lazy.compactMap { event in
                if case .bookingCreated(let booking) = event { booking } else { nil }
            }.first.flatMap { BookingView($0, in: state) }
        }
        guard let view else { throw .technical }
        return .json(BookingJSON.own(view), status: 201)
    }

    /// The recommendation that led to the booking.
    ///
    /// A malformed one is found out late, after the stock, the offer, the limit and the venue (`contract 2018-12 §7.1`,
    /// row 10), so that those are asked about first, by deciding about the booking without it.
    private static func recommendation(
        _ call: Call, _ body: JSONObject, _ person: Identifier<User>, _ stock: Identifier<Stock>, _ quantity: Int
    ) throws(WireError) -> Identifier<Recommendation>? {
        do throws(WireError) {
            return try HumanizedID.decode(body["recommendationId"] ?? .null).map { Identifier($0) }
        } catch {
            let command = Command.book(by: person, stock: stock, quantity: quantity, recommendation: nil)
            let refusal = call.service.read { state, now -> Refusal? in
                var drawing = SystemRandomNumberGenerator()
                do throws(Refusal) {
                    _ = try state.decide(command, at: now, drawing: &drawing)
                    return nil
                } catch {
                    return error
                }
            }
            throw refusal.flatMap(earlierWords) ?? error
        }
    }

    private static func earlierWords(_ refusal: Refusal) -> WireError? {
        switch refusal {
        case .unknown(.stock), .stockDeleted, .cannotBookFreeOffers, .offerWithdrawn, .bookingLimitPast,
            .venueNotValidated:
            BookingSentences.booking(refusal)
        default: nil
        }
    }

    // MARK: Reading

    private static func list(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let views = call.service.read { state, _ in
            state.bookings(of: person).compactMap { BookingView($0, in: state) }
        }
        return .json(.array(views.map(BookingJSON.own)))
    }

    /// The service showed any booking to anybody, countermark included; here only one's own.
    private static func show(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Booking.self)
        let view = call.service.read { state, _ in state.bookings[id].flatMap { BookingView($0, in: state) } }
        guard let view else { throw .htmlNotFound }
        guard view.user.id == person else { throw WireError.forbiddenOfferer.hinting(.notYourBooking) }
        return .json(BookingJSON.own(view))
    }

    // MARK: Cancelling

    private static func cancel(_ call: Call) async throws(WireError) -> Answer {
        let person = try call.signedIn()
        let body = try call.jsonBody()
        guard body["isCancelled"] == .bool(true) else { throw BookingSentences.onlyCancellation }
        let id = try call.identifier("id", of: Booking.self)
        let rules = call.service.read { state, _ in state.rules }
        let words: (Refusal) -> WireError? = { BookingSentences.cancellation($0, under: rules) }
        let command = try await call.askingTicketOffice(
            for: .cancelBooking(by: .user(person), id), sentences: words)
        let view = try call.perform(command, sentences: words) { state, _ in
            state.bookings[id].flatMap { BookingView($0, in: state) }
        }
        guard let view else { throw .htmlNotFound }
        return .json(BookingJSON.own(view))
    }
}
