// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A file imports only what the house plan lets its room know.
package struct ImportArrowsRule: SourceRule {
    /// The rooms by which it judges.
    package let rooms: [Room]

    /// The rule for `rooms`.
    package init(rooms: [Room] = HousePlan.rooms) {
        self.rooms = rooms
    }

    package let name = "import-arrows"
    package let summary =
        "A file imports only what its room may know (HousePlan.swift): platform and SDK meet on the wire."

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && !path.hasSuffix("/Package.swift")
            && HousePlan.folders.contains { path.hasPrefix($0 + "/") }
    }

    package func violations(in file: SourceFile) -> [Violation] {
        guard let room = room(of: file.path) else {
            return [
                Violation(
                    path: file.path, line: 1,
                    message: "no room of the house holds this file; add its target to HousePlan.rooms")
            ]
        }
        var allowed = HousePlan.everywhere.union(room.mayImport)
        if file.lies(in: "Tests") { allowed.formUnion(HousePlan.inTests) }
        return Import.all(in: file).compactMap { found in
            // Foundation has a rule and a sentence of its own.
            guard !allowed.contains(found.module), !found.module.hasPrefix("Foundation") else { return nil }
            let known = room.mayImport.sorted().joined(separator: ", ")
            return Violation(
                path: file.path, line: found.line,
                message:
                    "\(room.target) may not import \(found.module); it may know \(known.isEmpty ? "nobody" : known)")
        }
    }

    /// The room with the longest folder that holds `path`.
    private func room(of path: String) -> Room? {
        rooms.filter { path.hasPrefix($0.folder + "/") }.max { $0.folder.utf8.count < $1.folder.utf8.count }
    }
}
