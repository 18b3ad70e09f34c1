// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The public API v1: a path for each thing that can be done with a countermark, and bookings that can be listed (`today §2`).
struct PublicV1: Dialect {
    let key: ProviderKey
    /// The venue that the till stands in.
    let venue: Int
    /// The clocks by which the platform writes times for the till.
    let zone: Zone

    var edition: Edition { .publicV1 }

    var operations: Set<CountermarkCall.Operation> { Set(CountermarkCall.Operation.allCases) }

    var authorization: String? { key.authorization }

    var validationPath: String { Self.path(.validate) + "{token}" }

    var limit: RateLimit? { .of(key) }

    var secrets: [String] { [key.text] }

    func question(_ operation: CountermarkCall.Operation, _ countermark: Countermark) -> DialectQuestion {
        let path = Self.path(operation)
        return DialectQuestion(
            method: operation == .verify ? "GET" : "PATCH", path: path + countermark.revealed,
            pathTemplate: path + "{token}", body: nil)
    }

    var hasLists: Bool { true }

    func listing(_ query: BookingQuery, from first: Int) -> DialectQuestion? {
        let path = "/public/bookings/v1/bookings"
        return DialectQuestion(
            method: "GET", path: path + "?" + query.text + "&firstIndex=\(first)&limit=\(query.pageSize)",
            pathTemplate: path, body: nil)
    }

    func search(for booking: String, in status: BookingStatus) -> DialectQuestion? {
        guard let number = Int(booking), number > 0 else { return nil }
        return listing(.ofVenue(venue, status: status, pageSize: 1), from: number)
    }

    private static func path(_ operation: CountermarkCall.Operation) -> String {
        switch operation {
        case .verify: "/public/bookings/v1/token/"
        case .validate: "/public/bookings/v1/use/token/"
        case .undo: "/public/bookings/v1/keep/token/"
        case .cancel: "/public/bookings/v1/cancel/token/"
        }
    }

    var comparesVenues: Bool { true }

    /// A yes without a booking is no answer of this edition: nobody could compare the venue.
    var nothingTold: Verification? { nil }

    func verification(reading body: [UInt8]) -> Result<Verification, PassCultureError> {
        do throws(PassCultureError) {
            let booking = try BookingReading.booking(in: body)
            guard let reason = reasonAgainst(booking) else { return .success(.valid(booking)) }
            return .success(
                .refused(Refusal(reason: reason, status: 200, basis: .sentence, serverSentences: [])))
        } catch {
            return .failure(error)
        }
    }

    private func reasonAgainst(_ booking: BookingDetails) -> Refusal.Reason? {
        switch booking.status {
        case .used: .alreadyValidated
        case .cancelled: .cancelled
        case .reimbursed: .reimbursed
        case .confirmed, nil: booking.venueID == venue ? nil : .wrongVenue
        }
    }

    func refusal(in response: TransportResponse, to operation: CountermarkCall.Operation) -> Refusal {
        PublicRefusal(response).refusal(to: operation, in: zone)
    }

    func patience(after response: TransportResponse) -> Duration? {
        response.patience
    }
}
