// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension ControlRoutes {
    /// Snapshots, kept in the platform's memory: take, send, list, read, restore, throw away.
    var snapshotRoutes: [Route] {
        [
            route("POST", "/snapshots", bodyLimit: 256 << 20) { [service] call throws(WireError) in
                do throws(SnapshotError) {
                    guard call.body.contains(where: { !" \r\n\t{}".utf8.contains($0) }) else {
                        guard let label = service.takeSnapshotIfRoom() else { throw SnapshotError.noRoom }
                        return .control(Self.label(label), status: 201)
                    }
                    return .control(Self.label(try await service.addSnapshot(call.body)), status: 201)
                } catch {
                    throw .control(error.description, hint: error.hint, status: error == .noRoom ? 409 : 400)
                }
            },
            route("GET", "/snapshots") { [service] _ throws(WireError) in
                .control(.array(service.snapshotLabels.map(Self.label)))
            },
            route("GET", "/snapshots/{id}") { [service] call throws(WireError) in
                let id = call.parameters["id"] ?? ""
                guard let lines = await service.snapshotLines(id) else { throw Self.noSnapshot(id) }
                return Answer(status: 200, contentType: SnapshotLines.contentType, body: lines)
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
