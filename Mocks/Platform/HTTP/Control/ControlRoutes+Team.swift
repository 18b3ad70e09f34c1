// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension ControlRoutes {
    /// What the pass Culture team decides.
    var teamRoutes: [Route] {
        [
            route("POST", "/administrators") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let offererID: Identifier<Offerer> = try body.identifier("offererId")
                let email = try body.email("email")
                try Self.perform(service, .nameAdministrator(offererID, email: email))
                return .control(["offererId": WireJSON.id(offererID), "email": .string(email)])
            },
            route("POST", "/bankDetails/accept") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                if body.has("venueId") {
                    let id: Identifier<Venue> = try body.identifier("venueId")
                    try Self.perform(service, .acceptVenueBankDetails(id))
                    return .control(["venueId": WireJSON.id(id), "isAccepted": true])
                }
                let id: Identifier<Offerer> = try body.identifier("offererId")
                try Self.perform(service, .acceptOffererBankDetails(id))
                return .control(["offererId": WireJSON.id(id), "isAccepted": true])
            },
            route("POST", "/offers/eligible") { [service] call throws(WireError) in
                let body = try ControlBody(call)
                let id: Identifier<Offer> = try body.identifier("offerId")
                let isEligible = try body.bool("eligible")
                try Self.perform(service, .setOfferEligible(id, isEligible))
                return .control(["offerId": WireJSON.id(id), "eligible": .bool(isEligible)])
            },
        ]
    }

    /// Performs what the team asked.
    @discardableResult
    static func perform(_ service: Service, _ command: Command) throws(WireError) -> [Event] {
        do throws(Refusal) {
            return try service.perform(command) { _, events in events }
        } catch {
            throw .control(error)
        }
    }
}
