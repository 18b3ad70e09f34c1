// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension ControlRoutes {
    /// Snapshots, kept in the platform's memory: take, list, restore, throw away.
    var snapshotRoutes: [Route] {
        [
            route("POST", "/snapshots") { [service] _ throws(WireError) in
                .control(Self.label(service.takeSnapshot()), status: 201)
            },
            route("GET", "/snapshots") { [service] _ throws(WireError) in
                .control(.array(service.snapshotLabels.map(Self.label)))
            },
            route("POST", "/snapshots/{id}/restore") { [service] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard service.restoreSnapshot(id) else { throw Self.noSnapshot(id) }
                return .control(["id": .string(id), "now": .string(service.now().iso8601)])
            },
            route("DELETE", "/snapshots/{id}") { [service] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard service.removeSnapshot(id) else { throw Self.noSnapshot(id) }
                return .empty(204, contentType: nil)
            },
        ]
    }

    private static func label(_ label: SnapshotShelf.Label) -> JSONValue {
        ["id": .string(label.id), "at": .string(label.at.iso8601)]
    }

    private static func noSnapshot(_ id: String) -> WireError {
        .control("No such snapshot: \(id)", hint: "GET /_control/snapshots lists them.", status: 404)
    }
}
