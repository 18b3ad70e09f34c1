// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform

/// A venue and the settings of its till, on a platform that serves one edition or both.
///
/// The venue and its bookings are made at the portal where there is one, and by the control API where there is none.
struct Counter {
    /// What a countermark may be like.
    enum State: String, CaseIterable {
        case valid = "confirmedProduct"
        case used
        case cancelled
        case tooEarly = "eventWindowOpen"
        case unknown
    }

    /// The platform.
    let server: PlatformServer
    /// The settings of the till, a line each: those of 2018, and the venue's number.
    let settings: [String]
    /// The one line more that makes it speak today's edition; none where the platform does not.
    let todaysLine: String?
    /// The venue's number.
    var venue: Int { venueID.intValue ?? 0 }
    private let shop: Bookshop?
    private let providerID: JSONValue
    private let venueID: JSONValue

    /// Opens a platform and the venue on it.
    static func open(_ edition: Edition) async throws -> Counter {
        let shop = edition == .publicV1 ? nil : try await Bookshop.open(edition: edition)
        let server: PlatformServer
        if let shop {
            server = shop.server
        } else {
            server = try await PlatformServer.start(PlatformConfiguration(edition: edition))
        }
        var settings = [
            "PASSCULTURE_URL=\(server.baseURL)", "PASSCULTURE_EMAIL=\(Bookshop.email)",
            "PASSCULTURE_PASSWORD=\(Bookshop.password)", "LANG=fr_FR.UTF-8",
        ]
        if edition == .prototype2018 {
            return Counter(
                server: server, settings: settings, todaysLine: nil, shop: shop, providerID: .null, venueID: .null)
        }
        let provider = try await server.control("/providers")
        let providerID = try provider["id"].orThrow("provider"), key = try provider["apiKey"].orThrow("key")
        let venueID: JSONValue
        if let shop {
            venueID = try await server.control(
                "/venueLinks", ["providerId": providerID, "venueId": .string(shop.venueID)])["venueId"].orThrow("venue")
        } else {
            venueID = try await server.control("/venues", ["providerId": providerID])["id"].orThrow("venue")
        }
        settings.append("PASSCULTURE_VENUE=\(venueID.intValue ?? 0)")
        return Counter(
            server: server, settings: settings, todaysLine: "PASSCULTURE_KEY=\(key.stringValue ?? "")", shop: shop,
            providerID: providerID, venueID: venueID)
    }

    /// A new countermark in a state.
    func countermark(_ state: State) async throws -> String {
        if state == .unknown, todaysLine == nil { return "ZZZZZZ" }
        guard let shop, state != .tooEarly, state != .unknown else {
            var order: JSONObject = ["state": .string(state.rawValue), "providerId": providerID]
            if state != .unknown { order["venueId"] = venueID }
            return try await server.control("/bookings", order)["token"].flatMap(\.stringValue).orThrow("token")
        }
        let booking = try await shop.book()
        switch state {
        case .cancelled: try await shop.cancel(booking.id)
        case .used: try await shop.validate(booking.countermark)
        default: break
        }
        return booking.countermark
    }
}
