// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The four routes by countermark (`today §2.3`). Whatever its case on the wire, a countermark is looked for in capitals.
enum TokenRoutes {
    static let routes = [
        PublicV1.route("GET", "/public/bookings/v1/token/{token}") { call throws(WireError) in
            let token = token(of: call)
            if let magic = MagicCountermark.find(token) { return MagicTokens.answer(magic, .token, call) }
            let booking = try call.call.service.read { state, now throws(WireError) -> PublicBooking? in
                do throws(PublicV1Refusal) {
                    let booking = try state.usableBooking(token, by: call.provider.id, at: now)
                    return PublicBooking(booking, in: state)
                } catch {
                    throw TokenSentences.use(error, place(of: token, in: state))
                }
            }
            guard let booking else { throw .serverFault }
            return .json(booking.json)
        },
        PublicV1.route("PATCH", "/public/bookings/v1/use/token/{token}") { call throws(WireError) in
            let token = token(of: call)
            if let magic = MagicCountermark.find(token) { return MagicTokens.answer(magic, .use, call) }
            try act(call, .useCountermark(by: call.provider.id, token)) { refusal in
                TokenSentences.use(refusal, call.read { state in place(of: token, in: state) })
            }
            return done
        },
        PublicV1.route("PATCH", "/public/bookings/v1/keep/token/{token}") { call throws(WireError) in
            let token = token(of: call)
            if let magic = MagicCountermark.find(token) { return MagicTokens.answer(magic, .keep, call) }
            try act(call, .keepCountermark(by: call.provider.id, token), words: TokenSentences.keep)
            return done
        },
        PublicV1.route("PATCH", "/public/bookings/v1/cancel/token/{token}") { call throws(WireError) in
            let token = token(of: call)
            if let magic = MagicCountermark.find(token) { return MagicTokens.answer(magic, .cancel, call) }
            let service = call.call.service
            do throws(Refusal) {
                let command = try await service.askingTicketOffice(
                    for: .publicV1(.cancelCountermark(by: call.provider.id, token)))
                try service.perform(command) { _, _ in () }
            } catch .publicV1(let refusal) {
                throw TokenSentences.cancel(refusal)
            } catch .bookingUsed {
                // While the ticket office was asked.
                throw TokenSentences.cancel(.used)
            } catch .unknown {
                // The platform was reset meanwhile.
                throw TokenSentences.cancel(.unknownCountermark)
            } catch {
                throw .serverFault
            }
            return done
        },
    ]

    private static let done = Answer.empty(204, contentType: nil)

    private static func act(
        _ call: ProviderCall, _ command: PublicV1Command, words: (PublicV1Refusal) -> WireError
    ) throws(WireError) {
        try call.perform(command, words: words) { _, _ in () }
    }

    private static func token(of call: ProviderCall) -> String {
        (call.call.parameters["token"] ?? "").uppercased()
    }

    /// Where what a countermark is for takes place.
    private static func place(of token: String, in state: PlatformState) -> FrenchPlace? {
        state.booking(token: token).flatMap { FrenchPlace(postalCode: state.postalCode(of: $0.stockID)) }
    }
}
