// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What `Package.swift` says about targets and packages, read from its text.
///
/// It understands the plain calls that the house's manifest is made of (`.target(…)`, `.package(…)`, constants for
/// products), not every Swift expression.
package struct Manifest: Sendable {
    /// A target of the package that holds Swift.
    package struct Target: Hashable, Sendable {
        /// The name.
        package var name = ""
        /// The modules or products it depends on.
        package var dependencies: [String] = []
        /// Whether it takes the house's language settings: `swiftSettings: settings`.
        package var hasHouseSettings = false
        /// The line where it begins.
        package var line: Int
    }

    /// A package that ours depends on.
    package struct Package: Hashable, Sendable {
        /// Its address.
        package var url = ""
        /// Whether one version is named by `exact:`.
        package var isExact = false
        /// The line where it begins.
        package var line: Int
    }

    /// The targets, in the order of the file, without system libraries.
    package private(set) var targets: [Target] = []
    /// The packages, in the order of the file.
    package private(set) var packages: [Package] = []

    private static let targetCalls: Set = ["executableTarget", "target", "testTarget"]

    /// The manifest in `file`.
    package init(_ file: SourceFile) {
        let words = Self.words(of: file)[...]
        var products: [String: String] = [:]
        for index in words.indices.dropLast(2) {
            if words[index].text == "let", words[index + 2].text == "=",
                let product = Self.name(ofProductIn: words[index...].dropFirst(3).prefix(9))
            {
                products[words[index + 1].text] = product
            }
            guard words[index].text == ".", words[index + 2].text == "(" else { continue }
            let call = words[index + 1].text
            let arguments = words[(index + 3)..<Self.close(of: index + 2, in: words)]
            if Self.targetCalls.contains(call) {
                // `.target(name: "X")` among dependencies is no declaration, but the house writes "X" there.
                targets.append(Self.target(from: arguments, line: words[index].line, products: products))
            } else if call == "package" {
                packages.append(
                    Package(
                        url: Self.string(labelled: "url", in: arguments) ?? "",
                        isExact: arguments.contains { !$0.isString && $0.text == "exact" }, line: words[index].line))
            }
        }
    }

    /// A word, a sign or a whole string literal.
    private struct Word {
        var text: String
        var line: Int
        var isString = false
    }

    private static func words(of file: SourceFile) -> [Word] {
        var words: [Word] = []
        var quote: Token?
        for token in file.tokens {
            if token.text == "\"" {
                if let start = quote {
                    let text = String(decoding: file.bytes[(start.offset + 1)..<token.offset], as: UTF8.self)
                    words.append(Word(text: text, line: start.line, isString: true))
                    quote = nil
                } else {
                    quote = token
                }
            } else if quote == nil {
                words.append(Word(text: token.text, line: token.line))
            }
        }
        return words
    }

    private static func close(of open: Int, in words: ArraySlice<Word>) -> Int {
        var depth = 0
        for index in words.indices[open...] where !words[index].isString {
            if ["(", "["].contains(words[index].text) { depth += 1 }
            if [")", "]"].contains(words[index].text) { depth -= 1 }
            if depth == 0 { return index }
        }
        return words.endIndex
    }

    private static func string(labelled label: String, in words: ArraySlice<Word>) -> String? {
        for index in words.indices.dropLast(2)
        where words[index].text == label && !words[index].isString && words[index + 1].text == ":" {
            return words[index + 2].isString ? words[index + 2].text : nil
        }
        return nil
    }

    /// The name in `Target.Dependency.product(name: "X", …)` at the start of `words`.
    private static func name(ofProductIn words: ArraySlice<Word>) -> String? {
        guard let product = words.firstIndex(where: { $0.text == "product" && !$0.isString }) else { return nil }
        return string(labelled: "name", in: words[product...])
    }

    private static func target(from words: ArraySlice<Word>, line: Int, products: [String: String]) -> Target {
        var target = Target(line: line)
        target.name = string(labelled: "name", in: words) ?? ""
        for index in words.indices.dropLast(2) where !words[index].isString && words[index + 1].text == ":" {
            if words[index].text == "swiftSettings" { target.hasHouseSettings = words[index + 2].text == "settings" }
            guard words[index].text == "dependencies", words[index + 2].text == "[" else { continue }
            var next = index + 3
            let end = close(of: index + 2, in: words)
            while next < end {
                let word = words[next]
                if word.isString {
                    target.dependencies.append(word.text)
                } else if word.text == "(" {
                    // `.product(name: "X", package: "y")`: the name counts, the package does not.
                    let closing = min(close(of: next, in: words), end)
                    if let name = string(labelled: "name", in: words[next..<closing]) {
                        target.dependencies.append(name)
                    }
                    next = closing
                } else if let product = products[word.text] {
                    target.dependencies.append(product)
                }
                next += 1
            }
        }
        return target
    }
}
