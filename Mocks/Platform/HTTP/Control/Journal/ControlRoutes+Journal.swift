// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension ControlRoutes {
    /// The journal: read, one by one or filtered; exported; cleared. Pages of many exchanges are put together aside: nobody else waits.
    var journalRoutes: [Route] {
        [
            route("GET", "/journal") { [service] call throws(WireError) in
                let excerpt = try Self.excerpt(service, call)
                return await WorkPool.run {
                    Answer.control([
                        "recorded": .number(JSONNumber(excerpt.recorded)),
                        "dropped": .number(JSONNumber(excerpt.dropped)),
                        "entries": .array(excerpt.entries.map { JournalPage.json($0) }),
                    ])
                }
            },
            route("GET", "/journal.har") { [service] call throws(WireError) in
                let (excerpt, base) = (try Self.excerpt(service, call), service.publicBase)
                return await WorkPool.run { Answer.control(HARPage(excerpt, base: base).json) }
            },
            route("GET", "/journal.curl") { [service] call throws(WireError) in
                let (excerpt, base) = (try Self.excerpt(service, call), service.publicBase)
                return await WorkPool.run {
                    let text = CurlPage(excerpt, base: base).text
                    return Answer(status: 200, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
                }
            },
            route("GET", "/journal/{number}") { [service] call throws(WireError) in
                let text = call.parameters["number"] ?? ""
                let entry: JournalEntry?
                do throws(Journal.Evicted) {
                    entry = try UInt64(text).flatMap { number throws(Journal.Evicted) in
                        try service.journal.entry(number)
                    }
                } catch {
                    throw Self.gone(error)
                }
                guard let entry else {
                    throw .control("No such exchange: \(text)", hint: "GET /_control/journal lists them.", status: 404)
                }
                return .control(JournalPage.json(entry))
            },
            route("DELETE", "/journal") { [service] _ throws(WireError) in
                service.journal.clear()
                return .empty(204, contentType: nil)
            },
        ]
    }

    private static func excerpt(_ service: Service, _ call: Call) throws(WireError) -> Journal.Excerpt {
        let filter = try JournalFilter(call)
        do throws(Journal.Evicted) {
            return try service.journal.excerpt(filter)
        } catch {
            throw gone(error)
        }
    }

    private static func gone(_ evicted: Journal.Evicted) -> WireError {
        .control(
            "\(evicted.dropped) exchanges are gone, the oldest ones: the journal is bounded",
            hint: "It begins at number \(evicted.first) now; ask with after=\(evicted.dropped), or without.",
            status: 410)
    }
}
