// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The public API v1 of today: every route that the platform serves of the contract's second edition.
package enum PublicV1 {
    /// What makes the answer to a provider's request.
    typealias Handler = @Sendable (ProviderCall) async throws(WireError) -> Answer

    /// All routes, in the order in which the parts of the contract come.
    package static func routes() -> [Route] {
        BookingListRoute.routes + TokenRoutes.routes + PublicVenueRoutes.routes + ProviderRoutes.routes
            + PublisherRoutes.routes
    }

    /// A route for providers: the key is looked at before anything else, then how often it was used (`today §1.2`, `§1.3`). But a path
    /// with anything but a whole number where one belongs is no route at all (`today §1.5`).
    static func route(
        _ method: String, _ template: String, bodyLimit: Int = 1 << 20, _ handler: @escaping Handler
    ) -> Route {
        Route(method, template, needsOrigin: false, bodyLimit: bodyLimit) { call throws(WireError) in
            for (name, text) in call.parameters where name.hasSuffix("_id") && !text.utf8.allSatisfy(isDigit) {
                throw .nothingHere
            }
            return try await handler(try ProviderCall(call))
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
