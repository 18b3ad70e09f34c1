// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// `GET /offerers/{id}/bookings`: a structure's list of what was booked with it (`guide G27`, `contract 2018-12 §9.6`).
enum ReceivedBookings {
    /// The columns that the list can be sorted by; the raw value is the wire's.
    private enum Column: String {
        case number = "booking_id"
        case venue = "venue_name"
        case date
        case category
        case amount
    }

    /// One page of ten, oldest first unless asked for otherwise; all of them as a table for people, where the guide's table is.
    static func list(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Offerer.self)
        guard call.service.read({ state, _ in state.canEdit(.user(person), id) }) else { throw .forbiddenOfferer }
        guard call.service.read({ state, _ in state.offerers[id] != nil }) else { throw .htmlNotFound }
        let page = try Page(call, size: 10)
        let column = try column(call)
        let isDescending = try isDescending(call)
        let rules = call.service.read { state, _ in state.rules }
        if rules.hasBookingTable {
            let format = try TableFormat(call)
            if format != .json { return try table(call, of: id, by: column, isDescending, as: format) }
        }
        let rows = call.service.read { state, _ in
            let ids = sorted(state.bookingIDs(of: id), by: column, isDescending, in: state)
            let shown = page.of(ids)
            let forecast = forecast(of: id, for: shown, in: state)
            return shown.compactMap { id in
                state.bookings[id].flatMap { BookingView($0, in: state) }.map { view in
                    let row = rules.hasBookingTable ? BookingTableRow(view, by: forecast, in: state) : nil
                    return (view, state.reimbursement(of: id, by: forecast), row)
                }
            }
        }
        let list = rows.map { view, reimbursement, row in
            BookingJSON.received(
                view,
                reimbursement: .init(amount: reimbursement?.amount ?? .zero, rule: reimbursement?.rule),
                showsToken: rules.showsCountermarksBeforeUse || view.booking.isUsed, table: row?.json)
        }
        return .json(.array(list))
    }

    /// The guide's table (`guide G34`), with the names, mails and countermarks of `guide G27`.
    private static func table(
        _ call: Call, of id: Identifier<Offerer>, by column: Column, _ isDescending: Bool, as format: TableFormat
    ) throws(WireError) -> Answer {
        let (name, rows) = call.service.read { state, _ in
            let ids = sorted(state.bookingIDs(of: id), by: column, isDescending, in: state)
            let forecast = forecast(of: id, for: ids, in: state)
            let rows = ids.compactMap { id in
                state.bookings[id].flatMap { BookingView($0, in: state) }
                    .map { BookingTableRow($0, by: forecast, in: state) }
            }
            return (state.offerers[id]?.name ?? "", rows)
        }
        let table = TextTable(
            title: "Réservations : \(name)", groups: BookingTableRow.groups, header: BookingTableRow.header,
            rows: rows.map(\.cells))
        return .table(table, as: format, named: "reservations")
    }

    /// What bookings without a payment will bring; nothing where all of them have one.
    private static func forecast(
        of id: Identifier<Offerer>, for shown: [Identifier<Booking>], in state: PlatformState
    ) -> ReimbursementForecast? {
        let isNeeded = shown.contains { state.bookings[$0]?.paymentID == nil }
        return isNeeded ? ReimbursementForecast(of: id, in: state) : nil
    }

    // MARK: Sorting

    private static func column(_ call: Call) throws(WireError) -> Column {
        guard let text = call.query("order_by_column"), !text.isEmpty else { return .number }
        guard let column = Column(rawValue: text) else { throw .field("order_by_column", "Valeur inconnue") }
        return column
    }

    private static func isDescending(_ call: Call) throws(WireError) -> Bool {
        switch call.query("order")?.lowercased() {
        case nil, "", "asc": false
        case "desc": true
        default: throw .field("order", "Valeur inconnue")
        }
    }

    /// Equal rows stay in the order of the bookings, whichever way the column is sorted.
    private static func sorted(
        _ ids: [Identifier<Booking>], by column: Column, _ isDescending: Bool, in state: PlatformState
    ) -> [Identifier<Booking>] {
        func by<Key: Comparable>(_ key: (Identifier<Booking>) -> Key) -> [Identifier<Booking>] {
            let keyed = ids.map { (key: key($0), id: $0) }
            return keyed.sorted {
                if $0.key == $1.key { return $0.id < $1.id }
                return isDescending ? $0.key > $1.key : $0.key < $1.key
            }.map(\.id)
        }
        func product(_ id: Identifier<Booking>) -> Product? {
            state.bookings[id].flatMap { state.product(of: $0.stockID) }
        }
        switch column {
        case .number: return isDescending ? ids.sorted(by: >) : ids.sorted()
        case .amount: return by { state.bookings[$0]?.amount ?? .zero }
        case .date: return by { state.bookings[$0]?.dateCreated.microseconds ?? 0 }
        case .category: return by { product($0)?.type ?? "" }
        case .venue:
            return by { id in
                let name = state.bookings[id].flatMap { state.venue(of: $0.stockID) }?.name ?? ""
                return FrenchText.plain(name) + "\0" + name
            }
        }
    }
}
