// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A text in which a mark stands for each personal datum.
struct MarkedText {
    /// A piece of it.
    enum Piece: Hashable {
        /// Text as it was.
        case text(String)
        /// A personal datum.
        case masked(PersonalDatum)
    }

    /// The text with its marks.
    let marked: String

    /// The text with asterisks in the place of marks.
    var masked: String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .masked: text += Secrets.mask
            }
        }
    }

    /// The pieces in order.
    var pieces: [Piece] {
        var pieces: [Piece] = []
        var text = ""
        for scalar in marked.unicodeScalars {
            if let datum = PersonalDatum(rawValue: scalar.value) {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.masked(datum))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }
}
