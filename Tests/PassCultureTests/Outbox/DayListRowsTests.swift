// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import TestSupport
import Testing

/// The day lists in the file of an outbox.
@Suite("The day lists in a file")
struct DayListRowsTests {
    @Test("empties the list of a show of which nobody is left, and of no other")
    func emptied() throws {
        let folder = try ScratchFolder()
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let header = "Nom;Prénom;Mail;Contremarque;Places;Validée\r\n"
        let shows = ["Hamlet", "Tartuffe"].map { DayList.Show(offerName: $0, begins: AttemptTests.start) }
        for (show, code) in zip(shows, ["HAMLET", "TARTUF"]) {
            let list = try DayList(attendeesCSV: Array((header + "A;B;c@d.fr;\(code);1;non\r\n").utf8), of: show)
            try outbox.load(list, at: AttemptTests.start)
        }
        try outbox.load(DayList(attendeesCSV: Array(header.utf8), of: shows[0]), at: AttemptTests.start)
        #expect(try outbox.entry(of: try Countermark("HAMLET")) == nil)
        #expect(try outbox.entry(of: try Countermark("TARTUF"))?.offerName == "Tartuffe")
    }
}
