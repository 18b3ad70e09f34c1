// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension ControlRoutes {
    /// The journal: read and clear.
    var journalRoutes: [Route] {
        [
            route("GET", "/journal") { [service] call throws(WireError) in
                let excerpt = service.journal.excerpt(
                    after: call.query("after").flatMap { UInt64($0) } ?? 0,
                    limit: call.query("limit").flatMap { Int($0) }.map { max(0, $0) } ?? .max)
                return .control([
                    "recorded": .number(JSONNumber(excerpt.recorded)),
                    "dropped": .number(JSONNumber(excerpt.dropped)),
                    "entries": .array(excerpt.entries.map { JournalPage.json($0) }),
                ])
            },
            route("DELETE", "/journal") { [service] _ throws(WireError) in
                service.journal.clear()
                return .empty(204, contentType: nil)
            },
        ]
    }
}
