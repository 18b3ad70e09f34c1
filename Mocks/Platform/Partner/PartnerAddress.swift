// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Where a partner is called, in the parts that the journal keeps: neither a log-in nor the values of the query are among them.
struct PartnerAddress: Sendable, Hashable {
    /// Scheme, host and port.
    let origin: String
    /// The path.
    let path: String
    /// The query, with its names alone: partners put keys of their own there.
    let query: String

    /// The whole of it.
    var text: String { origin + path + (query.isEmpty ? "" : "?\(query)") }

    /// Takes a URL apart.
    init(_ url: String) {
        let scheme = url.prefix { $0 != ":" }
        let rest = url.dropFirst(scheme.count).drop { $0 == ":" || $0 == "/" }
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let target = rest.dropFirst(authority.count).prefix { $0 != "#" }
        let path = target.prefix { $0 != "?" }
        origin = "\(scheme)://\(host)"
        self.path = path.isEmpty ? "/" : String(path)
        query = target.dropFirst(path.count + 1).split(separator: "&").map { piece in
            let name = String(piece.prefix { $0 != "=" })
            return name.count < piece.count ? "\(name)=\(Secrets.mask)" : Secrets.mask
        }.joined(separator: "&")
    }
}

// Which addresses can be called.
extension PartnerAddress {
    /// What keeps the platform from calling a URL, and what to write instead; nothing if it can be called.
    static func flaw(of url: String) -> String? {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return "invalid URL: percent-encode blanks and what is not ASCII (%C3%A9), and write such a host as xn--..."
        }
        guard let scheme = ["http://", "https://"].first(where: { url.lowercased().hasPrefix($0) }) else {
            return "invalid or missing URL scheme: it is http:// or https://"
        }
        let authority = url.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else {
            return "invalid URL: no log-in may stand in it, the pass Culture signs its calls instead"
        }
        guard let (host, port) = parts(of: authority), isHost(host) else {
            return "invalid URL host: a name in plain letters, or an address, in brackets and without its zone for IPv6"
        }
        let isPort = port.allSatisfy(\.isASCIIDigit) && port.count < 6 && (1...65_535).contains(Int(port) ?? 0)
        return port.isEmpty || isPort ? nil : "invalid URL port: a number from 1 to 65535"
    }

    /// Host and port, which is empty if there is none; nothing if something stands behind the brackets that is no port.
    private static func parts(of authority: Substring) -> (host: Substring, port: Substring)? {
        guard authority.hasPrefix("[") else {
            let host = authority.prefix { $0 != ":" }
            return (host, authority.dropFirst(host.count + 1))
        }
        let inner = authority.prefix { $0 != "]" }
        let rest = authority.dropFirst(inner.count + 1)
        guard inner.count < authority.count, rest.isEmpty || rest.hasPrefix(":") else { return nil }
        return (authority.prefix(inner.count + 1), rest.dropFirst())
    }

    /// Whether it is a name, an address of IPv4, or one of IPv6 in its brackets.
    private static func isHost(_ host: Substring) -> Bool {
        guard host.hasPrefix("[") else {
            return !host.isEmpty && host.utf8.allSatisfy { Self.nameBytes.contains($0) }
        }
        var address = in6_addr()
        return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1
    }

    /// What the name of a host is made of.
    private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._".utf8)
}
