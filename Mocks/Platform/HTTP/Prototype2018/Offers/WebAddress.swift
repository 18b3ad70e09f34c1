// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Addresses of digital offers (`guide G21`, `contract 2018-12 §6.1`).
enum WebAddress {
    /// Whether a text is accepted as an address of the web.
    ///
    /// - Parameter withoutScheme: whether `www.urldemonsite.fr/?token={token}` is one, as in the integration document.
    static func isAccepted(_ text: String, withoutScheme: Bool) -> Bool {
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
        guard withoutScheme else { return false }
        let host = text.prefix { !"/?#".contains($0) }
        guard let first = host.first, first.isLetter || first.isNumber, host.contains(".") else { return false }
        let port = host.drop { $0 != ":" }.dropFirst()
        return !host.contains(where: \.isWhitespace) && port.allSatisfy(\.isASCIIDigit)
    }
}
