// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// What a journey carries from step to step.
///
/// Everything begins as a placeholder; a journey stops at its first failure, so no step meets a placeholder that an
/// earlier step should have filled.
struct Play: Stage {
    /// The platform, or the copy of it that this journey has for itself.
    let world: World
    /// What the current step sends and receives.
    var recorder = Recorder()
    /// What changed in the current step.
    var changes: [Sentence] = []
    /// The divergences met in the current step.
    var notes: [DivergenceNote] = []

    /// The partner's e-mail, structure name and SIREN, chosen before the account is made.
    let card: (email: String, name: String, siren: String, venueEmail: String)
    /// The partner.
    var partner = Partner.nobody
    /// The venue.
    var venue = ""
    /// The main offer and its stock.
    var offer = Offer.none
    var stock = Stock.none
    /// A second offer and its stock, when the journey has one.
    var secondOffer = Offer.none
    var secondStock = Stock.none
    /// The young people, and what they booked, by first name.
    var people: [String: Account] = [:]
    var bookings: [String: Booking] = [:]
    /// What each started with, in cents.
    var credit: Int64 = 0
    /// What each should have left, in cents.
    var expectedWallets: [String: Int64] = [:]
    /// The account that should be credited.
    var bank: BankAccount
    /// What should be paid: cents by booking id.
    var owed: [String: Int64] = [:]
    /// The money at the end.
    var money = MoneySummary()

    init(world: World) {
        self.world = world
        let siren = world.names.siren()
        card = (world.names.email("pro"), world.names.title("Structure"), siren, world.names.email("lieu"))
        bank = BankAccount.french(account: Int(siren) ?? 1)
    }

    /// Who checks and validates for the partner.
    var desk: any CountermarkDesk { world.desk ?? RawDesk(wire: wire) }

    /// Keeps the platform's side of a divergence.
    mutating func saw(_ divergence: Divergence, _ side: ProfileSide) {
        notes.append(DivergenceNote(divergence: divergence, side: side))
    }

    /// A person of the journey.
    func person(_ name: String) -> Account { people[name] ?? .nobody }

    /// What a person of the journey booked.
    func booking(_ name: String) -> Booking { bookings[name] ?? .none }

    /// The e-mail under which the partner's people find the account again.
    var deskWay: DeskRequest.Way { .desk(email: partner.account.email, password: partner.account.password) }

    /// A request to the desk, by the partner's own log-in.
    func deskRequest(_ name: String) -> DeskRequest {
        DeskRequest(base: world.base, countermark: booking(name).token, way: deskWay)
    }

    /// Demands an answer of the desk.
    func expect(_ answer: DeskAnswer, _ expected: DeskAnswer) throws {
        guard answer == expected else { throw failure("\(expected)", "\(answer)") }
    }
}
