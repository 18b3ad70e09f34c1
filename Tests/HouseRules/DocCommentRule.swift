// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Every public and package declaration says what it is.
///
/// `swift format` asks it of most public declarations; this asks it also of `package` ones, actors, the cases of public
/// enums and the requirements of public protocols. An `override` needs none: what it overrides has it.
package struct DocCommentRule: SourceRule {
    /// The rule.
    package init() {}

    package let name = "doc-comments"
    package let summary = "Every public or package declaration in Sources, Mocks and Conformance has a doc comment."

    private static let declarations: Set = [
        "actor", "associatedtype", "case", "class", "enum", "func", "init", "let", "macro", "protocol", "struct",
        "subscript", "typealias", "var",
    ]
    private static let modifiers: Set = [
        "async", "borrowing", "class", "consuming", "convenience", "distributed", "dynamic", "fileprivate", "final",
        "indirect", "infix", "internal", "isolated", "lazy", "mutating", "nonisolated", "nonmutating", "open",
        "optional",
        "override", "package", "postfix", "prefix", "private", "public", "required", "static", "unowned", "weak",
    ]
    private static let visible: Set = ["open", "package", "public"]

    /// What a pair of braces encloses.
    private enum Scope {
        /// A visible enum: what begins with `case` in it is visible.
        case visibleEnum
        /// A visible protocol: all in it is visible.
        case visibleProtocol
        /// Any other type, body or closure: what is visible in it says so itself.
        case other
    }

    package func applies(to path: String) -> Bool {
        path.hasSuffix(".swift") && HousePlan.documentedFolders.contains { path.hasPrefix($0 + "/") }
    }

    package func violations(in file: SourceFile) -> [Violation] {
        var found: [Violation] = []
        var scopes: [Scope] = []
        var opening = Scope.other
        var parentheses = 0
        for (index, token) in file.tokens.enumerated() {
            switch token.text {
            case "{":
                scopes.append(opening)
                opening = .other
            case "}": _ = scopes.popLast()
            case "(", "[": parentheses += 1
            case ")", "]": parentheses -= 1
            case let word where Self.declarations.contains(word):
                let scope = scopes.last ?? .other
                guard let head = Self.head(of: index, in: file.tokens) else { continue }
                let isVisible =
                    !Self.visible.isDisjoint(with: head.modifiers) || scope == .visibleEnum && word == "case"
                    || scope == .visibleProtocol && parentheses == 0
                guard isVisible else { continue }
                if word == "enum" { opening = .visibleEnum }
                if word == "protocol" { opening = .visibleProtocol }
                if !head.modifiers.contains("override"), !Self.isDocumented(line: head.line, in: file.lines) {
                    let name = file.tokens[index...].dropFirst().first { $0.isWord }?.text ?? ""
                    let isNamed = !["init", "subscript"].contains(word)
                    found.append(
                        Violation(
                            path: file.path, line: token.line,
                            message: "\(word)\(isNamed ? " " + name : "") needs a doc comment (///): what is it?"))
                }
            default: continue
            }
        }
        return found
    }

    /// The modifiers before the declaration word at `index` and the line on which the first of them or the first
    /// attribute stands; nothing when the word there declares nothing (`.init(…)`, `self.init`, a label).
    private static func head(of index: Int, in tokens: [Token]) -> (modifiers: Set<String>, line: Int)? {
        if index > 0, [".", "`", "&"].contains(tokens[index - 1].text) { return nil }
        if index + 1 < tokens.count, tokens[index + 1].text == ":" { return nil }
        if tokens[index].text == "class", index + 1 < tokens.count,
            ["func", "var", "subscript"].contains(tokens[index + 1].text)
        {
            return nil
        }
        var modifiers: Set<String> = []
        var first = index
        while first > 0 {
            let previous = tokens[first - 1]
            // `case open` and `.open` name something; they modify nothing.
            if first > 1, ["case", "."].contains(tokens[first - 2].text) { break }
            if Self.modifiers.contains(previous.text) {
                modifiers.insert(previous.text)
                first -= 1
            } else if first > 1, previous.isWord, tokens[first - 2].text == "@" {
                first -= 2
            } else if previous.text == ")", let open = opening(of: first - 1, in: tokens), open > 0 {
                // `private(set)` says nothing about the reading; `@available(…)` belongs to the head.
                if Self.modifiers.contains(tokens[open - 1].text) {
                    first = open - 1
                } else if open > 1, tokens[open - 2].text == "@" {
                    first = open - 2
                } else {
                    break
                }
            } else {
                break
            }
        }
        return (modifiers, tokens[first].line)
    }

    /// The index of the parenthesis that the one at `close` closes.
    private static func opening(of close: Int, in tokens: [Token]) -> Int? {
        var depth = 0
        for index in stride(from: close, through: 0, by: -1) {
            if tokens[index].text == ")" { depth += 1 }
            if tokens[index].text == "(" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// Whether the line above `line` is a doc comment; directives to compiler and formatter may stand between.
    private static func isDocumented(line: Int, in lines: [String]) -> Bool {
        for above in lines[..<(line - 1)].reversed() {
            let text = above.drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("#") || text.hasPrefix("// swift-format-ignore") { continue }
            return text.hasPrefix("///") || text.hasSuffix("*/")
        }
        return false
    }
}
