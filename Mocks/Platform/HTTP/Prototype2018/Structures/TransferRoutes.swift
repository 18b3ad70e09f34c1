// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// `GET /offerers/{id}/transfers`: what a structure was transferred (`guide G33`): how much, to which account, for which offers.
enum TransferRoutes {
    /// The route.
    static let routes = [Route("GET", "/offerers/{id}/transfers", handler: list)]

    /// Ten a page in JSON, newest first; all of them as a table.
    private static func list(_ call: Call) throws(WireError) -> Answer {
        guard call.service.read({ state, _ in state.rules.listsTransfers }) else { throw .htmlNotFound }
        let person = try call.signedIn()
        let id = try call.identifier("id", of: Offerer.self)
        guard call.service.read({ state, _ in state.canEdit(.user(person), id) }) else { throw .forbiddenOfferer }
        let format = try TableFormat(call)
        let page = try Page(call, size: 10)
        let found = call.service.read { state, _ -> (name: String, rows: [PartnerTransfer])? in
            guard let offerer = state.offerers[id] else { return nil }
            let transfers = Array(state.transfers(of: id).reversed())
            let shown = format == .json ? page.of(transfers) : transfers
            return (offerer.name, shown.map { PartnerTransfer($0, to: id, in: state) })
        }
        guard let found else { throw .htmlNotFound }
        if format == .json { return .json(.array(found.rows.map(\.json))) }
        let table = TextTable(
            title: "Virements du pass Culture : \(found.name)",
            header: ["Date", "Montant", "IBAN", "BIC", "Libellé", "Offre", "Réservations", "Montant de l'offre"],
            rows: found.rows.flatMap(\.cells))
        return .table(table, as: format, named: "virements")
    }
}
