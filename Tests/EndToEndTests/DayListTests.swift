// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import Testing

/// Day lists as a running platform serves them, read by the SDK.
@Suite(.timeLimit(.minutes(1)))
struct DayListTests {
    @Test func `the attendees of a show and the table of bookings are read back as the platform wrote them`()
        async throws
    {
        let cinema = try await Cinema.open()
        let begins = "2018-12-20T19:30:00Z"
        let path = "/eventOccurrences/\(try await cinema.date(begins))/attendees"
        let fromJSON = try DayList(reading: try await cinema.file(path))
        let show = DayList.Show(offerName: "Le Grand Bain", begins: try #require(fromJSON.entries.first).begins)
        let fromCSV = try DayList(reading: try await cinema.file(path + "?format=csv"), show: show)
        #expect(fromCSV == fromJSON)
        #expect(
            fromCSV.entries.map(\.countermark.revealed).sorted() == cinema.countermarks["valid"]?.prefix(2).sorted())
        #expect(Set(fromCSV.entries.map(\.userName)) == ["Léa Moreau", "Inès Petit"])
        #expect(fromCSV.entries.contains { $0.email == "ines+pass@jeunes.example" })
        #expect(fromCSV.entries.allSatisfy { $0.begins.iso8601 == begins && !$0.isUsed })

        let table = try DayList(reading: try await cinema.bookings())
        let page = try DayList(reading: try await cinema.file("/offerers/\(cinema.offererID)/bookings"))
        #expect(table.entries.filter { $0.begins == show.begins }.sorted() == fromCSV.entries.sorted())
        #expect(table.entries.count == 5)
        #expect(table.entries.map(\.countermark) == page.entries.map(\.countermark))
        #expect(table.entries.map(\.begins) == page.entries.map(\.begins))
        let cancelled = try #require(cinema.countermarks["cancelled"]?.first)
        #expect(!table.entries.contains { $0.countermark.revealed == cancelled })
        let used = try #require(cinema.countermarks["already-validated"]?.first)
        #expect(table.entries.first { $0.countermark.revealed == used }?.isUsed == true)
        await cinema.close()
    }
}

extension [DayList.Entry] {
    fileprivate func sorted() -> [DayList.Entry] { sorted { $0.countermark.revealed < $1.countermark.revealed } }
}
