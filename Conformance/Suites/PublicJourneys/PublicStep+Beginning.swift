// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps with which every journey of today's edition begins.
extension PublicStep {
    /// The provider with its venue, and what its key opens.
    static func beginning(at venue: String, withTicketOffice: Bool = false) -> [PublicStep] {
        [provider(venue, withTicketOffice), key]
    }

    private static func provider(_ venue: String, _ withTicketOffice: Bool) -> PublicStep {
        PublicStep(
            "provider", .team,
            Sentence(
                "L'équipe crée le fournisseur (le logiciel) et donne sa clé ; le lieu « \(venue) » s'y rattache.",
                "The team makes the provider (the software) and gives out its key; the venue \"\(venue)\" links to it."),
            []
        ) { play in
            let provider = try await play.control.newProvider(
                sharing: withTicketOffice ? play.world.office?.key : nil)
            play.providerId = provider.id
            play.key = provider.key
            play.venue = try await play.control.newVenue(of: provider.id, named: play.world.names.title(venue))
            play.tell(
                "Fournisseur n° \(provider.id), lieu n° \(play.venue.id) (SIRET \(play.venue.siret)).",
                "Provider no. \(provider.id), venue no. \(play.venue.id) (SIRET \(play.venue.siret)).")
        }
    }

    private static let key = PublicStep(
        "key", .partner,
        Sentence(
            "Sans clé rien ne s'ouvre ; avec la sienne, le logiciel voit le lieu de son client.",
            "Nothing opens without a key; with its own the software sees its client's venue."),
        ["PC-V1-001"]
    ) { play in
        let path = "/public/offers/v1/offerer_venues"
        try await PublicProvider(wire: play.wire, key: nil).get(path).expect(401, PublicAnswers.keyRequired)
        let answer = try await play.provider.get(path).expect(200)
        let venues = answer.json?.arrayValue?.flatMap { $0["venues"]?.arrayValue ?? [] } ?? []
        try answer.require(
            venues.contains { $0["id"]?.intValue == play.venue.id }, "the venue \(play.venue.id) among the provider's")
        play.tell("\(venues.count) lieu rattaché.", "\(venues.count) venue linked.")
    }

    /// Young people with their credit; those named with an amount have only so much left.
    static func youngAccounts(_ names: [String], left: [String: Int64] = [:]) -> PublicStep {
        let list = names.joined(separator: ", ")
        return PublicStep(
            "young-accounts", .young,
            Sentence("\(list) : comptes ouverts, crédit reçu.", "\(list): accounts opened, credit received."), []
        ) { play in
            for name in names {
                let person = try await play.control.newBeneficiary(named: name, cents: left[name])
                let expected = left[name] ?? 30_000
                try play.require(person.cents == expected, "a credit of \(expected) cents", "\(person.cents) cents")
                play.people[name] = person
                let (french, english) = JourneyStep.amounts(person.cents)
                play.tell("\(name) a \(french) à dépenser.", "\(name) has \(english) to spend.")
            }
        }
    }

    /// Whose something is, in French: `de Noé`, `d'Ana`.
    static func de(_ name: String) -> String {
        name.first.map { "AEIOUÉÈ".contains($0) } == true ? "d'\(name)" : "de \(name)"
    }

    /// An instant to the minute, UTC: `2026-11-28 18:30`.
    static func minute(_ instant: Instant) -> String {
        let text = instant.iso8601
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }

    /// Lets time pass.
    static func pause(
        _ id: String, _ sentence: Sentence, _ run: @escaping @Sendable (inout PublicPlay) async throws -> Void
    ) -> PublicStep {
        PublicStep(id, .time, sentence, []) { play in
            try await run(&play)
            let now = try await play.control.now()
            play.tell("Nous sommes le \(FrenchDate.moment(now, in: .paris)).", "It is \(minute(now)).")
        }
    }
}
