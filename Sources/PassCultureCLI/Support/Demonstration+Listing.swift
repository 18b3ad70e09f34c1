// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform

extension Demonstration {
    /// The demonstration for programs.
    var json: JSONValue {
        [
            "email": .string(Demonstration.email), "password": .string(Demonstration.password),
            "userEmail": .string(Demonstration.userEmail), "digitalOfferId": .string(digitalOfferID),
            "countermarks": .array(
                countermarks.map { ["standing": .string($0.standing.rawValue), "code": .string($0.code)] }),
        ]
    }

    /// The demonstration for people: who they are, what to type, and two lines to copy.
    func listing(_ base: String) -> String {
        let words = countermarks.map { "  \($0.code)  \(word(for: $0.standing))" }.joined(separator: "\n")
        let first = countermarks.first?.code ?? ""
        return """

            \(tr("The bookshop's log-in", "Identifiants de la librairie")): \(Demonstration.email) / \(Demonstration.password)
            \(tr("The young person", "Le jeune")): \(Demonstration.userEmail) / \(Demonstration.password)
            \(words)

              export PASSCULTURE_URL=\(base) PASSCULTURE_EMAIL=\(Demonstration.email) PASSCULTURE_PASSWORD='\(Demonstration.password)'
              passculture countermark verify \(first) --email \(Demonstration.email)

            """
    }

    private func word(for standing: Standing) -> String {
        switch standing {
        case .valid: tr("valid: a book", "valable : un livre")
        case .alreadyValidated: tr("already validated", "déjà validée")
        case .cancelled: tr("cancelled", "annulée")
        case .digital:
            tr("valid: a digital offer, offer id ", "valable : une offre numérique, offre ") + digitalOfferID
        case .notYours: tr("of another bookshop", "d'une autre librairie")
        }
    }
}
