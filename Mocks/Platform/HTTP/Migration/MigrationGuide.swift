// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a partner's program must change to speak today's edition: what `passculture mock --migration` prints and what the documentation's
/// page is made of.
///
/// The statuses beside each route are read from the two editions' own tables of routes.
package enum MigrationGuide {
    /// The guide for a terminal, as JSON, or as the documentation's page.
    package static func text(_ form: DivergenceTable.Form, of migrations: [Migration] = Migration.all) -> String {
        switch form {
        case .plain: migrations.map(paragraph).joined(separator: "\n\n")
        case .json: JSONValue.array(migrations.map(object)).text(.pretty)
        case .markdown: page(migrations)
        }
    }

    private static func paragraph(_ migration: Migration) -> String {
        """
        \(migration.id): \(migration.topic)
          2018      \(migration.prototype)
          v2        \(migration.second ?? "nothing of the kind")
          today     \(migration.today)
          change    \(migration.change)
          à changer \(migration.changeInFrench)
          with SDK  \(migration.withSDK)
        """
    }

    private static func object(_ migration: Migration) -> JSONValue {
        [
            "id": .string(migration.id), "topic": .string(migration.topic), "prototype": .string(migration.prototype),
            "v2": migration.second.map { .string($0) } ?? .null, "today": .string(migration.today),
            "change": .string(migration.change), "changeInFrench": .string(migration.changeInFrench),
            "withSDK": .string(migration.withSDK),
            "routes": .array(routes(of: [migration]).map { .string($0.route) }),
        ]
    }

    private static func page(_ migrations: [Migration]) -> String {
        let rows = migrations.map { migration in
            let cells = [
                migration.topic, migration.prototype, migration.second ?? "–", migration.today,
                "\(migration.change) · \(migration.changeInFrench)", migration.withSDK,
            ]
            return "| " + cells.map(DivergenceTable.escaped).joined(separator: " | ") + " |"
        }
        let answers = routes(of: migrations).map { operation in
            let statuses = Set(operation.allReplies.map(\.status)).sorted().map(String.init)
            return "| `\(operation.route)` | \(operation.summary) | \(statuses.joined(separator: ", ")) |"
        }
        return """
            # From December 2018, or from `/v2/bookings`, to the public API v1

            What a till, a shop or a stock provider must change to speak today's edition; *with SDK* is what is left to do for whoever uses this
            kit's library. Ce qu'un logiciel doit changer ; la dernière colonne dit ce qu'il en reste pour qui utilise le SDK.

            This page is written by `passculture mock --migration --markdown`; a test fails when it is stale, and when it names a route that
            neither edition has.

            | topic | December 2018 | `/v2/bookings` | today | what to change · à changer | with SDK |
            | --- | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            ## The routes, and what they answer here

            | route | what it does | statuses |
            | --- | --- | --- |
            \(answers.joined(separator: "\n"))
            """
    }

    /// The operations of either edition that the guide names, each once, in its order.
    static func routes(of migrations: [Migration]) -> [Operation] {
        let known = Operations.all
        let named = migrations.flatMap {
            Migration.routes(in: $0.prototype) + Migration.routes(in: $0.today + $0.change)
        }
        var told: Set<String> = []
        return named.filter { told.insert($0).inserted }.compactMap { route in known.first { $0.route == route } }
    }
}
