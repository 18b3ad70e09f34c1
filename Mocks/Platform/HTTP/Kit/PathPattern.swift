// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A pattern of paths: `*` stands for any characters but a slash, `**` for any characters; all else is itself.
///
/// Paths are compared as sent, percent-encoding included and the query not; a slash at the end makes no difference
/// (`contract 2018-12 §1.7`).
package struct PathPattern: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case byte(UInt8)
        case anyButSlash
        case any
    }

    /// The pattern as written.
    package let text: String
    private let pieces: [Piece]

    /// Creates a pattern; nothing unless it starts with a slash or a star, nor with what stands in no path: the query, a blank.
    package init?(_ text: String) {
        guard let first = text.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "*"),
            text.utf8.allSatisfy({ $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "?") })
        else { return nil }
        self.text = text
        var pieces: [Piece] = []
        for byte in Self.trimmed(text.utf8) {
            switch (byte, pieces.last) {
            case (UInt8(ascii: "*"), .anyButSlash): pieces[pieces.count - 1] = .any
            case (UInt8(ascii: "*"), .any): break
            case (UInt8(ascii: "*"), _): pieces.append(.anyButSlash)
            default: pieces.append(.byte(byte))
            }
        }
        self.pieces = pieces
    }

    /// Whether all its paths are the control API's.
    package var isOfControl: Bool {
        let control = "/_control".utf8.map(Piece.byte)
        return pieces.starts(with: control)
            && (pieces.count == control.count || pieces[control.count] == .byte(UInt8(ascii: "/")))
    }

    /// Whether a path is one of them; takes a time that grows with the product of the two lengths at most.
    package func matches(_ path: String) -> Bool {
        let path = Array(Self.trimmed(path.utf8))
        // reached[i]: whether the pieces so far can stand for the first i bytes.
        var reached = [true] + Array(repeating: false, count: path.count)
        for piece in pieces {
            switch piece {
            case .byte(let byte):
                for index in stride(from: path.count, to: 0, by: -1) {
                    reached[index] = reached[index - 1] && path[index - 1] == byte
                }
                reached[0] = false
            case .anyButSlash:
                for index in path.indices where reached[index] && path[index] != UInt8(ascii: "/") {
                    reached[index + 1] = true
                }
            case .any:
                for index in path.indices where reached[index] { reached[index + 1] = true }
            }
        }
        return reached[path.count]
    }

    /// Without the slash at the end, unless that is all.
    private static func trimmed(_ path: String.UTF8View) -> Substring.UTF8View {
        path.count > 1 && path.last == UInt8(ascii: "/") ? path.dropLast() : path[...]
    }
}
