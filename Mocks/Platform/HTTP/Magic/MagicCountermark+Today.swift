// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension MagicCountermark {
    /// What a route of today's edition makes of it: what neither checks nor validates fares as a check does.
    func reply(to act: MagicTokens.Act) -> Reply { act == .use ? validation : check }

    /// What today's four routes by countermark get, in short: check, validate, take back, cancel.
    package var todaysWords: [String] { MagicTokens.Act.allCases.map(words) }

    /// The same for programs, by the name in the path.
    var todaysJSON: JSONValue {
        .object(
            JSONObject(
                uniqueKeysWithValues: zip(MagicTokens.Act.allCases.map(\.rawValue), todaysWords.map { .string($0) })))
    }

    private func words(_ act: MagicTokens.Act) -> String {
        let (confirmed, used) =
            [.token: ("200", "410"), .use: ("204", "410"), .keep: ("403", "204")][act] ?? ("204", "410")
        switch reply(to: act) {
        case .valid: return confirmed
        case .alreadyValidated: return used
        case .cancelled: return "410"
        case .unknown, .notYours: return "404"
        case .lost: return (act == .use ? "no answer" : confirmed) + "; then \(used)"
        case .struck(let fault):
            switch fault.kind {
            case .delay: return "\(confirmed) after \(Self.slowness) s"
            case .dribble: return "\(confirmed) in drops"
            // They fare alike at both of 2018's routes.
            default: return validationWords
            }
        }
    }
}
