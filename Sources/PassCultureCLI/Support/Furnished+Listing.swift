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

    /// The variables by which a till is told which pass Culture it speaks with, and who it is.
    static let tillVariables = [
        "PASSCULTURE_URL", "PASSCULTURE_EMAIL", "PASSCULTURE_PASSWORD", "PASSCULTURE_KEY", "PASSCULTURE_VENUE",
    ]

    /// Who the till is, as those variables: by a key, or by the first log-in; the address alone when there is neither.
    func till(at base: String) -> [(name: String, value: String)] {
        var variables = [(name: "PASSCULTURE_URL", value: base)]
        if let key = value("api-key").map({ Visible.plain($0) }) {
            variables.append(("PASSCULTURE_KEY", key))
            if let venue = value("venue").flatMap({ Int($0) }) { variables.append(("PASSCULTURE_VENUE", "\(venue)")) }
        } else if let person {
            variables.append(("PASSCULTURE_EMAIL", person.email))
            variables.append(("PASSCULTURE_PASSWORD", person.password))
        }
        return variables
    }

    /// The line by which a shell makes a till of what is started in it.
    func export(at base: String) -> String {
        let words = till(at: base).map { name, value in
            ["PASSCULTURE_KEY", "PASSCULTURE_PASSWORD"].contains(name) ? "\(name)='\(value)'" : "\(name)=\(value)"
        }
        return "export \(words.joined(separator: " "))"
    }

    /// Lines to copy: who the till is, and a first countermark; nothing without both.
    func commands(_ base: String) -> String? {
        let code = items.lazy.compactMap { item in
            if case .countermark(let code, .valid) = item.what { Visible.plain(code) } else { nil }
        }.first
        let variables = till(at: base)
        guard let code, variables.count > 1 else { return nil }
        let export = "  \(export(at: base))\n"
        if let key = variables.first(where: { $0.name == "PASSCULTURE_KEY" })?.value {
            return export + """
                  curl -H 'Authorization: Bearer \(key)' \(base)/public/bookings/v1/token/\(code)
                  curl -X PATCH -H 'Authorization: Bearer \(key)' \(base)/public/bookings/v1/use/token/\(code)

                """
        }
        return export + "  passculture countermark verify \(code) --email \(variables[1].value)\n"
    }

    /// The first log-in.
    private var person: (email: String, password: String)? {
        for item in items {
            if case .person(let email, let password) = item.what {
                return (Visible.plain(email), Visible.plain(password))
            }
        }
        return nil
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
