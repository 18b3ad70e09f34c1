// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A call of the pass Culture for a provider's list, taken apart.
package struct FeedCall {
    /// `stocks` or `events`; anything else for another path.
    package let section: String
    /// Whose list is asked for, as it stands in the path.
    package let siret: String
    /// The parameters of the query, decoded.
    package let parameters: [String: String]

    /// Takes a target apart: path and query.
    package init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1)
        let path = parts.first?.split(separator: "/") ?? []
        section = path.dropLast().last.map(String.init) ?? ""
        siret = path.last.map(String.init) ?? ""
        var parameters: [String: String] = [:]
        for pair in parts.dropFirst().first?.split(separator: "&") ?? [] {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters[String(sides[0])] = Self.decoded(sides.dropFirst().first ?? "")
        }
        self.parameters = parameters
    }

    /// A parameter.
    package subscript(name: String) -> String? { parameters[name] }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
