// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

extension DayList {
    /// Reads the list of attendees that the portal gives as CSV in the last 72 hours before a show (`guide G22`): last name, first name,
    /// mail, countermark, seats, and whether it was validated.
    ///
    /// - Parameters:
    ///   - bytes: The file: UTF-8, semicolons.
    ///   - show: The show, which the file does not name.
    /// - Throws: ``ListReadingError``, with the line of what is wrong.
    public init(attendeesCSV bytes: [UInt8], of show: Show) throws(ListReadingError) {
        try self.init(attendees: CSVTable(parsing: bytes), of: show)
    }

    /// Reads the table of the screen "Réservations" as CSV (`guide G34`): the bookings of all shows; cancelled ones and what has no date
    /// are left out. A show whose bookings are all cancelled is one of ``shows`` all the same.
    ///
    /// What is paid, or waits for nothing but its transfer, counts as validated.
    ///
    /// - Parameters:
    ///   - bytes: The file: UTF-8, semicolons.
    ///   - zone: The clocks of the venue, by which it gives its dates.
    /// - Throws: ``ListReadingError``, with the line of what is wrong.
    public init(bookingsCSV bytes: [UInt8], in zone: Zone = .paris) throws(ListReadingError) {
        try self.init(bookings: CSVTable(parsing: bytes), in: zone)
    }

    init(attendees table: CSVTable, of show: Show?) throws(ListReadingError) {
        let places = try table.places(of: ["Nom", "Prénom", "Mail", "Contremarque", "Validée"])
        guard let show else {
            throw ListReadingError(
                .showNeeded, "la liste ne nomme pas sa séance : donnez l'offre et l'horaire.",
                "the list does not name its show: give the offer and the time.")
        }
        var builder = Builder()
        for row in table.rows {
            let cells = places.map { row.cells[$0] }
            let isUsed: Bool
            switch cells[4].trimmed().lowercased() {
            case "oui": isUsed = true
            case "non": isUsed = false
            default:
                throw ListReadingError(
                    .value, line: row.line, "« Validée » doit être oui ou non.", "\"Validée\" must be oui or non.")
            }
            try builder.add(
                cells[3], line: row.line, show, userName: Self.name(cells[1], cells[0]), email: cells[2], isUsed: isUsed
            )
        }
        self.init(builder.entries, of: [show])
    }

    init(bookings table: CSVTable, in zone: Zone) throws(ListReadingError) {
        let places = try table.places(
            of: ["Offre", "Date", "Nom", "Prénom", "Mail", "Contremarque", "État du paiement"])
        var builder = Builder()
        var shows: Set<Show> = []
        for row in table.rows {
            let cells = places.map { row.cells[$0] }
            let state = BookingState(rawValue: cells[6].trimmed())
            guard let state else {
                throw ListReadingError(
                    .value, line: row.line, "« État du paiement » est inconnu.", "\"État du paiement\" is unknown.")
            }
            let date = cells[1].trimmed()
            if date.isEmpty { continue }
            guard let begins = FrenchTable.instant(date, in: zone) else {
                throw ListReadingError(
                    .value, line: row.line, "« Date » doit être comme 24/12/2018 20:30.",
                    "\"Date\" must be like 24/12/2018 20:30.")
            }
            let show = Show(offerName: cells[0], begins: begins)
            shows.insert(show)
            if state == .cancelled { continue }
            try builder.add(
                cells[5], line: row.line, show, userName: Self.name(cells[3], cells[2]), email: cells[4],
                isUsed: state.isUsed)
        }
        self.init(builder.entries, of: shows)
    }

    /// First name and last name, as far as they are there.
    static func name(_ first: String, _ last: String) -> String {
        [first, last].map { $0.trimmed() }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Entries in the making: no countermark twice.
    struct Builder {
        private(set) var entries: [Entry] = []
        private var countermarks: Set<Countermark> = []

        /// Adds a booking that stands on a line or at a place.
        mutating func add(
            _ typed: String, line: Int? = nil, path: String? = nil, _ show: Show, userName: String, email: String,
            isUsed: Bool
        ) throws(ListReadingError) {
            guard let countermark = try? Countermark(typed) else {
                throw ListReadingError(
                    .value, line: line, path: path, "la contremarque n'a pas six lettres ou chiffres.",
                    "the countermark does not have six letters or digits.")
            }
            guard countermarks.insert(countermark).inserted else {
                throw ListReadingError(
                    .duplicate, line: line, path: path, "cette contremarque y est déjà.",
                    "this countermark stands there already.")
            }
            entries.append(
                Entry(
                    countermark: countermark, offerName: show.offerName, begins: show.begins, userName: userName,
                    email: email, isUsed: isUsed))
        }
    }
}
