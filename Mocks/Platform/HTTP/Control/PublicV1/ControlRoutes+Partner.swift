// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension ControlRoutes {
    /// What young people do that partners are told of.
    var partnerRoutes: [Route] {
        [
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
            }
        ]
    }
}
