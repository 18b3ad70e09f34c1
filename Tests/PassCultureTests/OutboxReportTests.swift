// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture
import Testing

/// What an outbox says of a day or a month.
struct OutboxReportTests {
    private static func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

    private static func attempt(
        _ id: UInt64, _ code: String?, at planned: String = "2018-12-03T11:00:00Z", venue: String? = "Le Studio",
        cents: Int64? = 650, till: String = "caisse 1", overrides: Bool = false, _ events: [Attempt.Event] = []
    ) throws -> Attempt {
        let at = try instant(planned)
        var attempt = Attempt(
            id: id, till: till, venue: venue, countermark: try code.map { try Countermark($0) }, amountCents: cents,
            plannedAt: at, overridesRule: overrides, checkedAt: at)
        for event in events { try attempt.apply(event, at: at) }
        return attempt
    }

    private static func someAttempts() throws -> [Attempt] {
        let promotion = Attempt.Promotion(.person, name: "=Zoé", at: try instant("2018-12-04T08:00:00Z"))
        return [
            try attempt(1, "AAAAA1", [.sent, .validated]),
            try attempt(2, "AAAAA2", cents: nil, [.sent, .validated]),
            try attempt(3, "AAAAA3", venue: nil, cents: 1_000, [.sent, .lost("no-answer"), .readBack(.validated)]),
            try attempt(4, "AAAAA4", venue: "Annexe", [.sent, .lost("no-answer")]),
            try attempt(5, "AAAAA5", overrides: true),
            try attempt(6, "AAAAA6", [.sent, .refused("cancelled")]),
            try attempt(7, "AAAAA7", [.abandoned("by Paule")]),
            try attempt(8, "AAAAA8", till: "<b>@caisse", [.sent, .lost("no-answer"), .promoted(promotion)]),
            try attempt(9, "AAAAA9", venue: "Annexe", [.sent]),
            // Midnight in Paris is 23:00 UTC: this one is of the day before, the next of the day after.
            try attempt(10, "AAAB10", at: "2018-12-02T22:59:59Z", [.sent, .validated]),
            try attempt(11, "AAAB11", at: "2018-12-03T23:00:00Z", [.sent, .validated]),
        ]
    }

    private static func day() throws -> ReportPeriod { try #require(ReportPeriod("2018-12-03")) }

    @Test func `a day is a day in Paris, and each standing is counted with its amount`() throws {
        let report = OutboxReport(try Self.someAttempts(), of: try Self.day())
        #expect(report.attempts.map(\.id) == Array(1...9))
        #expect(report.total[.validated].count == 3)
        #expect(report.total[.validated].amountCents == 1_300)
        #expect(report.total[.validated].withoutAmount == 1)
        #expect(report.total[.probable].amountCents == 1_000)
        #expect(report.total[.unknown].count == 2)
        #expect(OutboxReport.Standing.allCases.map { report.total[$0].count } == [3, 1, 1, 2, 1, 1])
        #expect(report.venues.map(\.venue) == ["Annexe", "Le Studio", nil])
        #expect(report.venues[0][.unknown].count == 2)
        #expect(report.overrides.map(\.id) == [5])
        #expect(report.promotions.map(\.id) == [8])
        let annexe = OutboxReport(try Self.someAttempts(), of: try Self.day(), venue: "Annexe")
        #expect(annexe.attempts.map(\.id) == [4, 9])
        let month = try #require(ReportPeriod("2018-12"))
        #expect(OutboxReport(try Self.someAttempts(), of: month).attempts.count == 11)
    }

    @Test func `a sum that cannot be represented stays at its end`() throws {
        let attempts = [
            try Self.attempt(1, "AAAAA1", cents: .max), try Self.attempt(2, "AAAAA2", cents: 1),
        ]
        #expect(OutboxReport(attempts, of: try Self.day()).total[.provisional].amountCents == .max)
    }

    @Test func `only days and months that there are can be asked for`() throws {
        for text in ["", "2018", "2018-13", "2018-02-29", "2018-1-01", "03/12/2018", "2018-12-03T", "2018-+1-01"] {
            #expect(ReportPeriod(text) == nil, "\(text)")
        }
        let march = try #require(ReportPeriod("2018-03"))
        #expect(march.begin.iso8601 == "2018-02-28T23:00:00Z")
        #expect(march.over.iso8601 == "2018-03-31T22:00:00Z")
        #expect(march.inFrench == "mars 2018")
        #expect(try #require(ReportPeriod("2018-12")).over.iso8601 == "2018-12-31T23:00:00Z")
        #expect(try Self.day().inFrench == "3 décembre 2018")
    }

    @Test func `the CSV opens in a French spreadsheet, calculates nothing and hides countermarks`() throws {
        let report = OutboxReport(try Self.someAttempts(), of: try Self.day())
        let text = String(decoding: report.csv(), as: UTF8.self)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let lines = text.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(lines.allSatisfy { $0.count == 13 })
        #expect(lines[1].prefix(6) == ["total", "", "validée", "3", "13,00", "1"])
        #expect(
            text.contains(
                "tentative;Le Studio;validée;1;6,50;0;0000000000000001;****A1;caisse 1;03/12/2018 12:00;non;;"))
        #expect(text.contains(";oui;;\r\n"))
        #expect(text.contains("personne : =Zoé, le 04/12/2018 09:00"))
        #expect(!text.contains("AAAAA1"))
        #expect(String(decoding: report.csv(showsCountermarks: true), as: UTF8.self).contains("AAAAA1"))
        for till in ["=1+1", "+1", "-1", "@x", "\tx", "\rx"] {
            let one = OutboxReport([try Self.attempt(1, "AAAAA1", till: till)], of: try Self.day())
            let cell = String(decoding: one.csv(), as: UTF8.self)
            #expect(cell.contains(";'\(till);") || cell.contains(";\"'\(till)\";"), "\(till)")
        }
    }

    @Test func `a quotation mark is doubled in the CSV, whatever accent stands on it`() throws {
        let till = "a\"\u{301};\"\u{301}b"
        let report = OutboxReport([try Self.attempt(1, "AAAAA1", till: till)], of: try Self.day())
        let doubled = Array(";\"a\"\"\u{301};\"\"\u{301}b\";".utf8)
        let csv = report.csv()
        #expect(csv.indices.contains { csv[$0...].starts(with: doubled) })
    }

    @Test func `the page escapes what people typed and runs no script`() throws {
        let report = OutboxReport(try Self.someAttempts(), of: try Self.day(), venue: nil)
        let page = String(decoding: report.html(), as: UTF8.self)
        #expect(page.contains("<h1>Validations pass Culture, 3 décembre 2018</h1>"))
        #expect(page.contains("&lt;b&gt;@caisse") && !page.contains("<b>"))
        #expect(!page.contains("<script") && !page.contains("AAAAA"))
        #expect(page.contains("Contre la règle du guide"))
        #expect(page.contains("<td>13,00 €</td><td>1</td>"))
        let evil = OutboxReport([], of: try Self.day(), venue: "<script>alert('x')</script>")
        #expect(!String(decoding: evil.html(), as: UTF8.self).contains("<script"))
    }

    private static func transfers(_ lines: String) throws -> TransferFile {
        let header = "Offre;Date;Lieu;Contremarque;Prélevé;État du paiement\r\n"
        return try TransferFile(bookingsCSV: Array((header + lines).utf8))
    }

    @Test func `what was paid is compared with what was validated, both ways`() throws {
        let file = try Self.transfers(
            """
            Film;;Studio;AAAAA1;7,00 €;OK
            Film;;Studio;AAAAA2;6,50 €;En attente du prochain virement
            Film;;Studio;AAAAA3;10,00 €;OK
            Film;;Studio;AAAAA4;6,50 €;À valider
            Film;;Studio;AAAB10;6,50 €;OK
            Film;;Studio;ZZZZZZ;1250,00 €;OK

            """)
        var attempts = try Self.someAttempts()
        attempts.append(try Self.attempt(12, nil, [.sent, .validated]))
        let report = OutboxReport(attempts, of: try Self.day(), transfers: file)
        let comparison = try #require(report.comparison)
        #expect(comparison.paid.map(\.attempt.id) == [1])
        #expect(comparison.waiting.map(\.attempt.id) == [2])
        #expect(comparison.missing.map(\.id) == [8])
        #expect(comparison.paidOtherwise.map(\.attempt.id) == [3])
        #expect(comparison.differing.map(\.attempt.id) == [1])
        // The one of the day before is in the outbox, so it is not missing from it.
        #expect(comparison.notInOutbox.map(\.countermark.revealed) == ["ZZZZZZ"])
        #expect(comparison.notInOutbox.map(\.amountCents) == [1_250_00])
        #expect(comparison.erased == 1 && comparison.erasedInAll == 1)
        let csv = String(decoding: report.csv(), as: UTF8.self)
        #expect(csv.contains("hors registre;Studio;;1;1250,00;0;;****ZZ;;;;;virée : Film"))
        #expect(csv.contains("pas encore virée : En attente du prochain virement"))
        #expect(String(decoding: report.html(), as: UTF8.self).contains("Virées, absentes du registre"))
        let json = try JSONValue(parsing: report.json())
        #expect(json["transfers"]?["missing"] == ["0000000000000008"])
        #expect(json["transfers"]?["notInOutbox"]?[0]?["countermark"] == "****ZZ")
        #expect(json["total"]?["validated"]?["amountCents"] == 1950)
    }

    @Test func `what will not be paid as it stands is not waited for, and a paid booking is told once`() throws {
        let file = try Self.transfers(
            """
            Film;;Studio;AAAAA1;6,50 €;À valider
            Film;;Studio;AAAAA2;6,50 €;Annulée
            Film;;Studio;AAAAA8;6,50 €;Non remboursable
            Film;;Studio;AAAAA6;6,50 €;OK
            Film;;Studio;AAAAA9;6,50 €;OK

            """)
        var attempts = try Self.someAttempts()
        attempts.append(try Self.attempt(12, "AAAAA6", [.sent, .refused("not-yours")]))
        // Of two, the one that is open is told.
        attempts.append(try Self.attempt(13, "AAAAA9", [.sent, .refused("not-yours")]))
        let report = OutboxReport(attempts, of: try Self.day(), transfers: file)
        let comparison = try #require(report.comparison)
        #expect(comparison.waiting.isEmpty && comparison.missing.isEmpty && comparison.paid.isEmpty)
        #expect(comparison.paidOtherwise.map(\.attempt.id) == [12, 9])
        let csv = String(decoding: report.csv(), as: UTF8.self)
        #expect(!csv.contains("pas encore virée"))
        #expect(csv.contains(";à contrôler : À valider\r\n") && csv.contains(";à contrôler : Annulée\r\n"))
        #expect(csv.contains(";non remboursable\r\n"))
        let page = String(decoding: report.html(), as: UTF8.self)
        #expect(page.contains("<td>Validées ici, à contrôler au portail</td><td>2</td>"))
        #expect(page.contains("<td>Validées, non remboursables</td><td>1</td>"))
        #expect(page.contains("<td>Virées, sans validation connue ici</td><td>2</td>"))
        #expect(page.contains("<h2>Validées ici, à contrôler au portail</h2>"))
        let json = try JSONValue(parsing: report.json())
        #expect(json["transfers"]?["toCheck"] == ["0000000000000001", "0000000000000002"])
        #expect(json["transfers"]?["notReimbursed"] == ["0000000000000008"])
        #expect(json["attempts"]?[0]?["transfer"] == "to be checked: À valider")
    }

    @Test(arguments: [
        ("Film;;S;AAAAA;6,50 €;OK\r\n", "value"), ("Film;;S;AAAAA1;6.50 €;OK\r\n", "value"),
        ("Film;;S;AAAAA1;6,50 €;Payé\r\n", "value"),
        ("Film;;S;AAAAA1;6,50 €;OK\r\nFilm;;S;AAAAA1;6,50 €;OK\r\n", "duplicate"),
    ])
    func `a bad line of the transfers is named`(lines: String, code: String) throws {
        let error = #expect(throws: ListReadingError.self) { try Self.transfers(lines) }
        #expect(error?.code.code == code && error?.line.map { $0 > 1 } == true)
    }

    @Test func `the list of transfers, which names no countermark, is told from the table of bookings`() throws {
        let header = "Date;Montant;IBAN;BIC;Libellé;Offre;Réservations;Montant de l'offre\r\n"
        let error = #expect(throws: ListReadingError.self) { try TransferFile(bookingsCSV: Array(header.utf8)) }
        #expect(error?.sentence.french.contains("Réservations") == true)
    }
}
