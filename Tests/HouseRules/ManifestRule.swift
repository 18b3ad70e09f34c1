// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// `Package.swift` keeps to the house plan: arrows, language settings, exact versions.
package struct ManifestRule: SourceRule {
    /// The rooms by which it judges.
    package let rooms: [Room]

    /// The rule for `rooms`.
    package init(rooms: [Room] = HousePlan.rooms) {
        self.rooms = rooms
    }

    package let name = "manifest"
    package let summary =
        "Package.swift: a room for every target, no arrow but the plan's, our settings, exact versions."

    package func applies(to path: String) -> Bool { path == "Package.swift" }

    package func violations(in file: SourceFile) -> [Violation] {
        let manifest = Manifest(file)
        var found: [Violation] = []
        func report(_ line: Int, _ message: String) {
            found.append(Violation(path: file.path, line: line, message: message))
        }
        for target in manifest.targets {
            let ofTarget = rooms.filter { $0.target == target.name }
            if ofTarget.isEmpty {
                report(target.line, "target \(target.name) has no room; add it to HousePlan.rooms")
                continue
            }
            let allowed = ofTarget.reduce(into: Set()) { $0.formUnion($1.mayImport) }
            for dependency in target.dependencies where !allowed.contains(dependency) {
                report(target.line, "\(target.name) may not depend on \(dependency)")
            }
            if !target.hasHouseSettings {
                report(target.line, "target \(target.name) needs `swiftSettings: settings`")
            }
        }
        for package in manifest.packages where !package.isExact {
            report(package.line, "\(package.url) needs a version by `exact:`; no lock file is kept")
        }
        return found
    }
}
