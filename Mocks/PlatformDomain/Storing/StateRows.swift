// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The rows of the parts of the state that are no records of the domain.
enum StateRows {
    /// The one row of what there is one of.
    struct Head: StoredRecord {
        let now: Instant
        let nextBatch: Instant
        let nextDue: Int64

        static let columns: [Column<Head>] = [
            Column("now", \.now), Column("nextBatch", \.nextBatch), Column("nextDue", \.nextDue),
        ]

        init(_ row: inout StoredRow) throws(StoredError) {
            now = try row.next()
            nextBatch = try row.instantOrNever()
            nextDue = try row.next()
        }

        init(_ state: PlatformState) {
            now = state.now
            nextBatch = state.nextBatch
            nextDue = state.due.nextSequence
        }
    }

    /// A thing that will fall due, in its place in the queue.
    struct Due: StoredRecord {
        let at: Instant
        let sequence: Int64
        /// What it is; nothing for what falls due no longer, of which files of older kits may tell.
        let what: DueWhat?

        static let columns: [Column<Due>] = [
            Column("at", \.at), Column("sequence", \.sequence), Column("what", \.name), Column("booking", \.booking),
            Column("stock", \.stock),
        ]

        /// The entry of the queue.
        var entry: DueQueue.Entry? { what.map { DueQueue.Entry(at: at, sequence: sequence, what: $0) } }

        private var name: String {
            switch what {
            case .pickUpExpired: "pickUpExpired"
            case .bookingPayable: "bookingPayable"
            case .eventTookPlace: "eventTookPlace"
            case .bookingRecap: "bookingRecap"
            case .eanOrder: "eanOrder"
            case .cinemaOrder: "cinemaOrder"
            case .paymentBatch: "paymentBatch"
            case nil: Self.barcodeReturn
            }
        }

        private var booking: Identifier<Booking>? {
            switch what {
            case .pickUpExpired(let id), .bookingPayable(let id), .eventTookPlace(let id): id
            case .bookingRecap, .eanOrder, .cinemaOrder, .paymentBatch, nil: nil
            }
        }

        private var stock: Identifier<Stock>? {
            if case .bookingRecap(let id) = what { id } else { nil }
        }

        /// Barcodes that go back wait among themselves.
        private static let barcodeReturn = "barcodeReturn"

        init(_ entry: DueQueue.Entry) {
            at = entry.at
            sequence = entry.sequence
            what = entry.what
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            at = try row.instantOrNever()
            sequence = try row.next()
            let name: String = try row.next()
            let booking: Identifier<Booking>? = try row.next()
            let stock: Identifier<Stock>? = try row.next()
            switch (name, booking, stock) {
            case ("pickUpExpired", let id?, nil): what = .pickUpExpired(id)
            case ("bookingPayable", let id?, nil): what = .bookingPayable(id)
            case ("eventTookPlace", let id?, nil): what = .eventTookPlace(id)
            case ("bookingRecap", nil, let id?): what = .bookingRecap(id)
            case ("eanOrder", nil, nil): what = .eanOrder
            case ("cinemaOrder", nil, nil): what = .cinemaOrder
            case ("paymentBatch", nil, nil): what = .paymentBatch
            case (Self.barcodeReturn, nil, _): what = nil
            default: throw StoredError("nothing called \(name) falls due like that")
            }
        }
    }

    /// A booking that is payable and has no payment yet.
    struct Payable: StoredRecord {
        let booking: Identifier<Booking>

        static let columns: [Column<Payable>] = [Column("booking", \.booking)]

        init(_ booking: Identifier<Booking>) {
            self.booking = booking
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            booking = try row.next()
        }
    }

    /// Until when nothing becomes by itself of a booking whose validation was taken back.
    struct Held: StoredRecord {
        let booking: Identifier<Booking>
        let until: Instant

        static let columns: [Column<Held>] = [Column("booking", \.booking), Column("until", \.until)]

        init(_ booking: Identifier<Booking>, until: Instant) {
            self.booking = booking
            self.until = until
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            booking = try row.next()
            until = try row.next()
        }
    }

    /// A payment that waits for the account of a venue.
    struct Unprocessable: StoredRecord {
        let venue: Identifier<Venue>
        let payment: Identifier<Payment>

        static let columns: [Column<Unprocessable>] = [Column("venue", \.venue), Column("payment", \.payment)]

        init(_ venue: Identifier<Venue>, _ payment: Identifier<Payment>) {
            self.venue = venue
            self.payment = payment
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            venue = try row.next()
            payment = try row.next()
        }
    }

    /// What counts towards a structure's ceiling.
    struct Reimbursable: StoredRecord {
        let offerer: Identifier<Offerer>
        let amount: Euros

        static let columns: [Column<Reimbursable>] = [Column("offerer", \.offerer), Column("amount", \.amount)]

        init(_ offerer: Identifier<Offerer>, _ amount: Euros) {
            self.offerer = offerer
            self.amount = amount
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            offerer = try row.next()
            amount = try row.next()
        }
    }

    /// What counts towards a venue's brackets in a year.
    struct Revenue: StoredRecord {
        let venueYear: VenueYear
        let amount: Euros

        static let columns: [Column<Revenue>] = [
            Column("venueYear_venueID", \.venueYear.venueID), Column("venueYear_year", \.venueYear.year),
            Column("amount", \.amount),
        ]

        init(_ venueYear: VenueYear, _ amount: Euros) {
            self.venueYear = venueYear
            self.amount = amount
        }

        init(_ row: inout StoredRow) throws(StoredError) {
            venueYear = VenueYear(venueID: try row.next(), year: try row.next())
            amount = try row.next()
        }
    }
}
