// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform

extension Furnished {
    /// What the seed has to tell, for people: log-ins, countermarks with what they are good for, other values.
    var listing: String {
        let width = items.map { Self.value($0).count }.filter { $0 <= Self.widest }.max() ?? 0
        let lines = items.map { item in
            let value = Self.value(item)
            return "  \(value)\(String(repeating: " ", count: max(0, width - value.count)))  \(Self.words(item))"
        }
        return (["", title.map { tr($0.english, $0.french) } ?? tr("Seeded", "Données"), ""] + lines + [""])
            .map { Visible.plain($0) }.joined(separator: "\n")
    }

    /// Lines to copy: who the till is, and a first countermark; nothing without both.
    func commands(_ base: String) -> String? {
        let key = value("api-key").map { Visible.plain($0) }
        let person = items.lazy.compactMap { item in
            if case .person(let email, let password) = item.what {
                (Visible.plain(email), Visible.plain(password))
            } else {
                nil
            }
        }.first
        let code = items.lazy.compactMap { item in
            if case .countermark(let code, .valid) = item.what { Visible.plain(code) } else { nil }
        }.first
        if let key, let code {
            let venue = value("venue").flatMap { Int($0) }.map { " PASSCULTURE_VENUE=\($0)" } ?? ""
            return """
                  export PASSCULTURE_URL=\(base) PASSCULTURE_KEY='\(key)'\(venue)
                  curl -H 'Authorization: Bearer \(key)' \(base)/public/bookings/v1/token/\(code)
                  curl -X PATCH -H 'Authorization: Bearer \(key)' \(base)/public/bookings/v1/use/token/\(code)

                """
        }
        guard let (email, password) = person, let code else { return nil }
        return """
              export PASSCULTURE_URL=\(base) PASSCULTURE_EMAIL=\(email) PASSCULTURE_PASSWORD='\(password)'
              passculture countermark verify \(code) --email \(email)

            """
    }

    /// The value that programs know by a name.
    private func value(_ id: String) -> String? {
        for item in items where item.id == id {
            if case .value(let text) = item.what { return text }
        }
        return nil
    }

    /// What is longer does not push all the others aside.
    private static let widest = 48

    private static func value(_ item: Item) -> String {
        switch item.what {
        case .countermark(let code, _): code
        case .value(let text): text
        case .person(let email, let password): "\(email) / \(password)"
        }
    }

    private static func words(_ item: Item) -> String {
        let label = tr(item.label.english, item.label.french)
        guard case .countermark(_, let standing) = item.what else { return label }
        return "\(tr(standing.words.english, standing.words.french))\(tr(": ", " : "))\(label)"
    }
}
