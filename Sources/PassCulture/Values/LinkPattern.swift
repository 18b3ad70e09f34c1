// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A piece of a template, such as `PC-{token}`: what stands there as it is, and what is filled in.
struct LinkPattern: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
        case literal([UInt8])
        case placeholder(DigitalLink.Part)
    }

    private let pieces: [Piece]

    /// The placeholders.
    let placeholders: Set<DigitalLink.Part>

    /// Reads a piece of a template.
    ///
    /// - Throws: ``DigitalLinkError`` when two placeholders stand side by side, or one of them twice.
    init(_ text: [UInt8]) throws(DigitalLinkError) {
        var pieces: [Piece] = []
        var placeholders: Set<DigitalLink.Part> = []
        var literal: [UInt8] = []
        var rest = text[...]
        while let byte = rest.first {
            guard let part = DigitalLink.Part.allCases.first(where: { rest.starts(with: $0.placeholder.utf8) }) else {
                literal.append(byte)
                rest.removeFirst()
                continue
            }
            rest.removeFirst(part.placeholder.utf8.count)
            if !literal.isEmpty {
                guard !Self.beginsEscape(literal) else {
                    throw DigitalLinkError(.badTemplate, part, "a % stands before it and would take it in")
                }
                pieces.append(.literal(Self.decoded(literal)))
            } else if !pieces.isEmpty {
                throw DigitalLinkError(.badTemplate, part, "it follows another placeholder with nothing between them")
            }
            guard placeholders.insert(part).inserted else {
                throw DigitalLinkError(.badTemplate, part, "it stands twice in one value")
            }
            pieces.append(.placeholder(part))
            literal = []
        }
        if !literal.isEmpty { pieces.append(.literal(Self.decoded(literal))) }
        self.pieces = pieces
        self.placeholders = placeholders
    }

    /// What stands in a text where the placeholders are, decoded; nothing if the text is not of this pattern.
    ///
    /// The e-mail, in which anything may stand, is what the others leave over from both sides.
    func values(in text: [UInt8]) -> [DigitalLink.Part: [UInt8]]? {
        var found: [DigitalLink.Part: [UInt8]] = [:]
        var rest = Self.decoded(text)[...]
        var left = pieces[...]
        while let piece = left.first, piece != .placeholder(.email) {
            left.removeFirst()
            switch piece {
            case .literal(let literal):
                guard rest.starts(with: literal) else { return nil }
                rest.removeFirst(literal.count)
            case .placeholder(let part):
                let end =
                    if case .literal(let next)? = left.first { rest.firstRange(of: next)?.lowerBound } else {
                        rest.endIndex
                    }
                guard let end else { return nil }
                found[part] = Array(rest[..<end])
                rest = rest[end...]
            }
        }
        while let piece = left.last, piece != .placeholder(.email) {
            left.removeLast()
            switch piece {
            case .literal(let literal):
                guard rest.count >= literal.count, rest.suffix(literal.count).elementsEqual(literal) else { return nil }
                rest.removeLast(literal.count)
            case .placeholder(let part):
                guard case .literal(let previous)? = left.last, let start = Self.end(ofLast: previous, in: rest) else {
                    return nil
                }
                found[part] = Array(rest[start...])
                rest = rest[..<start]
            }
        }
        guard !left.isEmpty else { return rest.isEmpty ? found : nil }
        found[.email] = Array(rest)
        return found
    }

    private static func end(ofLast literal: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard let first = literal.first else { return nil }
        var rest = text
        while let index = rest.lastIndex(of: first) {
            if text[index...].starts(with: literal) { return index + literal.count }
            rest = rest[..<index]
        }
        return nil
    }

    /// The bytes with every `%XX` decoded; a `%` that begins none stays as it is, and so does a `+`.
    static func decoded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "%")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = digit(text[index + 1]),
                let low = digit(text[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    /// Whether a text ends in a `%` that what follows may complete.
    private static func beginsEscape(_ text: [UInt8]) -> Bool {
        guard let index = text.suffix(2).lastIndex(of: UInt8(ascii: "%")) else { return false }
        return text[(index + 1)...].allSatisfy { digit($0) != nil }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
