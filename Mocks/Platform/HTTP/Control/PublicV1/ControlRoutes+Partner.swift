// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension ControlRoutes {
    /// The calls to partners, and what makes some of them happen.
    var partnerRoutes: [Route] {
        [
            route("GET", "/partnerCalls") { [service] _ throws(WireError) in
                let (calls, made) = service.partnerCalls.all
                return .control([
                    "made": .number(JSONNumber(made)), "calls": .array(calls.map(Self.json)),
                ])
            },
            route("POST", "/bookings/{n}/cancel") { [service] call throws(WireError) in
                let id = Identifier<Booking>(Int64(call.parameters["n"] ?? "") ?? 0)
                guard let booking = service.read({ state, _ in state.bookings[id] }) else {
                    throw .control(
                        "No such booking", hint: "Give its number, as POST /_control/bookings answered it.", status: 404
                    )
                }
                let command = try await Self.asking(service, .cancelBooking(by: .user(booking.userID), id))
                try Self.performThen(service, command) { _, _ in () }
                return .control(["id": PublicJSON.id(id), "isCancelled": true])
            },
        ]
    }

    private static func json(_ call: PartnerCall) -> JSONValue {
        var object: JSONObject = [
            "number": .number(JSONNumber(call.number)), "kind": .string(call.kind.rawValue),
            "providerId": .number(JSONNumber(call.providerID)), "url": .string(call.url), "at": WireJSON.date(call.at),
            "milliseconds": .number(JSONNumber(call.milliseconds)),
        ]
        switch call.ending {
        case .answered(let status): object["status"] = .number(JSONNumber(status))
        case .failed(let code): object["failure"] = .string(code)
        }
        object["result"] = .string(call.result)
        return .object(object)
    }
}
