// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCulture

/// A small program around the ``Shelf`` and the ``Playbill``: publishes a list from the standard input, or announces a play.
///
///     PASSCULTURE_URL=… PASSCULTURE_KEY=… PASSCULTURE_VENUE=7 shelf < stock.csv
///     PASSCULTURE_URL=… PASSCULTURE_KEY=… PASSCULTURE_VENUE=7 shelf TITLE AUTHOR NUMBER SEATS EVENING…
///
/// A line of the list is `EAN;cents;count`, an evening `2026-12-03T19:30:00Z`.
@main
struct ShelfCommand {
    static func main() async {
        do {
            var environment = Environment.integration
            if let url = setting("PASSCULTURE_URL") { environment = try .custom(url) }
            guard let venue = setting("PASSCULTURE_VENUE").flatMap({ Int($0) }) else { return complain("which venue?") }
            let shelf = try Shelf(environment, key: setting("PASSCULTURE_KEY") ?? "", venue: venue)
            let words = Array(CommandLine.arguments.dropFirst())
            if words.isEmpty {
                await publish(on: shelf)
            } else {
                try await announce(words, on: Playbill(publisher: shelf.publisher, venue: venue))
            }
        } catch {
            complain("\(error)")
        }
    }

    private static func publish(on shelf: Shelf) async {
        var stocks: [EANStock] = []
        while let line = readLine() {
            do {
                if let stock = try Shelf.stock(line) { stocks.append(stock) }
            } catch {
                print(ScreenText.plain("\(line): \(error)"))
            }
        }
        let report = await shelf.publish(stocks)
        for entry in report.entries { print(entry.stock.ean, ScreenText.plain(Shelf.words(for: entry.fate))) }
        if let stop = report.stop { complain("\(stop)") }
    }

    private static func announce(_ words: [String], on playbill: Playbill) async throws {
        let evenings = words.dropFirst(4).compactMap { Instant(iso8601: $0) }
        guard words.count == evenings.count + 4, let seats = Int(words[3]) else {
            return complain("shelf TITLE AUTHOR NUMBER SEATS EVENING…")
        }
        let play = playbill.play(words[0], by: words[1], number: words[2])
        if let flaw = try await playbill.announce(play, on: evenings, seats: seats) { complain(flaw) }
    }

    private static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func complain(_ text: String) {
        print(ScreenText.plain(text))
        exit(1)
    }
}
