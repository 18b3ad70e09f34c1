// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A folder of the house that is one target or a part of one, and whom it may know.
package struct Room: Hashable, Sendable {
    /// The folder, relative to the root of the package.
    package let folder: String
    /// The name of the target in `Package.swift`.
    package let target: String
    /// The modules that its files may import, beside those that every room may.
    package let mayImport: Set<String>

    /// A room in `folder`, without the rooms below it; its target is named after the last part of the folder unless `target` says otherwise.
    package init(_ folder: String, target: String? = nil, mayImport: Set<String> = []) {
        self.folder = folder
        self.target = target ?? String(folder.split(separator: "/").last ?? "")
        self.mayImport = mayImport
    }
}
