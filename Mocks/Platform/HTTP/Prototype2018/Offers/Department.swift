// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which department's offers a person sees (`contract 2018-12 §6.7`).
enum Department {
    /// The departments around Paris, which the service counted as one.
    private static let parisRegion: Set<String> = ["75", "77", "78", "91", "92", "93", "94", "95"]

    /// Whether somebody of a department sees what is offered in another: `00` sees all, `93` the region around Paris.
    static func sees(_ person: String?, _ venue: String?) -> Bool {
        switch person {
        case "00": true
        case "93": venue.map { parisRegion.contains($0) } ?? false
        default: person == venue
        }
    }
}
