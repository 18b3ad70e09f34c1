// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import Testing

/// Lists of the portal, read to check without a line.
struct DayListReadingTests {
    private static let show = DayList.Show(
        offerName: "Le Grand Bain", begins: Instant(iso8601: "2018-12-20T19:30:00Z") ?? .epoch)
    private static let header = "\u{FEFF}Nom;Prénom;Mail;Contremarque;Places;Validée\r\n"

    private static func attendees(_ lines: String) throws(ListReadingError) -> DayList {
        try DayList(attendeesCSV: Array((header + lines).utf8), of: show)
    }

    @Test func `the attendees of a show are read, quotes, formulas and all`() throws {
        let list = try Self.attendees(
            "Moreau;Léa;lea@jeunes.example;LYSYU9;1;non\r\n"
                + "\"O;\"\"Brien\r\nDit\";;'@sami@jeunes.example;abc def;2;oui\r\n\r\n'=SUM(A1);'-1;x@y.fr;ZZZ999;1;non\n"
        )
        #expect(list.entries.map(\.countermark.revealed) == ["LYSYU9", "ABCDEF", "ZZZ999"])
        #expect(list.entries.map(\.userName) == ["Léa Moreau", "O;\"Brien\r\nDit", "-1 =SUM(A1)"])
        #expect(list.entries.map(\.isUsed) == [false, true, false])
        #expect(list.entries[1].email == "@sami@jeunes.example")
        #expect(list.entries.allSatisfy { $0.offerName == "Le Grand Bain" && $0.begins == Self.show.begins })
        let emptied = try Self.attendees(";;;;;\r\nMoreau;Léa;lea@jeunes.example;LYSYU9;1;non\r\n;; ;;;\r\n")
        #expect(emptied.entries.map(\.countermark.revealed) == ["LYSYU9"], "a spreadsheet's emptied lines")
        let nobody = try Self.attendees("")
        #expect(nobody.entries.isEmpty && nobody.shows == [Self.show] && nobody.shows == list.shows)
    }

    @Test(arguments: [
        ("Moreau;Léa;l@x.fr;LYSYU9;1;non\r\nPetit;Inès;i@x.fr;LYSYU;1;non\r\n", 3, "value"),
        ("Moreau;Léa;l@x.fr;LYSYU9;1;peut-être\r\n", 2, "value"),
        ("Moreau;Léa;l@x.fr;LYSYU9;1;non\r\n\r\nPetit;Inès;i@x.fr;lysyu9;1;non\r\n", 4, "duplicate"),
        ("Moreau;Léa;LYSYU9;1;non\r\n", 2, "malformed"),
        ("\"Moreau;Léa;l@x.fr;LYSYU9;1;non\r\n", 2, "malformed"),
        ("\"Moreau\"x;Léa;l@x.fr;LYSYU9;1;non\r\n", 2, "malformed"),
    ])
    func `a bad line is named, in both languages, and nothing of it repeated`(
        lines: String, line: Int, code: String
    ) throws {
        let error = #expect(throws: ListReadingError.self) { try Self.attendees(lines) }
        #expect(error?.line == line && error?.code.code == code)
        #expect(error?.sentence.french.hasPrefix("ligne \(line) : ") == true)
        #expect(error?.sentence.english.hasPrefix("line \(line): ") == true)
        #expect(error.map { !"\($0)".contains("LYSYU") && !"\($0)".contains("Léa") } == true)
    }

    @Test func `a file saved in another encoding is told from a damaged one`() {
        let latin = Array(Self.header.utf8) + [0x4C, 0xE9, 0x61] + Array(";L;l@x.fr;LYSYU9;1;non\r\n".utf8)
        let error = #expect(throws: ListReadingError.self) { try DayList(attendeesCSV: latin, of: Self.show) }
        #expect(error?.code.code == "not-utf-8" && error?.line == 2)
        #expect(error?.sentence.french.contains("CSV UTF-8") == true)
    }

    @Test func `another file names the columns that it lacks`() {
        for text in ["", "Nom,Prénom,Mail,Contremarque,Validée\n", "Nom;Prénom\n"] {
            let error = #expect(throws: ListReadingError.self) {
                try DayList(attendeesCSV: Array(text.utf8), of: Self.show)
            }
            #expect(error?.code.code == "columns")
        }
    }

    private static let bookings = """
        Offre;Date;Catégorie;Structure;Lieu;Type;Nom;Prénom;Mail;Contremarque;Date limite d'annulation;Taux écoulé;Prélevé;État du paiement
        Concert;24/07/2018 20:30;x;s;l;Personne;Moreau;Léa;l@x.fr;LYSYU9;;1 / 2;5,00 €;À valider
        Concert;24/12/2018 20:30;x;s;l;Personne;Petit;Inès;i@x.fr;ABCDEF;;1 / 2;5,00 €;En attente du prochain virement
        Concert;24/12/2018 20:30;x;s;l;Personne;Roy;Max;m@x.fr;CCCCCC;;1 / 2;0,00 €;Annulée
        Livre;;x;s;l;Personne;Roy;Max;m@x.fr;DDDDDD;;1 / 2;5,00 €;À valider

        """

    @Test func `the table of bookings gives each show its time on the clocks of the venue`() throws {
        let list = try DayList(bookingsCSV: Array(Self.bookings.utf8))
        #expect(list.entries.map(\.countermark.revealed) == ["LYSYU9", "ABCDEF"])
        #expect(list.entries.map(\.begins.iso8601) == ["2018-07-24T18:30:00Z", "2018-12-24T19:30:00Z"])
        #expect(list.entries.map(\.isUsed) == [false, true])
        #expect(list.shows == Set(list.entries.map(\.show)))
        let cancelled = try DayList(bookingsCSV: Array(Self.bookings.replacing("À valider", with: "Annulée").utf8))
        #expect(cancelled.entries.count == 1 && cancelled.shows == list.shows)
        let cayenne = try DayList(bookingsCSV: Array(Self.bookings.utf8), in: .cayenne)
        #expect(cayenne.entries[0].begins.iso8601 == "2018-07-24T23:30:00Z")
        for (good, bad) in [("24/12/2018 20:30", "31/02/2018 20:30"), ("À valider", "Perdue")] {
            let text = Self.bookings.replacingFirst(good, with: bad)
            let error = #expect(throws: ListReadingError.self) { try DayList(bookingsCSV: Array(text.utf8)) }
            #expect(error?.code.code == "value" && error?.line != nil)
        }
    }

    @Test func `what the portal answers to programs is read too`() throws {
        let attendees = """
            {"eventOccurrenceId":"AE","offerName":"Concert","venueName":"Salle","beginningDatetime":"2018-12-24T19:30:00.123456Z",
             "attendees":[{"bookingId":"A","lastName":null,"firstName":null,"publicName":"Sami","email":"s@x.fr","token":"LYSYU9",
             "quantity":1,"isUsed":true}]}
            """
        let list = try DayList(json: Array(attendees.utf8))
        #expect(list.entries.map(\.userName) == ["Sami"])
        #expect(list.entries[0].begins.iso8601 == "2018-12-24T19:30:00.123456Z")
        #expect(list.shows == [list.entries[0].show])
        let bad = attendees.replacingFirst("\"isUsed\":true", with: "\"isUsed\":\"s@x.fr\"")
        let error = #expect(throws: ListReadingError.self) { try DayList(json: Array(bad.utf8)) }
        #expect(error?.path == "attendees[0].isUsed")
        #expect(error?.sentence.english.contains("s@x.fr") == false)
        #expect(throws: ListReadingError.self) { try DayList(json: Array("{\"offerName\":".utf8)) }
    }

    @Test func `what is wrong with a document is said in French to who reads French`() throws {
        let attendee = #"{"token":"LYSYU9","email":"s@x.fr","publicName":"Sami","isUsed":true}"#
        let list = #"{"offerName":"Concert","beginningDatetime":"2018-12-24T19:30:00Z","attendees":[\#(attendee)]}"#
        _ = try DayList(json: Array(list.utf8))
        let cases = [
            (#""Concert""#, "7", "offerName : ce doit être du texte.", "offerName: expected a string."),
            (#""Concert""#, "null", "offerName : ce doit être du texte.", "offerName: expected a string."),
            (
                "2018-12-24T19:30:00Z", "demain", "beginningDatetime : ce doit être une date.",
                "beginningDatetime: expected a date."
            ),
            (
                "true", "1", "attendees[0].isUsed : ce doit être vrai ou faux (true, false).",
                "attendees[0].isUsed: expected true or false."
            ),
            ("[\(attendee)]", "{}", "attendees : ce doit être une liste.", "attendees: expected an array."),
            (
                attendee, "7", "attendees[0].token : ce doit être du texte.",
                "attendees[0].token: expected a string."
            ),
            (
                "]}", "", "ce n'est pas du JSON correct (à l'octet \(list.utf8.count - 2)).",
                "it is no JSON: the text ends too early at byte \(list.utf8.count - 2)."
            ),
        ]
        for (good, bad, french, english) in cases {
            let text = Array(list.replacingFirst(good, with: bad).utf8)
            let error = #expect(throws: ListReadingError.self) { try DayList(json: text) }
            #expect(error?.sentence == CashierSentence(french: french, english: english))
        }
    }

    @Test func `bookings that hide their countermark are of no use, and that is said`() throws {
        func booking(_ token: String, cancelled: Bool = false) -> String {
            """
            {"isCancelled":\(cancelled),"isUsed":false,"token":\(token),"user":{"email":"s@x.fr","firstName":"Sami","lastName":"B"},
             "stock":{"eventOccurrence":{"beginningDatetime":"2018-12-24T19:30:00Z"},"resolvedOffer":{"event":{"name":"Concert"}}}}
            """
        }
        let list = try DayList(
            json: Array(
                "[\(booking("\"LYSYU9\"")),\(booking("null", cancelled: true)),{\"isCancelled\":false,\"stock\":{}}]"
                    .utf8))
        #expect(list.entries.map(\.countermark.revealed) == ["LYSYU9"])
        let left = try DayList(json: Array("[\(booking("null", cancelled: true))]".utf8))
        #expect(left.entries.isEmpty && left.shows == [list.entries[0].show])
        let error = #expect(throws: ListReadingError.self) { try DayList(json: Array("[\(booking("null"))]".utf8)) }
        #expect(error?.code.code == "hidden-countermarks" && error?.path == "[0].token")
    }

    @Test func `whichever list it is, it is recognised; the attendees alone need their show`() throws {
        #expect(try DayList(reading: Array(Self.bookings.utf8)).entries.count == 2)
        #expect(try DayList(reading: Array("\u{FEFF} [ ]".utf8)).entries.isEmpty)
        let file = Array((Self.header + "Moreau;Léa;l@x.fr;LYSYU9;1;non\r\n").utf8)
        #expect(try DayList(reading: file, show: Self.show).entries.count == 1)
        let error = #expect(throws: ListReadingError.self) { try DayList(reading: file) }
        #expect(error?.code.code == "show-needed")
        #expect(DayList.Show.begins(" 20/12/2018 20:30 ") == Self.show.begins)
        #expect(DayList.Show.begins("2018-12-20") == nil)
    }
}

extension String {
    /// The text with the first of these replaced.
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        var text = self
        text.replaceSubrange(range, with: new)
        return text
    }
}
