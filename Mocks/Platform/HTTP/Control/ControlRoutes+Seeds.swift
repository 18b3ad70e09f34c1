// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension ControlRoutes {
    /// Seeds: begin again with another one, and begin again with the same.
    var seedRoutes: [Route] {
        [
            route("POST", "/seed") { [service, edition] call throws(WireError) in
                let furnished: Furnished
                do throws(SeedError) {
                    let seed = try Self.seed(call)
                    if let wanted = seed.edition, !edition.serves(wanted) {
                        return Self.otherEdition(wanted, than: edition)
                    }
                    furnished = try await service.refurnish(seed)
                } catch {
                    throw .control(
                        error.english, hint: "Nothing has changed. GET /_control/seeds has seeds that work.",
                        status: error.isMalformed ? 400 : 409)
                }
                var answer = furnished.json.objectValue ?? JSONObject()
                answer["now"] = .string(service.now().iso8601)
                return .control(.object(answer))
            },
            route("GET", "/seeds") { _ throws(WireError) in
                var seeds = JSONObject()
                for seed in BuiltInSeed.allCases { seeds[seed.rawValue] = try? JSONValue(parsing: seed.text) }
                return .control(.object(seeds))
            },
            route("POST", "/reset") { [service] _ throws(WireError) in
                service.reset()
                return .control(["now": .string(service.now().iso8601)])
            },
        ]
    }

    /// 409: what the seed brings about, keys and log-ins, would be answered nowhere.
    private static func otherEdition(_ wanted: Edition, than served: Edition) -> Answer {
        ControlError(
            "The seed is of the edition \(wanted.rawValue), and this platform serves \(served.rawValue)",
            hint: "Nothing has changed. Start a platform with --edition \(wanted.rawValue), or with --edition both.",
            status: 409
        ).answer
    }

    /// A seed, or the name of one that comes with the platform: `{"name": "cinema"}`.
    private static func seed(_ call: Call) throws(SeedError) -> Seed {
        guard let value = try? JSONValue(parsing: call.body), let object = value.objectValue, object.count == 1,
            let name = object["name"]?.stringValue
        else { return try Seed(parsing: call.body) }
        guard let seed = BuiltInSeed(rawValue: name) else {
            let names = BuiltInSeed.allCases.map(\.rawValue).joined(separator: ", ")
            throw .malformed(
                "No seed is called \(name): there are \(names)", "Aucun jeu de données ne s'appelle \(name)")
        }
        return try seed.seed()
    }
}
