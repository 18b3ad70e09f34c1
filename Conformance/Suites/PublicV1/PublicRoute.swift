// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A route of today's edition as somebody calls it who may not: with an empty body, about what does not exist.
struct PublicRoute: Sendable {
    /// The method.
    let method: String
    /// The path: numbers and a countermark that nothing has.
    let path: String

    /// Every route of the sheet's sections 1 to 4, but the one that it knows of from tests alone (today §2.1 to §4.1).
    static let all: [PublicRoute] =
        routes(
            "/public/bookings/v1",
            [
                ("GET", "/bookings?venueId=\(nobody)"), ("GET", "/token/\(Probe.noCountermark)"),
                ("PATCH", "/use/token/\(Probe.noCountermark)"), ("PATCH", "/keep/token/\(Probe.noCountermark)"),
                ("PATCH", "/cancel/token/\(Probe.noCountermark)"),
            ])
        + routes(
            "/public/providers/v1", [("GET", "/provider"), ("PATCH", "/provider"), ("PATCH", "/venues/\(nobody)")])
        + routes(
            "/public/offers/v1",
            [
                ("GET", "/offerer_venues"), ("GET", "/venues/00000000000000"), ("POST", "/addresses"),
                ("GET", "/addresses/search"), ("GET", "/addresses/\(nobody)"), ("POST", "/\(nobody)/image"),
                ("GET", "/music_types/all"), ("GET", "/music_types/event"), ("GET", "/show_types"),
            ])
        + routes(
            "/public/offers/v1/events",
            [
                ("GET", "?venueId=\(nobody)"), ("POST", ""), ("GET", "/categories"), ("GET", "/\(nobody)"),
                ("PATCH", "/\(nobody)"), ("GET", "/\(nobody)/price_categories"),
                ("POST", "/\(nobody)/price_categories"), ("PATCH", "/\(nobody)/price_categories/\(nobody)"),
                ("GET", "/\(nobody)/dates"), ("POST", "/\(nobody)/dates"), ("PATCH", "/\(nobody)/dates/\(nobody)"),
                ("DELETE", "/\(nobody)/dates/\(nobody)"),
            ])
        + routes(
            "/public/offers/v1/products",
            [
                ("GET", "?venueId=\(nobody)"), ("POST", ""), ("PATCH", ""), ("GET", "/categories"),
                ("GET", "/\(nobody)"), ("POST", "/ean"), ("GET", "/ean"), ("GET", "/ean/check_availability"),
            ])

    private static let nobody = "2147483600"

    private static func routes(_ base: String, _ rest: [(String, String)]) -> [PublicRoute] {
        rest.map { PublicRoute(method: $0.0, path: base + $0.1) }
    }
}
