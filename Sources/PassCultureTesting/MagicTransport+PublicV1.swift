// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

extension MagicTransport {
    /// Where the routes of today's edition begin.
    static let publicPath = "/public/bookings/v1/"

    /// What today's edition answers (`today §2.3`): the same bookings as in 2018, and what was validated can be taken back.
    ///
    /// - Parameter isLost: Whether the answer to the validation of `MAGEPE` was lost before.
    /// - Returns: What becomes of it; nil for what does not differ.
    static func publicAnswer(
        _ code: String, _ route: String, isLoggedIn: Bool, isLost: Bool
    ) -> TransportResponse? {
        switch (isLoggedIn, code) {
        case (true, "MAGE4A"): saysWhen(PublicAnswer.tooManyRequests.response)
        case (true, "MAGETY"):
            TransportResponse(
                status: 200, contentType: "text/html", body: PublicAnswer.booking().response.body)
        default: publicWords(code, route, isLoggedIn: isLoggedIn, isLost: isLost)?.response
        }
    }

    private static func publicWords(
        _ code: String, _ route: String, isLoggedIn: Bool, isLost: Bool
    ) -> PublicAnswer? {
        guard isLoggedIn else { return .keyRefused }
        // No magic booking is in a list of bookings.
        if route == "bookings" { return .page([]) }
        switch (code, route) {
        case ("MAGEVA", _), ("MAGEGU", _): return confirmed(route)
        case ("MAGEDE", _): return used(route)
        case ("MAGEPE", _) where isLost: return used(route)
        case ("MAGECA", _): return route == "cancel" ? .alreadyCancelled : .cancelled
        case ("MAGE4M", _): return .tooManyRequests
        case ("MAGEPE", "use"), ("MAGEPA", "use"), ("MAGELE", _), ("MAGERE", _), ("MAGECU", _), ("MAGE5A", _),
            ("MAGEHM", _), ("MAGEJM", _):
            return nil
        case ("MAGEPE", _), ("MAGEPA", _): return confirmed(route)
        default: return .notFound
        }
    }

    private static func confirmed(_ route: String) -> PublicAnswer {
        ["token": .booking(), "keep": .notUsed][route] ?? .done
    }

    private static func used(_ route: String) -> PublicAnswer {
        ["keep": .done, "cancel": .validated][route] ?? .alreadyValidated
    }
}
