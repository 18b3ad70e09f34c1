// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// The shelf of a bookshop, as the pass Culture is to show it: which books, discs and vinyls are there, how many, and at which price.
struct Shelf {
    let publisher: Publisher
    let venue: Int

    /// Takes the vendor's key for an environment; nothing is sent yet.
    init(_ environment: Environment, key: String, venue: Int) throws {
        let options = Options(product: Product("Caisse-Rayon", version: "1.0"))
        publisher = PassCulture(environment, options: options).publisher(key: try ProviderKey(key))
        self.venue = venue
    }

    /// Reads a line of the shop's list: EAN, price in cents and what is there now, `9782070360024;860;3`; nothing for a line that is none.
    static func stock(_ line: String) throws(EANError) -> EANStock? {
        let cells = line.split(separator: ";")
        guard cells.count == 3, let cents = Int(cells[1]), let count = Int(cells[2]) else { return nil }
        return EANStock(try EAN(cells[0]), priceCents: cents, quantity: .units(count))
    }

    /// Publishes what is there, however much it is, and looks for five minutes what came of it.
    func publish(_ stocks: [EANStock]) async -> EANReport {
        let sent = await publisher.upsert(stocks, at: .venue(venue))
        return await publisher.follow(sent, within: .seconds(300))
    }

    /// What to tell the shop about one of them.
    static func words(for fate: EANFate) -> String {
        switch fate {
        case .applied: "en vente"
        case .accepted, .notSeenYet: "accepté, pas encore visible"
        case .answerLost: "réponse non reçue, pas encore visible"
        case .unknown: "inconnu du pass Culture"
        case .categoryNotAllowed, .againstTerms: "non admis au pass Culture"
        case .refused(let refusal): "refusé : \(refusal.flaws.map(\.path).joined(separator: ", "))"
        case .notSent: "non envoyé"
        }
    }
}
