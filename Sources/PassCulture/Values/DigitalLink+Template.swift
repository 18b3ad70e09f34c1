// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension DigitalLink {
    /// The address of a digital offer as the partner gave it, with the placeholders `{token}`, `{email}` and `{offerId}`.
    ///
    /// They may stand in the path, in the values of the query (`?code=PC-{token}`) or in the fragment (`#/welcome?token={token}`). The name
    /// of the site, and a path without a placeholder, are not compared: a server may stand behind another name.
    public struct Template: Hashable, Sendable {
        /// A value of the query that holds placeholders.
        private struct Parameter: Hashable, Sendable {
            let name: [UInt8]
            let pattern: LinkPattern
        }

        /// The path or the query of an address, or those of its fragment.
        private struct Section: Hashable, Sendable {
            var path: LinkPattern
            var parameters: [Parameter] = []
            /// The names of all parameters, those without placeholders too.
            var names: Set<[UInt8]>

            init(_ parts: LinkParts) throws(DigitalLinkError) {
                path = try LinkPattern(parts.path)
                let all = parts.query.map { LinkPattern.decoded($0.name) }
                names = Set(all)
                for pair in parts.query {
                    guard try LinkPattern(pair.name).placeholders.isEmpty else {
                        throw DigitalLinkError(.badTemplate, nil, "a placeholder is the name of a parameter")
                    }
                    let pattern = try LinkPattern(pair.value)
                    if let part = pattern.placeholders.first {
                        let name = LinkPattern.decoded(pair.name)
                        guard all.count(where: { $0 == name }) == 1 else {
                            throw DigitalLinkError(.badTemplate, part, "another parameter has the same name")
                        }
                        parameters.append(Parameter(name: name, pattern: pattern))
                    }
                }
            }

            var placeholders: Set<Part> {
                parameters.reduce(into: Set(path.placeholders)) { $0.formUnion($1.pattern.placeholders) }
            }

            func values(in parts: LinkParts) -> [Part: [UInt8]] {
                var found = path.placeholders.isEmpty ? [:] : path.values(in: parts.path) ?? [:]
                for parameter in parameters {
                    let value =
                        parameter.pattern.placeholders.contains(.email)
                        ? parts.email(of: parameter.name, endedBy: names) : parts.value(of: parameter.name)
                    guard let value else { continue }
                    found.merge(parameter.pattern.values(in: value) ?? [:]) { first, _ in first }
                }
                return found
            }
        }

        private let main: Section
        private let fragment: Section?

        /// The offer, where the address does not ask for it.
        let offer: OfferID?

        /// Reads the address of an offer.
        ///
        /// - Parameters:
        ///   - url: The address, as it stands in the partner portal; with or without `http://`.
        ///   - offer: The offer, where its own address does not hold `{offerId}`.
        /// - Throws: ``DigitalLinkError`` with the code ``DigitalLinkError/Code/badTemplate`` when `{token}`, `{email}` or the offer is not
        ///   asked for, when two placeholders stand side by side or one stands in the site's name, or when two parameters share a name.
        public init(_ url: some StringProtocol, offer: OfferID? = nil) throws(DigitalLinkError) {
            // As the platform completes it (`contract 2018-12 §6.5`).
            let parts = LinkParts(Array((url.utf8.starts(with: "http".utf8) ? "" : "http://").utf8) + Array(url.utf8))
            guard try LinkPattern(parts.authority).placeholders.isEmpty else {
                throw DigitalLinkError(.badTemplate, nil, "a placeholder stands in the name of the site")
            }
            main = try Section(parts)
            fragment = if let text = parts.fragment { try Section(LinkParts(fragment: text)) } else { nil }
            self.offer = offer
            let asked = main.placeholders.union(fragment?.placeholders ?? [])
            for part in Part.allCases where !asked.contains(part) && !(part == .offerID && offer != nil) {
                throw DigitalLinkError(.badTemplate, part, "it is not in the address")
            }
        }

        /// Whether a `#` in a link cannot be the template's own.
        var isWithoutFragment: Bool { fragment == nil }

        /// What a link has where the template has placeholders, decoded.
        func values(in parts: LinkParts) -> [Part: [UInt8]] {
            var found = main.values(in: parts)
            if let fragment, let text = parts.fragment {
                found.merge(fragment.values(in: LinkParts(fragment: text))) { first, _ in first }
            }
            return found
        }
    }
}
