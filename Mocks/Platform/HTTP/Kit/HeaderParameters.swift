// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A header with parameters, such as `form-data; name="thumb"; filename="a.png"`.
struct HeaderParameters {
    /// What stands before the first semicolon, in small letters.
    let value: String
    /// The parameters, their names in small letters; the first of each name wins.
    let parameters: [String: String]

    /// Reads a header. Quotes around a parameter and backslashes inside the quotes are taken away.
    init(_ text: String) {
        var pieces: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                pieces[pieces.count - 1].unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\", isQuoted {
                isEscaped = true
            } else if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].unicodeScalars.append(scalar)
            }
        }
        value = pieces[0].trimmed.lowercased()
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let sign = piece.firstIndex(of: "=") else { continue }
            let name = piece[..<sign].trimmed.lowercased()
            if parameters[name] == nil { parameters[name] = piece[piece.index(after: sign)...].trimmed }
        }
        self.parameters = parameters
    }
}
