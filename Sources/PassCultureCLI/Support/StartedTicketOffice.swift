// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Partners

/// A ticketing system that the command line starts for a platform of this machine: a sound one, with few seats a date.
struct StartedTicketOffice: Sendable {
    /// What the certifier is handed.
    let office: TicketOffice
    private let server: PartnerServer

    /// Starts one; it is called by a platform that was given its key.
    static func start() async throws(CommandExit) -> StartedTicketOffice {
        let text = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let partner = TicketingDouble(key: text, seats: 4, slowStock: nil) { _ in }
        guard let key = SigningKey(text), let server = try? await PartnerServer.start(partner) else {
            throw .unreachable(
                tr("No ticketing system could be started here.", "La billetterie n'a pu être lancée sur cette machine.")
            )
        }
        return StartedTicketOffice(
            office: TicketOffice(
                bookingURL: server.baseURL + "/book", cancelURL: server.baseURL + "/cancel", key: key),
            server: server)
    }

    /// Ends it.
    func stop() async { await server.stop() }
}
