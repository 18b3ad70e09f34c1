// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension ControlRoutes {
    /// Faults: enter a rule, list the rules, take one or all out, let them count from the beginning; and the magic countermarks.
    var faultRoutes: [Route] {
        [
            route("POST", "/faults") { [service] call throws(WireError) in
                let now = service.now()
                let draft = try FaultDraft(try ControlBody(call), now: now)
                guard let rule = service.faults.withBook({ $0.add(draft.fault, draft.match, seed: draft.seed) }) else {
                    throw .control(
                        "There are \(FaultBook.capacity) rules already",
                        hint: "Take some out with DELETE /_control/faults/{id}, or all with DELETE /_control/faults.",
                        status: 409)
                }
                return .control(FaultPage.json(rule, at: now), status: 201)
            },
            route("GET", "/faults") { [service] _ throws(WireError) in
                let now = service.now()
                let rules = service.faults.withBook { $0.rules }
                return .control(.array(rules.map { FaultPage.json($0, at: now) }))
            },
            route("DELETE", "/faults") { [service] _ throws(WireError) in
                service.faults.removeAll()
                return .empty(204, contentType: nil)
            },
            route("DELETE", "/faults/{id}") { [service] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard service.faults.withBook({ $0.remove(id) }) else { throw Self.noRule(id) }
                return .empty(204, contentType: nil)
            },
            route("POST", "/faults/reset") { [service] _ throws(WireError) in
                _ = service.faults.withBook { $0.rearm(nil) }
                return .empty(204, contentType: nil)
            },
            route("POST", "/faults/{id}/reset") { [service] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard service.faults.withBook({ $0.rearm(id) }) else { throw Self.noRule(id) }
                return .empty(204, contentType: nil)
            },
            route("GET", "/magic") { _ throws(WireError) in .control(MagicCountermark.tableJSON) },
        ]
    }

    private static func noRule(_ id: String) -> WireError {
        .control("No such rule: \(id)", hint: "GET /_control/faults lists them.", status: 404)
    }
}
