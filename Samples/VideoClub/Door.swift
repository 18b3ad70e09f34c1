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
    /// The links that have become accounts.
    private var accounts: Set<DigitalLink> = []
    /// Valid links whose validation was sent, without an answer to tell what became of it.
    private var lost: Set<DigitalLink> = []
    /// Links that somebody is just coming by.
    private var underWay: Set<DigitalLink> = []

    /// A door behind the address of the offers.
    init(_ template: DigitalLink.Template, asking counter: Counter) {
        self.template = template
        self.counter = counter
    }

    /// Lets somebody in who comes by a link.
    ///
    /// - Parameter target: the address as it came, from its path on: a framework's parameters have lost the `+` of e-mail addresses.
    func enter(by target: String) async -> Entrance {
        guard let link = try? DigitalLink(target, template: template) else {
            return .refused("Ce lien est incomplet : ouvrez-le depuis votre réservation.")
        }
        if accounts.contains(link) { return .account(link.email) }
        // A second click while the first is being dealt with sends nothing.
        guard underWay.insert(link).inserted else { return .later }
        defer { underWay.remove(link) }
        do throws(PassCultureError) {
            if let reason = try await counter.check(link) {
                // Our own validation, whose answer was lost, of what was valid a moment before.
                let isOurs = reason == .alreadyValidated && lost.contains(link)
                return isOurs ? makeAccount(link) : Self.refusal(reason)
            }
            switch try await counter.validate(link) {
            case .validated: return makeAccount(link)
            case .refused(let refusal): return Self.refusal(refusal.reason)
            case .unknown:
                lost.insert(link)
                return .later
            }
        } catch {
            // No answer to the check, or nothing was sent.
            return .later
        }
    }

    private func makeAccount(_ link: DigitalLink) -> Entrance {
        accounts.insert(link)
        lost.remove(link)
        return .account(link.email)
    }

    private static func refusal(_ reason: Refusal.Reason) -> Entrance {
        switch reason {
        case .alreadyValidated, .noLongerValid, .reimbursed: .refused("Cette contremarque a déjà servi.")
        case .cancelled: .refused("Cette réservation a été annulée.")
        case .unknownCountermark:
            .refused("Cette contremarque est inconnue : ouvrez le lien depuis votre réservation.")
        // Our key, our venue, our request: nothing that the young person could help.
        default: .later
        }
    }
}
