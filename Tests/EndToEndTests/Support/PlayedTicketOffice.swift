// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Partners
import Testing

/// A sound ticketing system of a few seats on a port of its own, for a platform to call.
struct PlayedTicketOffice: Sendable {
    /// What the certifier is handed.
    let office: TicketOffice
    private let server: PartnerServer

    /// Starts one.
    static func open(flaw: TicketingFlaw? = nil, seats: Int = 4) async throws -> PlayedTicketOffice {
        let server = try await PartnerServer.start(
            TicketingDouble(flaw: flaw, key: "clé-d-essai", seats: seats, slowStock: nil) { _ in })
        let key = try #require(SigningKey("clé-d-essai"))
        return PlayedTicketOffice(
            office: TicketOffice(
                bookingURL: server.baseURL + "/book", cancelURL: server.baseURL + "/cancel", key: key),
            server: server)
    }

    /// Ends it.
    func close() async { await server.stop() }
}
