// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// What a tester of today's edition has to have: venues, beneficiaries, offers, and bookings in every state.
    var saleRoutes: [Route] {
        [
            route("POST", "/venues") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                try body.allowOnly(["providerId", "name", "postalCode"])
                var made = MadeVenue()
                made.providerID = try body.recordIfAny("providerId")
                if let name = try body.text("name") { made.name = name }
                if let code = try body.text("postalCode") {
                    guard code.utf8.count == 5, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
                        throw .control("postalCode is no French one", hint: "Five digits, such as 75011.")
                    }
                    made.postalCode = code
                }
                let venue = try made.make(service)
                return .control(
                    [
                        "id": PublicJSON.id(venue.id), "offererId": PublicJSON.id(venue.offererID),
                        "name": .string(venue.name), "siret": WireJSON.text(venue.siret),
                    ], status: 201)
            },
            route("POST", "/beneficiaries") { [service] call throws(WireError) in
                try await Self.makeBeneficiary(call, service)
            },
            route("POST", "/offers") { [service] call throws(WireError) in try Self.makeOffer(call, service) },
            route("POST", "/bookings") { [service] call throws(WireError) in
                try await Self.makeBooking(call, service)
            },
            route("POST", "/structures/close") { [service] call throws(WireError) in
                try Self.setStructure(call, isActive: false, service)
            },
            route("POST", "/structures/reopen") { [service] call throws(WireError) in
                try Self.setStructure(call, isActive: true, service)
            },
        ]
    }

    private static func makeBeneficiary(_ call: Call, _ service: Service) async throws(WireError) -> Answer {
        let body = try ControlBody(call)
        try body.allowOnly(["email", "password", "firstName", "lastName", "credit"])
        var made = MadeBeneficiary()
        if body.has("email") { made.email = try body.email("email") }
        if let name = try body.text("firstName") { made.firstName = name }
        if let name = try body.text("lastName") { made.lastName = name }
        if body.has("credit") { made.credit = Euros(cents: Int64(try body.int("credit", in: 0...1_000_000))) }
        let password = try body.text("password")
        if let password { made.passwordHash = await service.hash(password: password) }
        let id = try made.make(service)
        let user = service.read { state, _ in state.users[id] }
        return .control(
            [
                "id": PublicJSON.id(id), "email": WireJSON.text(user?.email),
                "credit": PublicJSON.cents(user?.credit ?? .zero),
            ], status: 201)
    }

    private static func makeOffer(_ call: Call, _ service: Service) throws(WireError) -> Answer {
        let body = try ControlBody(call)
        try body.allowOnly(["kind", "venueId", "providerId", "name", "price", "startsIn", "quantity"])
        let kind = try body.choice("kind", of: MadeOffer.Kind.self)
        var offer = MadeOffer(kind: kind, venueID: try body.record("venueId"))
        offer.providerID = try body.recordIfAny("providerId")
        offer.name = try body.text("name")
        if body.has("price") { offer.price = Euros(cents: Int64(try body.int("price", in: 0...300_00))) }
        if body.has("startsIn") {
            offer.startsIn = try body.seconds("startsIn")
            guard (Span.days(-3_650)...Span.days(3_650)).contains(offer.startsIn) else {
                throw .control("startsIn is out of bounds", hint: "It is ten years at most, in seconds.")
            }
        }
        if body.has("quantity") { offer.quantity = Int64(try body.int("quantity", in: 0...1_000_000)) }
        let made = try offer.make(service)
        let begin = service.read { state, _ in state.occurrence(of: made.stockID)?.begin }
        return .control(
            [
                "offerId": PublicJSON.id(made.offerID), "stockId": PublicJSON.id(made.stockID),
                "priceCategoryId": PublicJSON.id(made.priceCategoryID), "venueId": PublicJSON.id(offer.venueID),
                "category": .string(kind.category), "beginningDatetime": WireJSON.date(begin),
            ], status: 201)
    }

    private static func makeBooking(_ call: Call, _ service: Service) async throws(WireError) -> Answer {
        let body = try ControlBody(call)
        try body.allowOnly(["state", "providerId", "venueId", "stockId", "offerId", "beneficiaryId", "quantity"])
        let quantity = try body.has("quantity") ? body.int("quantity", in: 1...2) : 1
        let userID: Identifier<User>? = try body.recordIfAny("beneficiaryId")
        if body.has("stockId") || body.has("offerId") {
            try bookAsItIs(body)
            let stockID = try stock(body, service)
            // A beneficiary is made for what can be booked alone.
            var rehearsal = Rehearsal(service)
            try rehearsal.book(by: userID, stock: stockID, quantity: quantity)
            let booker = try MadeBeneficiary.unless(userID, service)
            let command = try await asking(
                service, .book(by: booker, stock: stockID, quantity: quantity, recommendation: nil))
            let booking = try performThen(service, command) { state, _ in
                state.bookings[Identifier(Int64(state.bookings.count))]
            }
            guard let booking else { throw .serverFault }
            return .control(.object(json(booking, service)), status: 201)
        }
        let state = try body.choice("state", of: MadeState.self)
        let providerID: Identifier<Provider> = try body.record("providerId")
        guard service.read({ state, _ in state.providers[providerID] != nil }) else { throw .unknownProvider }
        guard state != .unknown else {
            return .control(
                ["token": .string(service.unusedCountermark()), "state": "unknown", "answers": state.json], status: 201)
        }
        let booking = try MadeBooking(
            state: state, providerID: providerID, venueID: try body.recordIfAny("venueId"), userID: userID,
            quantity: quantity
        ).make(service)
        var object = json(booking, service)
        object["state"] = .string(state.rawValue)
        object["answers"] = state.json
        return .control(.object(object), status: 201)
    }

    /// Refuses what says more of a booking than whose it is and for how many, once its stock or offer is named.
    private static func bookAsItIs(_ body: ControlBody) throws(WireError) {
        let named = body.has("stockId") ? "stockId" : "offerId"
        let others = ["state", "providerId", "venueId", "offerId"]
        guard let other = others.first(where: { $0 != named && body.has($0) }) else { return }
        throw .control(
            "\(other) does not go with \(named)",
            hint:
                "Give beneficiaryId and quantity beside it; or state and providerId alone, which make an offer of their own."
        )
    }

    /// The stock that is named, or the one that a product has on sale: the public API does not tell its number.
    private static func stock(_ body: ControlBody, _ service: Service) throws(WireError) -> Identifier<Stock> {
        guard !body.has("stockId") else { return try body.record("stockId") }
        let offerID: Identifier<Offer> = try body.record("offerId")
        guard let stock = service.read({ state, _ in state.liveStock(of: offerID) }) else {
            throw .control(.unknown(.stock))
        }
        return stock.id
    }

    private static func json(_ booking: Booking, _ service: Service) -> JSONObject {
        let (offer, user, tickets) = service.read { state, _ in
            (state.offer(of: booking.stockID), state.users[booking.userID], state.tickets(of: booking.id))
        }
        var object: JSONObject = [
            "id": PublicJSON.id(booking.id), "token": .string(booking.token), "offerId": PublicJSON.id(offer?.id),
            "stockId": PublicJSON.id(booking.stockID), "venueId": PublicJSON.id(offer?.venueID),
            "beneficiaryId": PublicJSON.id(booking.userID), "email": WireJSON.text(user?.email),
        ]
        if !tickets.isEmpty {
            object["tickets"] = .array(
                tickets.map { ["barcode": .string($0.barcode), "seat": WireJSON.text($0.seat)] })
        }
        return object
    }

    private static func setStructure(_ call: Call, isActive: Bool, _ service: Service) throws(WireError) -> Answer {
        let body = try ControlBody(call)
        try body.allowOnly(["offererId", "venueId"])
        let offererID: Identifier<Offerer>
        if body.has("venueId") {
            let venueID: Identifier<Venue> = try body.record("venueId")
            offererID = try setStructure(of: venueID, isActive: isActive, service)
        } else {
            offererID = try body.record("offererId")
            try setStructure(offererID, isActive: isActive, service)
        }
        return .control(["offererId": PublicJSON.id(offererID), "isActive": .bool(isActive)])
    }

    /// Closes or reopens the structure of a venue.
    @discardableResult
    static func setStructure(
        of venueID: Identifier<Venue>, isActive: Bool, _ service: Service
    ) throws(WireError) -> Identifier<Offerer> {
        guard let venue = service.read({ state, _ in state.venues[venueID] }) else {
            throw .control(.unknown(.venue))
        }
        try setStructure(venue.offererID, isActive: isActive, service)
        return venue.offererID
    }

    private static func setStructure(
        _ id: Identifier<Offerer>, isActive: Bool, _ service: Service
    ) throws(WireError) {
        guard service.read({ state, _ in state.offerers[id] != nil }) else { throw .control(.unknown(.offerer)) }
        var changes = OffererChanges()
        changes.isActive = isActive
        try perform(service, .updateOfferer(by: .team, id, changes))
    }

    /// Asks the partner whose tickets a command is about, if it is about any.
    static func asking(_ service: Service, _ command: Command) async throws(WireError) -> Command {
        do throws(Refusal) {
            return try await service.askingTicketOffice(for: command)
        } catch {
            throw .control(error)
        }
    }

    /// Performs a command and returns what is asked of the state right after it.
    static func performThen<Value: Sendable>(
        _ service: Service, _ command: Command, then projection: (PlatformState, [Event]) -> Value
    ) throws(WireError) -> Value {
        do throws(Refusal) {
            return try service.perform(command, then: projection)
        } catch {
            throw .control(error)
        }
    }

    /// The same for a command of today's edition.
    @discardableResult
    static func performPublicV1<Value: Sendable>(
        _ service: Service, _ command: PublicV1Command, then projection: (PlatformState, [Event]) -> Value
    ) throws(WireError) -> Value {
        try performThen(service, .publicV1(command), then: projection)
    }
}

extension WireError {
    /// There is no such provider.
    static let unknownProvider = control(
        "No such provider", hint: "POST /_control/providers makes one.", status: 404)
}
