// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where the house lies, known from where this file lay when it was compiled.
enum Repository {
    /// The folder that holds `Package.swift`.
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
}
