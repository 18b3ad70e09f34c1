// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// A booking in the table of the screen "Réservations" (`guide G34`), gathered under the lock and written off it.
///
/// The guide shows the columns and explains none. *Catégorie* is the offer's type; *Type* says whether a person books or a group,
/// as the guide's "Personne"; *Taux écoulé* is what is booked of the seats or copies; *Prélevé* is what the pass was debited.
struct BookingTableRow: Sendable {
    private let view: BookingView
    private let offererName: String
    private let limit: Instant?
    private let progress: PaymentProgress

    /// Gathers a row, with the forecast of its structure's reimbursements.
    init(_ view: BookingView, by forecast: ReimbursementForecast?, in state: PlatformState) {
        self.view = view
        offererName = state.offerers[view.venue.offererID]?.name ?? ""
        limit = state.cancellationLimit(of: view.booking)
        progress = state.paymentProgress(of: view.booking, by: forecast)
    }

    /// The row's three groups of columns.
    var json: JSONValue {
        [
            "offer": [
                "date": WireJSON.date(view.stock.occurrence?.begin), "category": .string(category),
                "offerer": .string(offererName), "venue": .string(view.venue.name), "type": .string(type),
            ],
            "booking": ["cancellationLimit": WireJSON.date(limit), "sold": .string(sold)],
            "reimbursement": ["debited": WireJSON.euros(debited), "paymentState": .string(Self.french(progress))],
        ]
    }

    /// The headings above the columns.
    static let groups = [
        (name: "OFFRE", columns: 6), (name: "RÉSERVATION", columns: 6), (name: "REMBOURSEMENT", columns: 2),
    ]

    /// The columns: the guide's, and beside them what is booked and by whom (`guide G27`).
    static let header = [
        "Offre", "Date", "Catégorie", "Structure", "Lieu", "Type", "Nom", "Prénom", "Mail", "Contremarque",
        "Date limite d'annulation", "Taux écoulé", "Prélevé", "État du paiement",
    ]

    /// The row, for people.
    var cells: [String] {
        let zone = Zone.ofDepartment(view.venue.departementCode)
        return [
            view.product.name, view.stock.occurrence.map { FrenchText.moment($0.begin, in: zone) } ?? "", category,
            offererName, view.venue.name, type, view.user.lastName ?? view.user.publicName, view.user.firstName ?? "",
            view.user.email, view.booking.token, limit.map { FrenchText.moment($0, in: zone) } ?? "", sold,
            FrenchText.euros(debited), Self.french(progress),
        ]
    }

    private var category: String { OfferType.named(view.product.type)?.label ?? view.product.type ?? "" }

    private var type: String {
        view.stock.stock.groupSize > 1 ? "Groupe de \(view.stock.stock.groupSize)" : "Personne"
    }

    private var sold: String {
        let stock = view.stock.stock
        return stock.available.map { "\(stock.booked) / \($0)" } ?? String(stock.booked)
    }

    private var debited: Euros { view.booking.isCancelled ? .zero : view.booking.total }

    private static func french(_ progress: PaymentProgress) -> String {
        switch progress {
        case .cancelled: "Annulée"
        case .toValidate: "À valider"
        case .notReimbursed: "Non remboursable"
        case .payable: "En attente du prochain virement"
        case .waitsForAccount: "En attente de coordonnées bancaires validées"
        case .transferred: "OK"
        }
    }
}
