// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

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
