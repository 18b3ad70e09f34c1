// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform
@testable import PlatformDomain

@Suite("The recapitulation of a date's bookings")
struct RecapMailTests {
    @Test("goes out once the date has begun, to the team and, documented, to the venue", arguments: Profile.allCases)
    func recap(profile: Profile) async throws {
        let town = try Town(in: makeService(profile), kind: .event)
        let service = town.service
        let kept = try town.book()
        let cancelled = try town.book()
        try service.perform(.cancelBooking(by: .user(town.reader), cancelled.id)) { _, _ in }
        let begin = try #require(service.read { state, _ in state.occurrences[Identifier(1)]?.begin })
        let before = service.mails().count
        try await service.advance(.to(begin - .seconds(1)))
        #expect(service.mails().count == before)
        try await service.advance(.to(begin))
        let mail = try #require(service.mails().last)
        #expect(service.mails().count == before + 1)
        #expect(mail.at == begin)
        #expect(
            mail.heading
                == "Pass Culture <passculture@beta.gouv.fr> | [Réservations] Récapitulatif pour Le Petit Prince le "
                + "13 décembre 2018 à 08:15")
        #expect(mail.to == [MailSender.team] + (profile == .documented ? ["librairie@example.com"] : []))
        #expect(
            mail.visible
                == "Cher partenaire pass Culture, Voici le récapitulatif final des réservations : (total 1) pour Le Petit "
                + "Prince le 13 décembre 2018 à 08:15, proposé par Grande salle (Adresse : 1 place Y, 93100 Montreuil). "
                + "Nom ou pseudo Email Code réservation Dupont & fils lecteur@example.com \(kept.token)")
        // Once, however long time goes on.
        try await service.advance(.by(.days(100)))
        #expect(service.mails().filter { $0.subject.contains("Récapitulatif") }.count == 1)
    }

    @Test("goes out also when nobody booked")
    func nobody() async throws {
        let town = try Town(in: makeService(), kind: .event)
        try await town.service.advance(.by(.days(10)))
        let mail = try #require(town.service.mails().last)
        #expect(mail.subject.hasPrefix("[Réservations] Récapitulatif pour Le Petit Prince"))
        #expect(mail.visible.hasSuffix("(Adresse : 1 place Y, 93100 Montreuil). Aucune réservation"))
    }

    @Test("a venue of French Guiana reads the time of Cayenne")
    func cayenne() async throws {
        let town = try Town(in: makeService(), kind: .event)
        town.service.withCore { core in
            guard var venue = core.state.venues[town.venue] else { return }
            venue.departementCode = "97"
            core.state.evolve(.venueUpdated(venue))
        }
        try await town.service.advance(.by(.days(10)))
        #expect(town.service.mails().last?.subject.hasSuffix("le 13 décembre 2018 à 04:15") == true)
    }
}
