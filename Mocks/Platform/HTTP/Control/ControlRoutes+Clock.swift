// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// The clock: read, set, advance.
    var clockRoutes: [Route] {
        [
            route("GET", "/clock") { [service] _ throws(WireError) in Self.clock(service) },
            route("PUT", "/clock") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let mode = try Self.mode(body)
                guard mode != nil || body.has("now") else {
                    throw .control(
                        "Nothing to set", hint: "Give \"now\" (a date), \"mode\" (ticking or frozen), or both.")
                }
                if body.has("now") {
                    let instant = try body.instant("now")
                    try await Self.refusing { () async throws(Service.AdvanceError) in
                        try await service.setClock(to: instant, mode: mode)
                    }
                } else if let mode {
                    service.setClockMode(mode)
                }
                return Self.clock(service)
            },
            route("POST", "/clock/advance") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let target = try Self.target(body)
                let advanced = try await Self.refusing { () async throws(Service.AdvanceError) in
                    try await service.advance(target)
                }
                return Self.answer(advanced)
            },
        ]
    }

    private static func clock(_ service: Service) -> Answer {
        let reading = service.clock()
        let next = reading.nextDue.map { due($0.at, $0.what) } ?? .null
        return .control([
            "now": .string(reading.now.iso8601), "mode": .string(reading.mode.rawValue), "nextDue": next,
        ])
    }

    private static func due(_ at: Instant, _ what: DueWhat) -> JSONValue {
        ["at": .string(at.iso8601), "what": .string(what.english)]
    }

    private static func answer(_ advanced: Service.Advanced) -> Answer {
        .control([
            "now": .string(advanced.now.iso8601), "settled": .array(advanced.settled.map { due($0.at, $0.what) }),
            "settledCount": .number(JSONNumber(advanced.settledCount)),
        ])
    }

    private static func mode(_ body: ControlBody) throws(WireError) -> VirtualClock.Mode? {
        guard body.has("mode") else { return nil }
        let text = try body.string("mode")
        guard let mode = VirtualClock.Mode(rawValue: text) else {
            throw .control("No such clock mode: \(text)", hint: "It is ticking or frozen.")
        }
        return mode
    }

    private static func target(_ body: ControlBody) throws(WireError) -> Service.Advance {
        let isToNext = body.has("toNext") ? try body.bool("toNext") : false
        guard [body.has("to"), body.has("by"), isToNext].count(where: \.self) < 2 else {
            throw .control("More than one way to advance", hint: "Give one of \"to\", \"by\" and \"toNext\".")
        }
        if body.has("to") { return .to(try body.instant("to")) }
        if body.has("by") { return .by(try body.seconds("by")) }
        if isToNext { return .toNext }
        throw .control(
            "How far?", hint: "Give \"to\" (a date), \"by\" (seconds) or \"toNext\": true.")
    }

    @discardableResult
    private static func refusing(
        _ advance: () async throws(Service.AdvanceError) -> Service.Advanced
    ) async throws(WireError) -> Service.Advanced {
        do throws(Service.AdvanceError) {
            return try await advance()
        } catch {
            switch error {
            case .backwards(let backwards):
                throw .control(
                    "Time does not go back: it is \(backwards.now), and \(backwards.asked) is before that",
                    hint: "Take a snapshot first and restore it, or reset the platform.", status: 409)
            case .nothingDue:
                throw .control("Nothing falls due", hint: "Advance to a date instead.", status: 409)
            }
        }
    }
}
