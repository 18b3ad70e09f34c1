// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture

/// A bookshop with its stock and its evenings, as a vendor's database would know them.
struct Shop: StockSource, EventSource {
    /// The establishment; the pass Culture asks by this number.
    let siret: Siret
    private let stock: [FeedStock]
    private let agenda: [FeedEvent]

    /// Reads the shop's lists.
    ///
    /// - Throws: what is wrong in one of them: a bad line stops the program, and is never served.
    init() throws {
        siret = try Siret("12345678200010")
        agenda = try Self.evenings.split(separator: "\n").map(Self.event)
        let seats = try agenda.flatMap(Self.seats)
        stock = try Self.books.split(separator: "\n").map(Self.stock) + seats
    }

    func stocks(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedStock>? {
        guard siret == self.siret else { return nil }
        return try FeedPage(of: stock, for: query)
    }

    func events(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedEvent>? {
        guard siret == self.siret else { return nil }
        return try FeedPage(of: agenda, for: query)
    }
}

// MARK: - What the shop's program exports

extension Shop {
    /// A line that cannot be read.
    struct BadLine: Error {
        let line: String
    }

    /// Reads a line of the stock: EAN, how many, when that changed, and the price in cents where it is not the book's.
    private static func stock(_ line: Substring) throws -> FeedStock {
        let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        guard cells.count == 4, let count = Int(cells[1]), let changed = Instant(iso8601: cells[2]),
            cells[3].isEmpty || Int(cells[3]) != nil
        else { throw BadLine(line: String(line)) }
        return try FeedStock(try EAN(cells[0]), available: count, priceCents: Int(cells[3]), modifiedAt: changed)
    }

    /// Reads a line of the agenda: an evening, which is given again a week later. It begins at a time in UTC.
    private static func event(_ line: Substring) throws -> FeedEvent {
        let cells = line.split(separator: ";").map(String.init)
        guard cells.count == 6, let category = FeedCategory(rawValue: cells[1]),
            let changed = Instant(iso8601: cells[2]), let first = Instant(iso8601: cells[3])
        else { throw BadLine(line: String(line)) }
        let timings = try [first, first + .days(7)].enumerated().map { number, start in
            try FeedTiming(uid: "\(cells[0])_\(number + 1)", start: start, end: start + .hours(2))
        }
        return try FeedEvent(
            uid: cells[0], title: FeedText(cells[4]), description: FeedText(cells[5]), category: category,
            updatedAt: changed, timings: timings, accessibility: [FeedAccess(.motor, "Entrée de plain-pied")],
            image: "https://librairie.example/images/\(cells[0]).jpg", imageCredits: "Librairie de la Fontaine",
            tags: ["organizer:Librairie de la Fontaine"],
            eddCode: category == .performingArts ? EDDCode(1305) : nil)
    }

    /// Twenty seats for every time that an evening is given.
    private static func seats(_ event: FeedEvent) throws -> [FeedStock] {
        try event.timings.map { timing in
            try FeedStock(
                occurrence: timing.uid, available: 20, priceCents: 500, validUntil: timing.start,
                modifiedAt: event.updatedAt)
        }
    }

    private static let evenings = """
        soiree-1;meeting;2026-01-05T08:00:00Z;2038-03-10T18:00:00Z;Rencontre d'hiver;Une romancière lit et signe.
        soiree-2;performing_arts;2026-01-05T08:00:00Z;2038-03-11T18:00:00Z;Lecture à deux voix;Deux comédiens lisent.
        soiree-3;art_practice;2026-01-06T08:00:00Z;2038-03-12T18:00:00Z;Atelier de reliure;On relie un carnet.
        soiree-4;game;2026-01-07T08:00:00Z;2038-03-15T18:00:00Z;Le jeu des incipits;De quel livre sont ces mots ?
        soiree-5;exhibition;2026-01-08T08:00:00Z;2038-03-16T18:00:00Z;Affiches de librairies;Cent ans d'affiches.
        soiree-6;meeting;2026-01-09T08:00:00Z;2038-03-17T18:00:00Z;La typographie;D'où viennent nos lettres.
        """

    /// One book is sold at two prices: the first two copies for less. Another is sold out.
    private static let books = """
        9782070360017;3;2026-01-05T08:00:00Z;
        9782070360024;2;2026-01-05T08:00:00Z;780
        9782070360024;10;2026-01-05T08:00:00Z;860
        9782070360031;1;2026-01-06T08:00:00Z;
        9782070360048;4;2026-01-06T08:00:00Z;
        9782070360055;0;2026-01-06T17:30:00Z;
        9782070360062;7;2026-01-07T08:00:00Z;
        9782070360079;2;2026-01-07T08:00:00Z;
        9782070360086;1;2026-01-07T08:00:00Z;
        9782070360093;5;2026-01-07T08:00:00Z;
        9782070360109;3;2026-01-08T08:00:00Z;
        9782070360116;2;2026-01-08T08:00:00Z;
        9782070360123;6;2026-01-08T08:00:00Z;
        9782070360130;1;2026-01-08T08:00:00Z;
        9782070360147;2;2026-01-09T08:00:00Z;
        9782070360154;4;2026-01-09T08:00:00Z;
        9782070360161;3;2026-01-09T08:00:00Z;
        9782070360178;1;2026-01-10T08:00:00Z;
        9782070360185;8;2026-01-10T08:00:00Z;
        9782070360192;2;2026-01-10T08:00:00Z;
        9782070360208;1;2026-01-12T08:00:00Z;
        9782070360215;3;2026-01-12T08:00:00Z;
        9782070360222;2;2026-01-12T08:00:00Z;
        9782070360239;1;2026-01-13T08:00:00Z;
        9782070360246;5;2026-01-13T08:00:00Z;
        9782070360253;2;2026-01-14T08:00:00Z;
        """
}
