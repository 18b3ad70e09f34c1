// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension OffererRoutes {
    /// A line of the list: the whole structure, or what somebody sees whose attachment awaits validation.
    private enum Line: Sendable {
        case whole(OffererView)
        case awaitingValidation(Offerer)
    }

    /// `GET /offerers`: the structures that the person is attached to, all of them for the team; by name, ten a page.
    static func list(_ call: Call) throws(WireError) -> Answer {
        let person = try call.signedIn()
        let awaitsValidation = try awaitsValidation(call)
        let words = (call.query("keywords") ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let page = try Page(call, size: 10)
        let lines = call.service.read { state, _ in
            let offerers = offerers(of: person, awaitingValidation: awaitsValidation, in: state)
                .filter { matches($0, words, in: state) }
                .map { (key: (FrenchText.plain($0.name), $0.name, $0.id), offerer: $0) }
                .sorted { $0.key < $1.key }.map(\.offerer)
            return page.of(offerers).map { offerer -> Line in
                state.rights(of: person, on: offerer.id) == nil
                    ? .awaitingValidation(offerer) : .whole(OffererView(offerer, in: state))
            }
        }
        return .json(.array(lines.map(json)))
    }

    private static func json(_ line: Line) -> JSONValue {
        switch line {
        case .whole(let view): OffererJSON.object(view)
        case .awaitingValidation(let offerer): OffererJSON.awaitingValidation(offerer)
        }
    }

    private static func awaitsValidation(_ call: Call) throws(WireError) -> Bool {
        switch call.query("validated") {
        case nil, "true": false
        case "false": true
        default: throw .field("validated", "Le paramètre 'validated' doit être 'true' ou 'false'")
        }
    }

    /// The person's own structures: those whose attachment is validated, or those whose attachment is not yet. For the team,
    /// it is the structure's own validation that tells them apart.
    private static func offerers(
        of person: Identifier<User>, awaitingValidation: Bool, in state: PlatformState
    ) -> [Offerer] {
        if state.users[person]?.isAdmin == true {
            return awaitingValidation
                ? state.offerers.records.filter { !$0.isValidated } : Array(state.offerers.records)
        }
        return state.userOfferers(of: person).filter { ($0.validationToken != nil) == awaitingValidation }
            .compactMap { state.offerers[$0.offererID] }
    }

    /// Whether each word is in the structure's name, number or address, or in one of its venues' names or cities.
    private static func matches(_ offerer: Offerer, _ words: [String], in state: PlatformState) -> Bool {
        guard !words.isEmpty else { return true }
        var texts = [offerer.name, offerer.siren, offerer.address, offerer.postalCode, offerer.city]
        for venue in state.venues(of: offerer.id) {
            texts += [venue.name, venue.address, venue.city, venue.siret]
        }
        let haystack = texts.compactMap { $0?.lowercased() }
        return words.allSatisfy { word in haystack.contains { $0.contains(word) } }
    }
}
