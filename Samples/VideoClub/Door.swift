// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// The door of an online platform: what happens when a young person follows the link of a digital offer.
///
/// The countermark is checked, then validated, once, and the account is made when the pass Culture says yes. The link may be followed again: whoever has an account is let in, and a validation whose answer was lost is found to be done.
///
/// What it remembers it keeps in memory; yours keeps it in the database of your accounts.
actor Door {
    /// What the young person meets.
    enum Entrance: Sendable, Equatable {
        /// The account is there, and this is whose.
        case account(EmailAddress)
        /// The countermark opens nothing, and why.
        case refused(String)
        /// Nothing is known: the booking is not lost, the link may be followed again.
        case later
    }

    private let template: DigitalLink.Template
    private let counter: Counter
    private let offers: Set<OfferID>?
    /// The links that have become accounts.
    private var accounts: Set<DigitalLink> = []
    /// Valid links whose validation was sent, as long as it is not known what became of it.
    private var sent: Set<DigitalLink> = []
    /// What becomes of the links by which somebody is just coming.
    private var underWay: [DigitalLink: Task<Entrance, Never>] = [:]

    /// A door behind the address of the offers.
    ///
    /// - Parameter offers: the offers that this site sells: a link tells one, and whoever follows it can write another. Nil: any.
    init(_ template: DigitalLink.Template, selling offers: Set<OfferID>? = nil, asking counter: Counter) {
        self.template = template
        self.offers = offers
        self.counter = counter
    }

    /// Lets somebody in who comes by a link.
    ///
    /// - Parameter target: the address as it came, from its path on: a framework's parameters have lost the `+` of e-mail addresses.
    func enter(by target: String) async -> Entrance {
        guard let link = try? DigitalLink(target, template: template) else {
            return .refused("Ce lien est incomplet : ouvrez-le depuis votre réservation.")
        }
        guard offers?.contains(link.offer) ?? true else {
            return .refused("Ce lien n'est pas celui d'une offre de ce site.")
        }
        if accounts.contains(link) { return .account(link.email) }
        // A second click waits for what comes of the first.
        if let first = underWay[link] { return await first.value }
        let entrance = Task { await present(link) }
        underWay[link] = entrance
        defer { underWay[link] = nil }
        return await entrance.value
    }

    /// Presents a link at the counter.
    private func present(_ link: DigitalLink) async -> Entrance {
        do throws(PassCultureError) {
            if let reason = try await counter.check(link) {
                // Our own validation, whose answer was lost, of what was valid a moment before.
                let isOurs = reason == .alreadyValidated && sent.contains(link)
                return isOurs ? makeAccount(link) : Self.refusal(reason)
            }
            switch try await validate(link) {
            case .validated: return makeAccount(link)
            case .refused(let refusal): return Self.refusal(refusal.reason)
            case .unknown: return .later
            }
        } catch {
            // No answer to the check, or nothing was sent.
            return .later
        }
    }

    /// Validates, and remembers it until the answer is known: from before it is sent, as the site may end meanwhile.
    private func validate(_ link: DigitalLink) async throws(PassCultureError) -> Validation {
        sent.insert(link)
        do throws(PassCultureError) {
            let validation = try await counter.validate(link)
            if case .refused = validation { sent.remove(link) }
            return validation
        } catch {
            // Nothing has left.
            sent.remove(link)
            throw error
        }
    }

    private func makeAccount(_ link: DigitalLink) -> Entrance {
        accounts.insert(link)
        sent.remove(link)
        return .account(link.email)
    }

    private static func refusal(_ reason: Refusal.Reason) -> Entrance {
        switch reason {
        case .alreadyValidated, .noLongerValid, .reimbursed: .refused("Cette contremarque a déjà servi.")
        case .cancelled: .refused("Cette réservation a été annulée.")
        case .unknownCountermark:
            .refused("Cette contremarque est inconnue : ouvrez le lien depuis votre réservation.")
        case .wrongVenue, .notYours: .refused("Cette contremarque n'est pas pour ce site.")
        // Our key, our request: nothing that the young person could help.
        default: .later
        }
    }
}
