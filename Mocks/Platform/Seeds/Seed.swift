// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import JSON

/// What a platform begins with: a list of requests in the contract's own words, played one after the other on an empty platform.
///
/// It is read from JSON, and strictly: an unknown key is an error. What the keys mean is told in `Documentation/Seeds.md`.
package struct Seed: Sendable {
    /// What it is, for people.
    package let title: SeedWords?
    /// Where its time starts; where the platform's would, if unset.
    package let start: Instant?
    /// Whether time passes by itself afterwards; as the platform's would, if unset.
    package let clock: VirtualClock.Mode?
    /// Which edition it is for; any, if unset.
    package let edition: Edition?
    /// What is done.
    let steps: [SeedStep]
    /// What is told to whoever starts the platform.
    let shown: [SeedShow]

    /// Reads a seed.
    ///
    /// - Throws: what is wrong, and where.
    package init(parsing bytes: some Sequence<UInt8>) throws(SeedError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .malformed("The seed is no JSON: \(error)", "Le jeu de données n'est pas du JSON : \(error)")
        }
        try self.init(value)
    }

    /// Reads a seed from the JSON object that it is.
    ///
    /// - Throws: what is wrong, and where.
    package init(_ value: JSONValue) throws(SeedError) {
        let fields = try SeedFields(value, keys: ["title", "start", "clock", "edition", "steps", "show"])
        title = try fields.words("title")
        start = try fields.instant("start")
        clock = try fields.clockMode("clock")
        edition = try fields.edition("edition")
        var steps: [SeedStep] = []
        for (index, value) in try fields.list("steps").enumerated() {
            do throws(SeedError) {
                let step = try SeedStep(value)
                if let name = step.name, steps.contains(where: { $0.name == name }) {
                    throw .malformed("another step has its name", "une autre étape porte son nom")
                }
                steps.append(step)
            } catch {
                throw error.at(step: index + 1, named: value["name"]?.stringValue)
            }
        }
        self.steps = steps
        shown = try fields.list("show").map { value throws(SeedError) in try SeedShow(value) }
    }
}
