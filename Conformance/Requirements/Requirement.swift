// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One thing that somebody must, should or may do, with the line of the source that says so.
public struct Requirement: Sendable, Hashable {
    /// The name that checks and reports use: `PC-CM-014`.
    public let id: String
    /// How binding it is.
    public let level: RequirementLevel
    /// Who has to meet it.
    public let actor: RequirementActor
    /// The document that says so.
    public let source: String
    /// The line of that document, to the letter.
    public let quote: String
    /// When it applies, or what narrows the quoted line; empty: always, and as quoted.
    public let condition: String
    /// Why no check judges it; nil when one does.
    public let notTestedReason: Sentence?

    /// Reads a row: `id | level | actor | source | quoted line | condition | not-tested reason`, a dash for what is empty; the reason
    /// in French and in English, with `//` between.
    ///
    /// - Throws: ``RegisterError`` when a column is missing, empty where it may not be, or a word is unknown.
    public init(row: some StringProtocol) throws(RegisterError) {
        let columns = row.split(separator: " | ", omittingEmptySubsequences: false).map {
            Requirement.trimmed(String($0))
        }
        guard columns.count == 7 else {
            throw RegisterError(row: String(row), reason: "expected 7 columns, found \(columns.count)")
        }
        guard columns[0].wholeMatch(of: /PC-[A-Z][A-Z0-9]-[0-9]{3}/) != nil else {
            throw RegisterError(row: String(row), reason: "the id is not of the form PC-XX-000")
        }
        guard let level = RequirementLevel(rawValue: columns[1]) else {
            throw RegisterError(row: String(row), reason: "the level is none of MUST, SHOULD, MAY")
        }
        guard let actor = RequirementActor(rawValue: columns[2]) else {
            throw RegisterError(row: String(row), reason: "the actor is unknown")
        }
        guard !columns[3].isEmpty, columns[3] != "-" else {
            throw RegisterError(row: String(row), reason: "the source is empty")
        }
        guard !columns[4].isEmpty, columns[4] != "-" else {
            throw RegisterError(row: String(row), reason: "the quoted line is empty")
        }
        id = columns[0]
        self.level = level
        self.actor = actor
        source = columns[3]
        quote = columns[4]
        condition = columns[5] == "-" ? "" : columns[5]
        guard columns[6] != "-", !columns[6].isEmpty else {
            notTestedReason = nil
            return
        }
        let reasons = columns[6].split(separator: " // ", omittingEmptySubsequences: false).map(String.init)
        guard reasons.count == 2 else {
            throw RegisterError(row: String(row), reason: "why it is not tested is not told in French // English")
        }
        notTestedReason = Sentence(reasons[0], reasons[1])
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
